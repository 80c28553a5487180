package io.jenkins.plugins.wedata.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/**
 * GetBatchDetailErrorLog of version 2021-08-20, mainland site only: why one task of a batch job failed.
 *
 * @param jobId the job's number
 * @param resourceId the failed task's id
 * @param projectId the project's id
 */
public record GetBatchDetailErrorLog(
        Long jobId, String resourceId, @CheckForNull String projectId)
        implements WeDataAction<GetBatchDetailErrorLog.Result> {

    private static final ActionType<Result> TYPE =
            new ActionType<>("GetBatchDetailErrorLog", ApiVersion.V2021_08_20, Effect.READ, Result.class);

    /**
     * The reason of a failure.
     *
     * @param data a text for people, in the account's language
     */
    public record Result(@CheckForNull String data) {}

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
        problems.requireText("resourceId", resourceId, Messages._GetBatchDetailErrorLog_ResourceId());
    }
}
