package io.jenkins.plugins.wedata.operation;

import io.jenkins.plugins.wedata.api.CommitIntegrationTask;
import io.jenkins.plugins.wedata.api.DescribeTaskLockStatus;
import io.jenkins.plugins.wedata.api.IntegrationTaskType;
import io.jenkins.plugins.wedata.api.PlainText;
import io.jenkins.plugins.wedata.client.CallException;
import io.jenkins.plugins.wedata.client.CallRefusedException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Explains a commit that was refused because of a lock. The refusal names the lock's holder in the account's own language;
 * the lock's state names it in none.
 */
final class LockRefusal {

    private static final String CODE = "UnsupportedOperation";
    private static final int LONGEST = 100;

    private final Session session;
    private final CommitIntegrationTask commit;

    LockRefusal(Session session, CommitIntegrationTask commit) {
        this.session = session;
        this.commit = commit;
    }

    /** Completes with the failure that names the holder, or with the refusal as it is. */
    <T> CompletableFuture<T> explain(CallRefusedException refused) {
        if (!refused.code().equals(CODE)) {
            return CompletableFuture.failedFuture(refused);
        }
        long kind = Objects.requireNonNullElse(commit.taskType(), IntegrationTaskType.REAL_TIME.wireValue());
        CompletableFuture<Optional<String>> locker = session.call(
                        new DescribeTaskLockStatus(commit.taskId(), commit.projectId(), kind))
                .thenApply(reply -> reply.result().heldByAnother());
        return Async.recover(locker, CallException.class, unread -> CompletableFuture.completedFuture(Optional.empty()))
                .thenCompose(holder -> CompletableFuture.failedFuture(
                        holder.<Throwable>map(uin -> lockedBy(uin, refused)).orElse(refused)));
    }

    private OperationFailedException lockedBy(String uin, CallRefusedException refused) {
        return new OperationFailedException(
                Messages.LockRefusal_LockedBy(commit.taskId(), PlainText.line(uin, LONGEST), refused.getMessage()),
                refused);
    }
}
