package io.jenkins.plugins.wedata.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;
import java.util.Optional;

/**
 * CommitIntegrationTask of version 2021-08-20: submits an integration task, and starts it if the commit type says so. The
 * call is synchronous; whether the task then runs is seen with {@link DescribeIntegrationTask}.
 *
 * @param taskId the integration task's id
 * @param projectId the project's id
 * @param commitType see {@link CommitType}
 * @param taskType see {@link IntegrationTaskType}; the service takes real-time when absent
 * @param extConfig extra settings
 * @param versionDesc the version's note
 * @param instanceVersion the number of the version that is submitted
 * @param eventDesc a free label of what the user does
 * @param currentStatus the task's state at the time of the commit; only 3, running, is described (mainland site only)
 */
public record CommitIntegrationTask(
        String taskId,
        String projectId,
        @CheckForNull Long commitType,
        @CheckForNull Long taskType,
        @CheckForNull List<RecordField> extConfig,
        @CheckForNull String versionDesc,
        @CheckForNull Long instanceVersion,
        @CheckForNull String eventDesc,
        @CheckForNull Long currentStatus)
        implements WeDataAction<CommitIntegrationTask.Result> {

    private static final ActionType<Result> TYPE =
            new ActionType<>("CommitIntegrationTask", ApiVersion.V2021_08_20, Effect.WRITE, Result.class);

    /**
     * What a commit is answered with.
     *
     * @param data whether it was accepted: false is a failure although the reply carries no error
     * @param dataDto set when approvals are on (mainland site only)
     */
    public record Result(
            @CheckForNull Boolean data, @CheckForNull CommitTaskDataDto dataDto) {

        /**
         * The ticket of the approval that the commit waits for.
         *
         * @return empty when no approval is pending
         */
        public Optional<String> pendingApproval() {
            return Optional.ofNullable(dataDto)
                    .map(CommitTaskDataDto::taskApproveId)
                    .filter(id -> !id.isBlank());
        }
    }

    /**
     * WeData's structure {@code CommitTaskDataDto}.
     *
     * @param taskApproveId the approval's ticket
     */
    public record CommitTaskDataDto(@CheckForNull String taskApproveId) {}

    @Override
    public ActionType<Result> type() {
        return TYPE;
    }

    @Override
    public void check(Problems problems) {
        TaskRules.requireTask(problems, taskId);
        TaskRules.requireProject(problems, projectId);
        if (commitType != null && (commitType < 0 || commitType > 4)) {
            problems.add("commitType", commitType, Messages._Problems_Between("0", "4"));
        }
        problems.requireAtLeast("taskType", taskType, 0);
        TaskRules.requireNames(problems, "extConfig", extConfig);
        problems.requireAtLeast("instanceVersion", instanceVersion, 0);
        problems.requireAtLeast("currentStatus", currentStatus, 0);
    }

    @Override
    public Optional<String> absentIn(Result result) {
        return result.data() == null ? Optional.of("Data") : Optional.empty();
    }
}
