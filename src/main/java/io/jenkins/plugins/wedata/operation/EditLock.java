package io.jenkins.plugins.wedata.operation;

import io.jenkins.plugins.wedata.api.CommitIntegrationTask;
import io.jenkins.plugins.wedata.api.DescribeTaskLockStatus;
import io.jenkins.plugins.wedata.api.DescribeTaskLockStatus.TaskLockStatus;
import io.jenkins.plugins.wedata.api.IntegrationTaskType;
import io.jenkins.plugins.wedata.api.LockIntegrationTask;
import io.jenkins.plugins.wedata.api.PlainText;
import io.jenkins.plugins.wedata.api.UnlockIntegrationTask;
import io.jenkins.plugins.wedata.client.CallDoubtfulException;
import io.jenkins.plugins.wedata.client.CallException;
import io.jenkins.plugins.wedata.client.CallRefusedException;
import io.jenkins.plugins.wedata.client.CallUnknownException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/**
 * The edit lock of the task that is committed. WeData gives it to an account, not to a build: a lock that the account held
 * before is somebody's work under way, and is left as it was found.
 */
final class EditLock {

    /** When to look at a lock whose taking was not answered: a late write can land more than a minute later. */
    private static final List<Duration> LOOKS_AT_TAKING = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(4),
            Duration.ofSeconds(10),
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30));

    /** When to look at a lock whose release was not answered: the build waits for it, and the commit is done. */
    private static final List<Duration> LOOKS_AT_RELEASE =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(4), Duration.ofSeconds(10));

    private static final String NO_LOCK = "FailedOperation.NoLock";
    private static final int LONGEST = 100;

    private final Session session;
    private final String taskId;
    private final String projectId;
    private final long taskType;

    EditLock(Session session, CommitIntegrationTask commit) {
        this.session = session;
        this.taskId = commit.taskId();
        this.projectId = commit.projectId();
        this.taskType = Objects.requireNonNullElse(commit.taskType(), IntegrationTaskType.REAL_TIME.wireValue());
    }

    /** Who holds a lock. */
    enum Holder {
        NOBODY,
        OURS
    }

    /** Looks at the lock; fails, and names the holder, when another account holds it. */
    CompletableFuture<Holder> look() {
        return status().thenApply(status -> {
            new DescribeTaskLockStatus.Result(status).heldByAnother().ifPresent(uin -> {
                throw new OperationFailedException("Integration task " + taskId + " is locked by account "
                        + PlainText.line(uin, LONGEST)
                        + " and was not committed: ask for the lock to be released, then run again");
            });
            return Long.valueOf(1).equals(status.isLocker()) ? Holder.OURS : Holder.NOBODY;
        });
    }

    private CompletableFuture<TaskLockStatus> status() {
        return session.call(new DescribeTaskLockStatus(taskId, projectId, taskType))
                .thenApply(reply -> Optional.ofNullable(reply.result().taskLockStatus())
                        .orElseThrow(() -> new OperationFailedException(
                                "WeData does not tell who holds the lock of integration task " + taskId)));
    }

    /** Whether this account holds the lock. */
    CompletableFuture<Boolean> isOurs() {
        return status().thenApply(status -> Long.valueOf(1).equals(status.isLocker()));
    }

    /** Takes a lock that nobody holds. */
    CompletableFuture<Void> take() {
        CompletableFuture<Void> taken = session.call(new LockIntegrationTask(taskId, projectId))
                .thenCompose(reply -> Boolean.TRUE.equals(reply.result().data())
                        ? CompletableFuture.completedFuture(null)
                        : look().thenAccept(holder -> {
                            throw notTaken("it answered Data: false and gave no reason (RequestId "
                                    + PlainText.line(reply.requestId(), LONGEST) + ")");
                        }));
        taken = Async.recover(
                taken,
                CallRefusedException.class,
                refused -> look().thenAccept(holder -> {
                    throw refused;
                }));
        taken = Async.recover(taken, CallDoubtfulException.class, this::settleTaking);
        return Async.recover(taken, CallUnknownException.class, this::settleTaking)
                .thenRun(() -> session.log().milestone("Locked integration task " + taskId));
    }

    private CompletableFuture<Void> settleTaking(CallException lost) {
        Iterator<Duration> pauses = LOOKS_AT_TAKING.iterator();
        return PollLoop.until(
                        session,
                        pauses::next,
                        () -> look().thenApply(holder -> {
                            if (holder == Holder.NOBODY && !pauses.hasNext()) {
                                throw new OutcomeUnknownException(
                                        "Whether integration task " + taskId
                                                + " was locked is unknown: the call was not"
                                                + " answered, and the lock has not appeared in 90 s. Nothing was committed. Should"
                                                + " the lock appear later, unlock the task in project " + projectId
                                                + ". "
                                                + lost.getMessage(),
                                        lost);
                            }
                            return Optional.of(holder).filter(Holder.OURS::equals);
                        }))
                .thenAccept(ours -> {});
    }

    private OperationFailedException notTaken(String reason) {
        return new OperationFailedException(
                "WeData did not lock integration task " + taskId + ", and nothing was committed: " + reason);
    }

    /** Gives the lock back. Never fails for what WeData does: the commit's own end stands, and the log says what to do. */
    CompletableFuture<Void> release() {
        CompletableFuture<Void> released = session.call(new UnlockIntegrationTask(taskId, projectId))
                .thenAccept(reply -> {
                    if (!Boolean.TRUE.equals(reply.result().data())) {
                        throw new OperationFailedException("WeData answered Data: false (RequestId "
                                + PlainText.line(reply.requestId(), LONGEST) + ")");
                    }
                    session.log().milestone("Unlocked integration task " + taskId);
                });
        released = Async.recover(released, CallDoubtfulException.class, this::settleRelease);
        released = Async.recover(released, CallUnknownException.class, this::settleRelease);
        released = Async.recover(released, CallRefusedException.class, this::notOurs);
        return Async.recover(released, Exception.class, failure -> {
            if (failure instanceof CancellationException) {
                return CompletableFuture.failedFuture(failure);
            }
            session.log().milestone("WARNING: " + stillLocked() + ". " + failure.getMessage());
            return CompletableFuture.completedFuture(null);
        });
    }

    private CompletableFuture<Void> notOurs(CallRefusedException refused) {
        if (!refused.code().equals(NO_LOCK)) {
            return CompletableFuture.failedFuture(refused);
        }
        session.log().milestone("Integration task " + taskId + " was not locked by this account any more");
        return CompletableFuture.completedFuture(null);
    }

    private CompletableFuture<Void> settleRelease(CallException lost) {
        Iterator<Duration> pauses = LOOKS_AT_RELEASE.iterator();
        return PollLoop.until(
                        session,
                        pauses::next,
                        () -> status().thenApply(status -> {
                            boolean ours = Long.valueOf(1).equals(status.isLocker());
                            if (ours && !pauses.hasNext()) {
                                throw lost;
                            }
                            return ours ? Optional.<Boolean>empty() : Optional.of(true);
                        }))
                .thenAccept(free -> session.log()
                        .milestone("The unlocking of integration task " + taskId
                                + " was not answered, but it is unlocked"));
    }

    /** What to do about a lock that may be left. */
    private String stillLocked() {
        return "The lock of integration task " + taskId + " of project " + projectId
                + " could not be released for sure: unlock the task in WeData, or nobody else can edit it";
    }
}
