package io.jenkins.plugins.wedata.operation;

import io.jenkins.plugins.wedata.api.CommitIntegrationTask;
import io.jenkins.plugins.wedata.client.CallException;
import java.time.Duration;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/**
 * Holds the edit lock around a commit. What is kept with the build says whether the lock may be this step's, from before
 * it is taken until it is released: whoever goes on after an interruption knows what to give back.
 */
final class LockedCommit {

    /** When a step that is given up looks for a lock that it was about to take: all before {@link GivingBack#LONGEST}. */
    private static final List<Duration> LAST_LOOKS =
            List.of(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(10));

    private final Session session;
    private final CommitIntegrationTask commit;
    private final EditLock lock;
    private final LockTaking taking;
    private final LockRelease release;

    LockedCommit(Session session, CommitIntegrationTask commit) {
        this.session = session;
        this.commit = commit;
        this.lock = new EditLock(session, commit);
        this.taking = new LockTaking(session, commit, lock);
        this.release = new LockRelease(session, commit, lock);
    }

    static boolean isHeldIn(Progress reached) {
        return CommitMemo.of(reached).isLocked();
    }

    /** Takes the lock if nobody holds it; completes with what to remember of it in what comes next. */
    CompletableFuture<CommitMemo> take(Checkpoint checkpoint) {
        return lock.look().thenCompose(holder -> {
            if (holder == EditLock.Holder.OURS) {
                session.log().milestone(Messages.LockedCommit_LockedAlready(commit.taskId()));
                return CompletableFuture.completedFuture(CommitMemo.NOTHING);
            }
            return takeFree(checkpoint);
        });
    }

    /** Goes on with a lock that an interrupted run was about to take: it may be there even if it can't be looked at. */
    CompletableFuture<CommitMemo> takeAgain(Checkpoint checkpoint) {
        CompletableFuture<EditLock.Holder> found = Async.recover(
                lock.look(),
                CallException.class,
                unread -> release.release().thenCompose(released -> CompletableFuture.failedFuture(unread)));
        return found.thenCompose(holder -> {
            if (holder == EditLock.Holder.OURS) {
                return CompletableFuture.completedFuture(CommitMemo.HOLDS_LOCK);
            }
            session.log().milestone(Messages.LockedCommit_MayComeLate(commit.taskId(), commit.projectId()));
            return takeFree(checkpoint);
        });
    }

    private CompletableFuture<CommitMemo> takeFree(Checkpoint checkpoint) {
        return checkpoint
                .reached(Progress.preparing(session.now()).remembering(CommitMemo.HOLDS_LOCK.text()))
                .thenCompose(kept -> taking.take())
                .thenApply(taken -> CommitMemo.HOLDS_LOCK);
    }

    /** Releases the lock when a commit has failed, and fails as the commit did. An interruption is no failure. */
    <T> CompletableFuture<T> releaseAfterFailure(CompletableFuture<T> committed, CommitMemo memo) {
        if (!memo.isLocked()) {
            return committed;
        }
        return committed.exceptionallyCompose(failure -> {
            Throwable cause = Async.unwrap(failure);
            CompletableFuture<Void> released = cause instanceof CancellationException
                    ? CompletableFuture.completedFuture(null)
                    : release.release();
            return released.thenCompose(over -> CompletableFuture.failedFuture(cause));
        });
    }

    /** Releases the lock of a commit that is settled, and keeps that it is released. */
    CompletableFuture<Progress> release(Progress written, Checkpoint checkpoint) {
        if (!isHeldIn(written)) {
            return CompletableFuture.completedFuture(written);
        }
        Progress unlocked = written.remembering(null);
        return release.release()
                .thenCompose(released -> checkpoint.reached(unlocked))
                .thenApply(kept -> unlocked);
    }

    /** Gives back, when the step is given up, what may be its lock: looks first, and on where it may yet be taken. */
    CompletableFuture<Void> giveUp(Progress reached) {
        Iterator<Duration> pauses =
                reached.stage() == Progress.Stage.PREPARING ? LAST_LOOKS.iterator() : Collections.emptyIterator();
        return PollLoop.lookingAtOnce(
                        session,
                        pauses::next,
                        () -> lock.isOurs()
                                .thenApply(ours -> !ours && pauses.hasNext() ? Optional.empty() : Optional.of(ours)))
                .thenCompose(ours -> ours ? release.release() : CompletableFuture.completedFuture(null));
    }
}
