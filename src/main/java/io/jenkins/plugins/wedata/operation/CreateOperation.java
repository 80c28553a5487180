package io.jenkins.plugins.wedata.operation;

import io.jenkins.plugins.wedata.api.PlainText;
import io.jenkins.plugins.wedata.api.Problems;
import io.jenkins.plugins.wedata.client.CallRefusedException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Makes a task of some kind, once. Before the write it looks for one of that name in its place, so that none is there when
 * the write is sent; when the reply is lost, exactly one of that name is therefore the one that was made. The result holds
 * {@code taskId}, {@code created} and {@code requestId}.
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
    public final void check(Problems problems) {
        draft.check(problems);
    }

    @Override
    public final CompletableFuture<OperationResult> run(Session session, Checkpoint checkpoint) {
        return draft.namesakesBefore(session).thenCompose(there -> {
            if (!there.isEmpty()) {
                return existing(session, there);
            }
            CompletableFuture<OperationResult> created = checkpoint
                    .reached(Progress.intent(session.now()).remembering(draft.memo()))
                    .thenCompose(
                            kept -> creation(session, draft, false, checkpoint).create())
                    .thenCompose(made -> keep(made, draft, checkpoint));
            return Async.recover(created, CallRefusedException.class, refused -> reuseIfTaken(session, refused));
        });
    }

    private Creation creation(Session session, Draft begun, boolean wasResent, Checkpoint checkpoint) {
        return new Creation(session, begun, Resend.of(onUnknown, wasResent, checkpoint));
    }

    private static CompletableFuture<OperationResult> keep(Progress made, Draft begun, Checkpoint checkpoint) {
        return checkpoint.reached(made.remembering(begun.memo())).thenApply(kept -> result(made, true));
    }

    /** A name that another has taken between the look and the write. */
    private CompletableFuture<OperationResult> reuseIfTaken(Session session, CallRefusedException refused) {
        if (ifExists != IfExists.REUSE || !refused.code().equals(DUPLICATE_NAME)) {
            return CompletableFuture.failedFuture(refused);
        }
        return draft.sameNamed(session).thenCompose(found -> {
            if (found.isEmpty()) {
                throw refused;
            }
            return existing(session, found);
        });
    }

    private CompletableFuture<OperationResult> existing(Session session, List<String> ids) {
        String shown = PlainText.line(String.join(", ", ids), LONGEST);
        if (ifExists == IfExists.FAIL) {
            return draft.placeOfNamesake(session)
                    .thenCompose(place -> CompletableFuture.failedFuture(
                            new OperationFailedException(subject(draft) + " is there already in " + place + ": " + shown
                                    + ". Nothing was created. ifExists: 'REUSE' takes it for the one wanted")));
        }
        if (ids.size() > 1) {
            return CompletableFuture.failedFuture(new OperationFailedException("There are " + ids.size() + " "
                    + draft.kind() + "s named '" + draft.name() + "' in " + draft.place() + ": " + shown
                    + ". Nothing was created, and none can be reused for sure"));
        }
        session.log().milestone(subject(draft) + " is there already and is reused: " + shown);
        return CompletableFuture.completedFuture(result(Progress.written(ids.get(0), null, session.now()), false));
    }

    private static String subject(Draft draft) {
        String kind = draft.kind();
        return kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1) + " '" + draft.name() + "'";
    }

    private static OperationResult result(Progress made, boolean created) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("taskId", made.id());
        values.put("created", created);
        values.put("requestId", made.requestId());
        return OperationResult.of(values);
    }

    @Override
    public final CompletableFuture<OperationResult> resume(Session session, Progress reached, Checkpoint checkpoint) {
        if (reached.stage() == Progress.Stage.WRITTEN) {
            return CompletableFuture.completedFuture(result(reached, true));
        }
        CreationMemo memo = CreationMemo.of(reached);
        Draft begun = draft.recalled(memo.draft());
        return creation(session, begun, memo.wasResent(), checkpoint)
                .settle(null)
                .thenCompose(made -> keep(made, begun, checkpoint));
    }

    @Override
    public final Optional<String> leftBehind(Progress reached) {
        Draft begun = draft.recalled(CreationMemo.of(reached).draft());
        return Optional.of(
                reached.stage() == Progress.Stage.WRITTEN
                        ? subject(begun) + " was created: " + PlainText.line(String.valueOf(reached.id()), LONGEST)
                        : "The creation of " + begun.kind() + " '" + begun.name() + "' was under way: look in "
                                + begun.place() + " whether it is there");
    }
}
