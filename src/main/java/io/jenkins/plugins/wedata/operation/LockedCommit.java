package io.jenkins.plugins.wedata.operation;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.api.CommitIntegrationTask;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/**
 * Holds the edit lock around a commit. What is kept with the build says whether the lock may be this step's, from before
 * it is taken until it is released: whoever goes on after an interruption knows what to give back.
 */
final class LockedCommit {

    /** What {@link Progress#memo} says while the lock may be this step's. */
    static final String MEMO = "locked";

    /** How long a step that is given up looks after its lock. */
    private static final Duration LAST_LOOK = Duration.ofSeconds(2);

    private final Session session;
    private final CommitIntegrationTask commit;
    private final EditLock lock;

    LockedCommit(Session session, CommitIntegrationTask commit) {
        this.session = session;
        this.commit = commit;
        this.lock = new EditLock(session, commit);
    }

    static boolean isHeldIn(Progress reached) {
        return MEMO.equals(reached.memo());
    }

    /** Takes the lock if nobody holds it; completes with the memo for what comes next, null when the lock is not ours. */
    CompletableFuture<Optional<String>> take(Checkpoint checkpoint) {
        return lock.look().thenCompose(holder -> {
            if (holder == EditLock.Holder.OURS) {
                session.log()
                        .milestone("Integration task " + commit.taskId()
                                + " is locked by this account already: it is committed under that lock, which stays");
                return CompletableFuture.completedFuture(Optional.empty());
            }
            return takeFree(checkpoint);
        });
    }

    /** Goes on with a lock that an interrupted run was about to take. */
    CompletableFuture<Optional<String>> takeAgain(Checkpoint checkpoint) {
        return lock.look()
                .thenCompose(holder -> holder == EditLock.Holder.OURS
                        ? CompletableFuture.completedFuture(Optional.of(MEMO))
                        : takeFree(checkpoint));
    }

    private CompletableFuture<Optional<String>> takeFree(Checkpoint checkpoint) {
        return checkpoint
                .reached(Progress.preparing(session.now()).remembering(MEMO))
                .thenCompose(kept -> lock.take())
                .thenApply(taken -> Optional.of(MEMO));
    }

    /** Releases the lock when a commit has failed, and fails as the commit did. An interruption is no failure. */
    <T> CompletableFuture<T> releaseAfterFailure(CompletableFuture<T> committed, @CheckForNull String memo) {
        if (!MEMO.equals(memo)) {
            return committed;
        }
        return committed.exceptionallyCompose(failure -> {
            Throwable cause = Async.unwrap(failure);
            CompletableFuture<Void> released =
                    cause instanceof CancellationException ? CompletableFuture.completedFuture(null) : lock.release();
            return released.thenCompose(over -> CompletableFuture.failedFuture(cause));
        });
    }

    /** Releases the lock of a commit that is settled, and keeps that it is released. */
    CompletableFuture<Progress> release(Progress written, Checkpoint checkpoint) {
        if (!isHeldIn(written)) {
            return CompletableFuture.completedFuture(written);
        }
        Progress unlocked = written.remembering(null);
        return lock.release()
                .thenCompose(released -> checkpoint.reached(unlocked))
                .thenApply(kept -> unlocked);
    }

    /** Gives back, when the step is given up, what may be its lock: looks first, and twice where it may yet be taken. */
    CompletableFuture<Void> giveUp(Progress reached) {
        return lock.isOurs().thenCompose(ours -> {
            if (ours) {
                return lock.release();
            }
            return reached.stage() == Progress.Stage.PREPARING
                    ? session.pause(LAST_LOOK)
                            .thenCompose(over -> lock.isOurs())
                            .thenCompose(this::releaseIf)
                    : CompletableFuture.completedFuture(null);
        });
    }

    private CompletableFuture<Void> releaseIf(boolean ours) {
        return ours ? lock.release() : CompletableFuture.completedFuture(null);
    }
}
