package io.jenkins.plugins.wedata.operation;

import io.jenkins.plugins.wedata.api.CommitIntegrationTask;
import io.jenkins.plugins.wedata.api.DescribeTaskLockStatus;
import io.jenkins.plugins.wedata.api.DescribeTaskLockStatus.TaskLockStatus;
import io.jenkins.plugins.wedata.api.IntegrationTaskType;
import io.jenkins.plugins.wedata.api.PlainText;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Whose the edit lock of the task is that is committed. WeData gives it to an account, not to a build: a lock that the
 * account held before is somebody's work under way, and is left as it was found.
 */
final class EditLock {

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
                throw new OperationFailedException(
                        Messages.EditLock_HeldByAnother(taskId, PlainText.line(uin, LONGEST)));
            });
            return isOurs(status) ? Holder.OURS : Holder.NOBODY;
        });
    }

    /** Whether this account holds the lock. */
    CompletableFuture<Boolean> isOurs() {
        return status().thenApply(EditLock::isOurs);
    }

    private static boolean isOurs(TaskLockStatus status) {
        return Long.valueOf(1).equals(status.isLocker());
    }

    private CompletableFuture<TaskLockStatus> status() {
        return session.call(new DescribeTaskLockStatus(taskId, projectId, taskType))
                .thenApply(reply -> Optional.ofNullable(reply.result().taskLockStatus())
                        .orElseThrow(() -> new OperationFailedException(Messages.EditLock_HolderNotTold(taskId))));
    }
}
