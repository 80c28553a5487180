package io.jenkins.plugins.wedata.operation;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.client.CallRefusedException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

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
        String notOffered = "This site does not tell how far batch job " + jobId + " is";
        if (options.mark().isEmpty() || taskIds.isEmpty()) {
            return CompletableFuture.failedFuture(new OutcomeUnknownException(
                    notOffered + ", and without " + (taskIds.isEmpty() ? "its tasks" : "a mark in their remarks")
                            + " nothing that it did can be recognised: not confirmed. Look at its tasks in WeData. Of a"
                            + " job that makes versions, wedataAwaitJob reads them back when it is given tasks and"
                            + " remark",
                    null));
        }
        session.log().milestone(notOffered + ": reading the tasks' versions back");
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
                                "The versions of the batch job were started, but can't be read back: "
                                        + refused.getMessage() + ". Look at the tasks' versions in WeData",
                                refused)))
                .thenCompose(missing -> {
                    if (!missing.isEmpty()) {
                        throw notConfirmed(missing);
                    }
                    session.log().milestone("All versions are confirmed");
                    return approved(readBack.approvals(), confirmed(jobId, requestId));
                });
    }

    private WaitTimeoutException notConfirmed(List<String> missing) {
        return new WaitTimeoutException("The versions of " + missing.size() + " of " + taskIds.size()
                + " tasks of project " + projectId + " are not confirmed after " + Durations.inWords(options.timeout())
                + ": " + String.join(", ", missing)
                + ". They failed, or are still being made: look at them in WeData");
    }

    private CompletableFuture<OperationResult> approved(Map<String, String> approvals, Map<String, Object> values) {
        if (approvals.isEmpty()) {
            return CompletableFuture.completedFuture(OperationResult.of(values));
        }
        values.put("approvals", new LinkedHashMap<>(approvals));
        String texts = approvals.values().stream().distinct().limit(SOME).collect(Collectors.joining("', '"));
        return Approval.pending(
                session,
                options.onApproval(),
                "The versions of " + approvals.size() + " of " + taskIds.size()
                        + " tasks wait for approval, as far as WeData tells ('" + texts
                        + "'): none of them is live until it is given",
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
