package io.jenkins.plugins.wedata.operation;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.api.Joined;
import io.jenkins.plugins.wedata.client.CallRefusedException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Follows a batch job to its end: by looking at the job where WeData offers that, else by reading the versions back.
 */
final class BatchFollower {

    /** How many different texts a message quotes. */
    private static final int SOME = 3;

    private final Session session;
    private final String projectId;
    private final List<String> taskIds;
    private final BatchWaitOptions options;

    BatchFollower(Session session, String projectId, List<String> taskIds, BatchWaitOptions options) {
        this.session = session;
        this.projectId = projectId;
        this.taskIds = taskIds;
        this.options = options;
    }

    /** Follows a job that is known by its number. */
    CompletableFuture<OperationResult> follow(long jobId, Instant since, @CheckForNull String requestId) {
        return new BatchJobWait(session, jobId, projectId, since, options.timeout())
                .untilConcluded()
                .thenCompose(conclusion -> conclusion instanceof BatchJobWait.End end
                        ? new BatchVerdict(session, jobId, projectId, options.onPartial(), options.onApproval())
                                .on(end, requestId)
                        : readBack(jobId, since.plus(options.timeout()), requestId));
    }

    private CompletableFuture<OperationResult> readBack(long jobId, Instant deadline, @CheckForNull String requestId) {
        String job = String.valueOf(jobId);
        if (options.mark().isEmpty() || taskIds.isEmpty()) {
            return CompletableFuture.failedFuture(new OutcomeUnknownException(
                    taskIds.isEmpty()
                            ? Messages.BatchFollower_WithoutTasks(job)
                            : Messages.BatchFollower_WithoutMark(job),
                    null));
        }
        session.log().milestone(Messages.BatchFollower_ReadingBack(job));
        return confirm(options.mark().get(), deadline, Optional.of(jobId), requestId);
    }

    /** Reads versions back until all are there; what is unseen at the deadline is not confirmed, and never a success. */
    CompletableFuture<OperationResult> confirm(
            String mark, Instant deadline, Optional<Long> jobId, @CheckForNull String requestId) {
        VersionReadBack readBack = new VersionReadBack(session, projectId, taskIds, mark);
        return Async.recover(
                        readBack.untilConfirmed(deadline),
                        CallRefusedException.class,
                        refused -> CompletableFuture.failedFuture(new OutcomeUnknownException(
                                Messages.BatchFollower_NotReadBack(refused.getMessage()), refused)))
                .thenCompose(missing -> {
                    if (!missing.isEmpty()) {
                        throw notConfirmed(missing);
                    }
                    session.log().milestone(Messages.BatchFollower_AllConfirmed());
                    return approved(readBack.approvals(), confirmed(jobId, requestId));
                });
    }

    private WaitTimeoutException notConfirmed(List<String> missing) {
        return new WaitTimeoutException(Messages.BatchFollower_NotConfirmed(
                String.valueOf(missing.size()),
                String.valueOf(taskIds.size()),
                projectId,
                Durations.inWords(options.timeout()),
                Joined.values(missing)));
    }

    private CompletableFuture<OperationResult> approved(Map<String, String> approvals, Map<String, Object> values) {
        if (approvals.isEmpty()) {
            return CompletableFuture.completedFuture(OperationResult.of(values));
        }
        values.put("approvals", new LinkedHashMap<>(approvals));
        Joined states = Joined.values(approvals.values().stream()
                .distinct()
                .limit(SOME)
                .map(Messages::BatchFollower_ApprovalState)
                .toList());
        return Approval.pending(
                session,
                options.onApproval(),
                Messages.BatchFollower_WaitForApproval(
                        String.valueOf(approvals.size()), String.valueOf(taskIds.size()), states),
                values);
    }

    private Map<String, Object> confirmed(Optional<Long> jobId, @CheckForNull String requestId) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("jobId", jobId.orElse(null));
        values.put("outcome", "SUCCESS");
        values.put("status", "CONFIRMED_BY_VERSIONS");
        values.put("total", (long) taskIds.size());
        values.put("succeeded", new ArrayList<>(taskIds));
        values.put("failed", new ArrayList<>());
        values.put("requestId", requestId);
        return values;
    }
}
