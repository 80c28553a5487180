package io.jenkins.plugins.wedata.operation;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.api.ListBatchDetail;
import io.jenkins.plugins.wedata.api.PlainText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What the end of a batch job means for the build. */
final class BatchVerdict {

    private static final String CREATE_VERSION = "CREATE_VERSION";
    private static final int LONGEST = 100;

    private final Session session;
    private final long jobId;
    private final String projectId;
    private final Reaction onPartial;
    private final Reaction onApproval;

    BatchVerdict(Session session, long jobId, String projectId, Reaction onPartial, Reaction onApproval) {
        this.session = session;
        this.jobId = jobId;
        this.projectId = projectId;
        this.onPartial = onPartial;
        this.onApproval = onApproval;
    }

    /** Completes with the result, or with the failure, of which the log has been told everything by then. */
    CompletableFuture<OperationResult> on(BatchJobWait.End end, @CheckForNull String requestId) {
        ListBatchDetail.Result detail = end.detail();
        int failed = detail.failResource().size();
        session.log()
                .milestone(Messages.BatchVerdict_Ended(
                        String.valueOf(jobId),
                        end.status(),
                        String.valueOf(detail.successResource().size()),
                        String.valueOf(failed)));
        session.log().counted(JobWatch.tally(jobId, end.status(), detail));
        if (end.status().isSuccess() && failed == 0) {
            return approved(end, values(end, List.of(), requestId));
        }
        return new FailureReasons(session, jobId, projectId)
                .of(detail.failResource())
                .thenCompose(failures -> failed(end, failures, requestId));
    }

    private CompletableFuture<OperationResult> approved(BatchJobWait.End end, Map<String, Object> values) {
        return needsApproval(end)
                ? Approval.pending(
                        session,
                        onApproval,
                        makesVersions(end.detail())
                                ? Messages.BatchVerdict_VersionsWait(String.valueOf(jobId))
                                : Messages.BatchVerdict_WorkWaits(String.valueOf(jobId), jobType(end.detail())),
                        values)
                : CompletableFuture.completedFuture(OperationResult.of(values));
    }

    private static String pendingPart(ListBatchDetail.Result detail) {
        return makesVersions(detail)
                ? Messages.BatchVerdict_PartOfVersionsWaits()
                : Messages.BatchVerdict_PartOfWorkWaits();
    }

    /** A job of no named kind is one that this plugin started, or as good as. */
    private static boolean makesVersions(ListBatchDetail.Result detail) {
        return Optional.ofNullable(detail.jobType())
                .map(jobType -> jobType.endsWith(CREATE_VERSION))
                .orElse(true);
    }

    private static String jobType(ListBatchDetail.Result detail) {
        return PlainText.line(String.valueOf(detail.jobType()), LONGEST);
    }

    private static boolean needsApproval(BatchJobWait.End end) {
        return Boolean.TRUE.equals(end.detail().needApprove());
    }

    private CompletableFuture<OperationResult> failed(
            BatchJobWait.End end, List<FailedTask> failures, @CheckForNull String requestId) {
        boolean partial = end.status().isPartial() || end.status().isSuccess();
        boolean pending = partial && needsApproval(end);
        String message = Messages.BatchVerdict_Failed(
                String.valueOf(jobId),
                projectId,
                end.status(),
                FailureReasons.inShort(failures, total(end.detail())),
                pending ? pendingPart(end.detail()) : "");
        if (pending) {
            session.log().awaitsApproval(message);
        }
        if (!partial || onPartial == Reaction.FAIL) {
            return CompletableFuture.failedFuture(new OperationFailedException(message));
        }
        if (pending && onApproval == Reaction.FAIL) {
            return CompletableFuture.failedFuture(new OperationFailedException(Approval.refused(message)));
        }
        Map<String, Object> values = values(end, failures, requestId);
        if (pending) {
            values.put("approvalPending", true);
        }
        return CompletableFuture.completedFuture(new OperationResult(values, Optional.of(message)));
    }

    private Map<String, Object> values(
            BatchJobWait.End end, List<FailedTask> failures, @CheckForNull String requestId) {
        ListBatchDetail.Result detail = end.detail();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("jobId", jobId);
        values.put("outcome", end.status().isSuccess() && failures.isEmpty() ? "SUCCESS" : "PART_SUCCESS");
        values.put("status", end.status().name());
        values.put("total", total(detail));
        List<String> succeeded = new ArrayList<>();
        detail.successResource().forEach(task -> succeeded.add(task.resourceId()));
        values.put("succeeded", succeeded);
        List<Map<String, Object>> failed = new ArrayList<>();
        failures.forEach(failure -> failed.add(failure.values()));
        values.put("failed", failed);
        values.put("requestId", requestId);
        return values;
    }

    private static long total(ListBatchDetail.Result detail) {
        return Objects.requireNonNullElseGet(
                detail.totalResource(),
                () -> (long) detail.successResource().size()
                        + detail.failResource().size());
    }
}
