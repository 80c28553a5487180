package io.jenkins.plugins.wedata.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;

/**
 * ListBatchDetail of version 2021-08-20, mainland site only: how far a batch job is.
 *
 * @param jobId the job's number
 * @param projectId the project's id
 */
public record ListBatchDetail(Long jobId, @CheckForNull String projectId)
        implements WeDataAction<ListBatchDetail.Result> {

    private static final ActionType<Result> TYPE =
            new ActionType<>("ListBatchDetail", ApiVersion.V2021_08_20, Effect.READ, Result.class);

    /**
     * A batch job's state. Any member may be null; lists are never null here.
     *
     * @param jobId the job's number
     * @param runType {@code ASYNC} or {@code SYNC}
     * @param successResource the tasks that went well so far
     * @param failResource the tasks that failed so far
     * @param jobType such as {@code BATCH_CREATE_VERSION}
     * @param jobStatus see {@link JobStatus#of}
     * @param totalResource how many tasks the job has
     * @param needApprove whether the versions wait for an approver, so that an ended job need not be live
     */
    public record Result(
            @CheckForNull Long jobId,
            @CheckForNull String runType,
            List<AsyncResource> successResource,
            List<AsyncResource> failResource,
            @CheckForNull String jobType,
            @CheckForNull String jobStatus,
            @CheckForNull Long totalResource,
            @CheckForNull Boolean needApprove) {

        /** Takes an absent list as an empty one. */
        public Result {
            successResource = successResource == null ? List.of() : successResource;
            failResource = failResource == null ? List.of() : failResource;
        }
    }

    /**
     * One task of a job; WeData's structure {@code AsyncResourceVO}. Its {@code ExtraInfo}, of which nobody here makes use, is
     * not read: it is more than half of what a look at a large job would keep.
     *
     * @param processId the number of the work on this task
     * @param resourceId the task's id
     * @param resourceName the task's name
     */
    public record AsyncResource(
            @CheckForNull Long processId,
            @CheckForNull String resourceId,
            @CheckForNull String resourceName) {}

    @Override
    public ActionType<Result> type() {
        return TYPE;
    }

    @Override
    public void check(Problems problems) {
        if (jobId == null) {
            problems.add("jobId", null, Messages._ListBatchDetail_JobId());
        }
        problems.requireAtLeast("jobId", jobId, 0);
    }
}
