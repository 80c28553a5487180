package io.jenkins.plugins.wedata.operation;

import io.jenkins.plugins.wedata.api.PlainText;
import io.jenkins.plugins.wedata.api.Problems;
import io.jenkins.plugins.wedata.client.CallRefusedException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Makes a task of some kind, once. Before the write it looks for one of that name in its place, so that none is there when
 * the write is sent; when the reply is lost, exactly one of that name is therefore the one that was made. One that is there
 * before may be reused, or changed into the one that is wanted. The result holds {@code taskId}, {@code created} and
 * {@code requestId}, and {@code updated} where a task that is there is to be updated.
 */
public abstract class CreateOperation implements Operation {

    private static final int LONGEST = 500;
    private static final String DUPLICATE_NAME = "InvalidParameter.DuplicateName";

    private final Draft draft;
    private final IfExists ifExists;
    private final OnUnknown onUnknown;

    CreateOperation(Draft draft, IfExists ifExists, OnUnknown onUnknown) {
        this.draft = draft;
        this.ifExists = ifExists;
        this.onUnknown = onUnknown;
    }

    @Override
    public final OperationDescription description() {
        return new OperationDescription(draft.actionName(), draft.name(), draft.projectId());
    }

    @Override
    public final void check(Problems problems) {
        draft.check(problems);
    }

    @Override
    public final CompletableFuture<OperationResult> run(Session session, Checkpoint checkpoint) {
        return draft.namesakesBefore(session).thenCompose(there -> {
            if (!there.isEmpty()) {
                return existing(session, checkpoint).of(there);
            }
            CompletableFuture<OperationResult> created = checkpoint
                    .reached(Progress.intent(session.now()).remembering(draft.memo()))
                    .thenCompose(
                            kept -> creation(session, draft, false, checkpoint).create())
                    .thenCompose(made -> keep(made, draft, checkpoint));
            return Async.recover(
                    created, CallRefusedException.class, refused -> goOnIfTaken(session, refused, checkpoint));
        });
    }

    private Creation creation(Session session, Draft begun, boolean wasResent, Checkpoint checkpoint) {
        return new Creation(session, begun, Resend.of(onUnknown, wasResent, checkpoint));
    }

    private CompletableFuture<OperationResult> keep(Progress made, Draft begun, Checkpoint checkpoint) {
        return checkpoint
                .reached(made.remembering(begun.memo()))
                .thenApply(kept -> CreationResult.created(made, ifExists));
    }

    /** A name that another has taken between the look and the write. */
    private CompletableFuture<OperationResult> goOnIfTaken(
            Session session, CallRefusedException refused, Checkpoint checkpoint) {
        if (ifExists == IfExists.FAIL || !refused.code().equals(DUPLICATE_NAME)) {
            return CompletableFuture.failedFuture(refused);
        }
        return draft.sameNamed(session).thenCompose(found -> {
            if (found.isEmpty()) {
                throw refused;
            }
            return existing(session, checkpoint).of(found);
        });
    }

    private ExistingTask existing(Session session, Checkpoint checkpoint) {
        return new ExistingTask(session, draft, ifExists, checkpoint);
    }

    @Override
    public final CompletableFuture<OperationResult> resume(Session session, Progress reached, Checkpoint checkpoint) {
        Optional<UpdateMemo> update = UpdateMemo.of(reached);
        if (isWritten(reached)) {
            return CompletableFuture.completedFuture(
                    update.isPresent() ? CreationResult.updated(reached) : CreationResult.created(reached, ifExists));
        }
        if (update.isPresent()) {
            return goOnWithUpdate(session, update.get(), checkpoint);
        }
        CreationMemo memo = CreationMemo.of(reached);
        Draft begun = draft.recalled(memo.draft());
        if (!reached.told() || reached.stage() == Progress.Stage.WRITTEN) {
            // It may have been an update, or a second send; and one that is there may have been there before.
            return CompletableFuture.failedFuture(new OutcomeUnknownException(
                    Messages.CreateOperation_NotTold(begun.kind(), begun.name(), begun.place()), null));
        }
        return creation(session, begun, memo.wasResent(), checkpoint)
                .settle(null)
                .thenCompose(made -> keep(made, begun, checkpoint));
    }

    /** A damaged line may tell that a task was made, and not which. */
    private static boolean isWritten(Progress reached) {
        return reached.stage() == Progress.Stage.WRITTEN && reached.id() != null;
    }

    private CompletableFuture<OperationResult> goOnWithUpdate(Session session, UpdateMemo memo, Checkpoint checkpoint) {
        return new TaskUpdate(session, recalled(memo), memo.taskId())
                .settle(memo, checkpoint)
                .thenApply(CreationResult::updated);
    }

    private Draft recalled(UpdateMemo memo) {
        return draft.recalled(memo.draft().isEmpty() ? null : memo.draft());
    }

    @Override
    public final Optional<String> leftBehind(Progress reached) {
        boolean written = isWritten(reached);
        return Optional.of(UpdateMemo.of(reached)
                .map(memo -> leftOfUpdate(recalled(memo), memo, written))
                .orElseGet(() ->
                        leftOfCreation(draft.recalled(CreationMemo.of(reached).draft()), reached, written)));
    }

    private static String leftOfUpdate(Draft begun, UpdateMemo memo, boolean written) {
        String id = PlainText.line(memo.taskId(), LONGEST);
        return written
                ? Messages.CreateOperation_Updated(begun.subject(), id)
                : Messages.CreateOperation_UpdateUnderWay(begun.kind(), begun.name(), begun.place(), id);
    }

    private static String leftOfCreation(Draft begun, Progress reached, boolean written) {
        return written
                ? Messages.CreateOperation_Created(
                        begun.subject(), PlainText.line(String.valueOf(reached.id()), LONGEST))
                : Messages.CreateOperation_CreationUnderWay(begun.kind(), begun.name(), begun.place());
    }
}
