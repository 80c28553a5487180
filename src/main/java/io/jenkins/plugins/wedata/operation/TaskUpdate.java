package io.jenkins.plugins.wedata.operation;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.api.Joined;
import io.jenkins.plugins.wedata.api.PlainText;
import io.jenkins.plugins.wedata.client.CallDoubtfulException;
import io.jenkins.plugins.wedata.client.CallException;
import io.jenkins.plugins.wedata.client.CallUnknownException;
import io.jenkins.plugins.wedata.client.Reply;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The one write that changes a task that is there, and the looks that settle it when its reply says nothing. */
final class TaskUpdate {

    private static final int LONGEST = 500;

    private final Session session;
    private final Draft draft;
    private final String taskId;

    TaskUpdate(Session session, Draft draft, String taskId) {
        this.session = session;
        this.draft = draft;
        this.taskId = taskId;
    }

    /** Sends what differs, once; completes with what was written, or with nothing when nothing differs. */
    CompletableFuture<Optional<Progress>> run(Checkpoint checkpoint) {
        Revision revision = draft.revision();
        return revision.present(session, taskId).thenCompose(present -> {
            revision.refuse(present);
            if (!revision.notCompared().isEmpty()) {
                session.log()
                        .milestone(Messages.TaskUpdate_NotCompared(
                                revision.actionName(), Joined.values(revision.notCompared())));
            }
            Difference difference = Difference.between(present, revision.wanted());
            if (difference.isNone()) {
                session.log().milestone(Messages.TaskUpdate_Same(subject()));
                return CompletableFuture.completedFuture(Optional.empty());
            }
            return send(revision, difference, checkpoint);
        });
    }

    private CompletableFuture<Optional<Progress>> send(
            Revision revision, Difference difference, Checkpoint checkpoint) {
        session.log()
                .milestone(Messages.TaskUpdate_Updating(subject(), revision.actionName(), fields(difference.fields())));
        UpdateMemo memo =
                new UpdateMemo(taskId, Optional.ofNullable(draft.memo()).orElse(""), difference.digests());
        return checkpoint
                .reached(Progress.intent(session.now()).remembering(memo.text()))
                .thenCompose(kept ->
                        settled(revision.send(session, taskId, difference).thenApply(this::done), memo))
                .thenCompose(made -> keep(made, memo, checkpoint))
                .thenApply(Optional::of);
    }

    private Progress done(Reply<Boolean> reply) {
        if (!reply.result()) {
            throw new OperationFailedException(
                    Messages.TaskUpdate_NotAccepted(subject(), PlainText.line(reply.requestId(), LONGEST)));
        }
        session.log().milestone(Messages.TaskUpdate_Updated(subject()));
        return Progress.written(taskId, reply.requestId(), session.now());
    }

    private CompletableFuture<Progress> settled(CompletableFuture<Progress> sent, UpdateMemo memo) {
        CompletableFuture<Progress> looked = Async.recover(
                sent,
                CallDoubtfulException.class,
                doubt -> stillDifferent(memo, doubt).thenApply(left -> {
                    if (!left.isEmpty()) {
                        throw doubt;
                    }
                    return adopted();
                }));
        return Async.recover(looked, CallUnknownException.class, lost -> lookUntilOver(memo, lost));
    }

    /** Goes on with an update that an interrupted run was about to send, or sent. */
    CompletableFuture<Progress> settle(UpdateMemo memo, Checkpoint checkpoint) {
        return lookUntilOver(memo, null).thenCompose(made -> keep(made, memo, checkpoint));
    }

    private static CompletableFuture<Progress> keep(Progress made, UpdateMemo memo, Checkpoint checkpoint) {
        Progress written = made.remembering(memo.text());
        return checkpoint.reached(written).thenApply(kept -> written);
    }

    private CompletableFuture<Progress> lookUntilOver(UpdateMemo memo, @CheckForNull CallException lost) {
        Iterator<Duration> pauses = LateEffect.pauses();
        return PollLoop.until(
                session,
                pauses::next,
                () -> stillDifferent(memo, lost).thenApply(left -> {
                    if (!left.isEmpty() && !pauses.hasNext()) {
                        throw unknown(Messages.TaskUpdate_NotAsWanted(LateEffect.LOOKED_FOR, fields(left)), lost);
                    }
                    return left.isEmpty() ? Optional.of(adopted()) : Optional.empty();
                }));
    }

    private CompletableFuture<List<String>> stillDifferent(UpdateMemo memo, @CheckForNull CallException lost) {
        return Async.recover(
                draft.revision().present(session, taskId).thenApply(present -> {
                    var now = Difference.digests(present, memo.digests().keySet());
                    return memo.digests().keySet().stream()
                            .filter(field -> !memo.digests().get(field).equals(now.get(field)))
                            .toList();
                }),
                CallException.class,
                unread -> CompletableFuture.failedFuture(
                        unknown(Messages.TaskUpdate_NotReadBack(unread.getMessage()), lost)));
    }

    private Progress adopted() {
        session.log().milestone(Messages.TaskUpdate_AsWanted(subject()));
        return Progress.written(taskId, null, session.now());
    }

    private OutcomeUnknownException unknown(String finding, @CheckForNull CallException lost) {
        return new OutcomeUnknownException(
                Messages.TaskUpdate_Unknown(
                        subject(),
                        finding,
                        draft.place(),
                        lost == null ? "" : Messages.TaskUpdate_Failure(lost.getMessage())),
                lost);
    }

    private String subject() {
        return Messages.TaskUpdate_Subject(draft.kind(), draft.name(), PlainText.line(taskId, LONGEST));
    }

    private static String fields(List<String> names) {
        Joined listed = Joined.values(names);
        return names.size() == 1
                ? Messages.TaskUpdate_OneField(listed)
                : Messages.TaskUpdate_Fields(String.valueOf(names.size()), listed);
    }
}
