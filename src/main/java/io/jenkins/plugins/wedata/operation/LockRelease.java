package io.jenkins.plugins.wedata.operation;

import io.jenkins.plugins.wedata.api.CommitIntegrationTask;
import io.jenkins.plugins.wedata.api.PlainText;
import io.jenkins.plugins.wedata.api.UnlockIntegrationTask;
import io.jenkins.plugins.wedata.client.CallException;
import io.jenkins.plugins.wedata.client.CallRefusedException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/**
 * Gives an edit lock back. It never fails for what WeData does: the commit's own end stands, and the log says what to do
 * about a lock that may be left.
 */
final class LockRelease {

    /** When to look at a lock whose release was not answered: the build waits for it, and the commit is done. */
    private static final List<Duration> LOOKS =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(4), Duration.ofSeconds(10));

    private static final String NO_LOCK = "FailedOperation.NoLock";
    private static final int LONGEST = 100;

    private final Session session;
    private final String taskId;
    private final String projectId;
    private final EditLock lock;

    LockRelease(Session session, CommitIntegrationTask commit, EditLock lock) {
        this.session = session;
        this.taskId = commit.taskId();
        this.projectId = commit.projectId();
        this.lock = lock;
    }

    /** Completes when the lock is given back, or the log says that it may not be. */
    CompletableFuture<Void> release() {
        CompletableFuture<Void> released = Async.recover(
                unlock(),
                CallException.class,
                failure ->
                        Async.mayHaveTakenEffect(failure) ? settle(failure) : CompletableFuture.failedFuture(failure));
        released = Async.recover(released, CallRefusedException.class, this::notOurs);
        return Async.recover(released, Exception.class, this::warn);
    }

    private CompletableFuture<Void> unlock() {
        return session.call(new UnlockIntegrationTask(taskId, projectId)).thenAccept(reply -> {
            if (!Boolean.TRUE.equals(reply.result().data())) {
                throw new OperationFailedException(
                        Messages.LockRelease_DataFalse(PlainText.line(reply.requestId(), LONGEST)));
            }
            session.log().milestone(Messages.LockRelease_Unlocked(taskId));
        });
    }

    /** A lock that is still there after the looks is unlocked once more: it can be nobody's but the one to give back. */
    private CompletableFuture<Void> settle(CallException lost) {
        return isFreeAtLast().thenCompose(free -> {
            if (!free) {
                session.log().milestone(Messages.LockRelease_TriedAgain(taskId, lost.getMessage()));
                return unlock();
            }
            session.log().milestone(Messages.LockRelease_FoundUnlocked(taskId));
            return CompletableFuture.completedFuture(null);
        });
    }

    private CompletableFuture<Boolean> isFreeAtLast() {
        Iterator<Duration> pauses = LOOKS.iterator();
        return PollLoop.until(
                session,
                pauses::next,
                () -> lock.isOurs()
                        .thenApply(ours -> ours && pauses.hasNext() ? Optional.empty() : Optional.of(!ours)));
    }

    private CompletableFuture<Void> notOurs(CallRefusedException refused) {
        if (!refused.code().equals(NO_LOCK)) {
            return CompletableFuture.failedFuture(refused);
        }
        session.log().milestone(Messages.LockRelease_NotOurs(taskId));
        return CompletableFuture.completedFuture(null);
    }

    private CompletableFuture<Void> warn(Exception failure) {
        if (failure instanceof CancellationException) {
            return CompletableFuture.failedFuture(failure);
        }
        session.log().milestone(Messages.LockRelease_NotSure(taskId, projectId, failure.getMessage()));
        return CompletableFuture.completedFuture(null);
    }
}
