package io.jenkins.plugins.wedata.operation;

import io.jenkins.plugins.wedata.api.CommitIntegrationTask;
import io.jenkins.plugins.wedata.api.LockIntegrationTask;
import io.jenkins.plugins.wedata.api.PlainText;
import io.jenkins.plugins.wedata.client.CallException;
import io.jenkins.plugins.wedata.client.CallRefusedException;
import io.jenkins.plugins.wedata.client.Reply;
import io.jenkins.plugins.wedata.client.WeDataException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Takes an edit lock that nobody holds, and looks for it where the call says nothing. */
final class LockTaking {

    /** When to look at a lock whose taking was not answered: a late write can land more than a minute later. */
    private static final List<Duration> LOOKS = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(4),
            Duration.ofSeconds(10),
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30));

    private static final Duration LOOKED_FOR = LOOKS.stream().reduce(Duration.ZERO, Duration::plus);

    private static final int LONGEST = 100;

    private final Session session;
    private final String taskId;
    private final String projectId;
    private final EditLock lock;

    LockTaking(Session session, CommitIntegrationTask commit, EditLock lock) {
        this.session = session;
        this.taskId = commit.taskId();
        this.projectId = commit.projectId();
        this.lock = lock;
    }

    /** Sends the one call, and completes when the lock is this account's. */
    CompletableFuture<Void> take() {
        CompletableFuture<Optional<WeDataException>> refusal =
                session.call(new LockIntegrationTask(taskId, projectId)).thenApply(this::refusalIn);
        return Async.recover(refusal, CallException.class, this::settle)
                .thenCompose(
                        found -> found.map(this::explained).orElseGet(() -> CompletableFuture.completedFuture(null)))
                .thenRun(() -> session.log().milestone(Messages.LockTaking_Locked(taskId)));
    }

    private Optional<WeDataException> refusalIn(Reply<LockIntegrationTask.Result> reply) {
        return Boolean.TRUE.equals(reply.result().data())
                ? Optional.empty()
                : Optional.of(new OperationFailedException(
                        Messages.LockTaking_NotLocked(taskId, PlainText.line(reply.requestId(), LONGEST))));
    }

    private CompletableFuture<Optional<WeDataException>> settle(CallException failure) {
        if (failure instanceof CallRefusedException) {
            return CompletableFuture.completedFuture(Optional.of(failure));
        }
        return Async.mayHaveTakenEffect(failure)
                ? untilItIsOurs(failure).thenApply(ours -> Optional.empty())
                : CompletableFuture.failedFuture(failure);
    }

    /** Fails with the name of another account that was quicker, or with the refusal as it is. */
    private CompletableFuture<Void> explained(WeDataException refusal) {
        return Async.recover(
                lock.look().thenCompose(holder -> CompletableFuture.failedFuture(refusal)),
                CallException.class,
                unread -> CompletableFuture.failedFuture(refusal));
    }

    private CompletableFuture<EditLock.Holder> untilItIsOurs(CallException lost) {
        Iterator<Duration> pauses = LOOKS.iterator();
        return Async.recover(
                PollLoop.until(
                        session,
                        pauses::next,
                        () -> lock.look().thenApply(holder -> {
                            if (holder == EditLock.Holder.NOBODY && !pauses.hasNext()) {
                                throw unknown(Messages.LockTaking_NotAppeared(Durations.inWords(LOOKED_FOR)), lost);
                            }
                            return Optional.of(holder).filter(EditLock.Holder.OURS::equals);
                        })),
                CallException.class,
                unread -> CompletableFuture.failedFuture(
                        unknown(Messages.LockTaking_NotSeen(unread.getMessage()), lost)));
    }

    private OutcomeUnknownException unknown(String finding, CallException lost) {
        return new OutcomeUnknownException(
                Messages.LockTaking_Unknown(taskId, finding, projectId, lost.getMessage()), lost);
    }
}
