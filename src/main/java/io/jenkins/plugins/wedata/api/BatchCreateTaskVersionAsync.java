package io.jenkins.plugins.wedata.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * BatchCreateTaskVersionAsync of version 2021-08-20: makes a production version of each of many tasks, in one job that
 * goes on by itself. The job is followed with {@link ListBatchDetail}; it can't be cancelled.
 *
 * @param tasks what to make versions of, at least one
 * @param projectId the project's id
 * @param autoRun whether to run after the submit
 * @param alarmWays {@code email}, {@code sms}, {@code wecom}
 * @param alarmRecipientTypes {@code 1} project administrators, {@code 2} the task's owner
 * @param needCheckParentSubmitted whether to refuse a task whose parent is not yet submitted
 * @param enableMakeUp whether to backfill the instances in between (mainland site only)
 * @param assignApprovalList the approvers' ids (mainland site only)
 * @param perTaskMissingInstanceStrategy what to do with missed instances, task by task (mainland site only)
 */
public record BatchCreateTaskVersionAsync(
        List<BatchCreateTaskVersionDTO> tasks,
        String projectId,
        @CheckForNull Boolean autoRun,
        @CheckForNull String alarmWays,
        @CheckForNull String alarmRecipientTypes,
        @CheckForNull Boolean needCheckParentSubmitted,
        @CheckForNull Boolean enableMakeUp,
        @CheckForNull List<String> assignApprovalList,
        @CheckForNull List<TaskMissingInstanceStrategy> perTaskMissingInstanceStrategy)
        implements WeDataAction<BatchCreateTaskVersionAsync.Result> {

    private static final ActionType<Result> TYPE =
            new ActionType<>("BatchCreateTaskVersionAsync", ApiVersion.V2021_08_20, Effect.WRITE, Result.class);

    /**
     * What a started job is answered with.
     *
     * @param data carries the job's id
     */
    public record Result(@CheckForNull BatchTaskOperateNew data) {

        /**
         * The job's number.
         *
         * @return empty when the reply holds none
         */
        public Optional<Long> jobId() {
            return Optional.ofNullable(data).map(BatchTaskOperateNew::jobId);
        }
    }

    /**
     * WeData's structure {@code BatchTaskOperateNew}.
     *
     * @param jobId the number that {@link ListBatchDetail} takes
     */
    public record BatchTaskOperateNew(@CheckForNull Long jobId) {}

    /**
     * One task of the batch; WeData's structure {@code BatchCreateTaskVersionDTO}.
     *
     * @param taskId the task's id
     * @param versionRemark the version's note
     * @param folderId the id of the task's folder
     */
    public record BatchCreateTaskVersionDTO(
            String taskId,
            @CheckForNull String versionRemark,
            @CheckForNull String folderId) {}

    /**
     * What to do with the instances that a task missed; WeData's structure {@code TaskMissingInstanceStrategy}.
     *
     * @param taskId the task's id
     * @param missingInstanceStrategy {@code MAKEUP}, {@code FORCE_SUCCESS} or {@code SKIP}
     */
    public record TaskMissingInstanceStrategy(
            @CheckForNull String taskId, @CheckForNull String missingInstanceStrategy) {

        /** The strategies that the service documents. */
        public static final List<String> STRATEGIES = List.of("MAKEUP", "FORCE_SUCCESS", "SKIP");
    }

    @Override
    public ActionType<Result> type() {
        return TYPE;
    }

    @Override
    public void check(Problems problems) {
        TaskRules.requireProject(problems, projectId);
        Set<String> inBatch = checkTasks(problems);
        problems.requireDistinctTexts(
                "assignApprovalList", assignApprovalList, Messages._BatchCreateTaskVersionAsync_Approver());
        problems.checkEach(
                "perTaskMissingInstanceStrategy",
                perTaskMissingInstanceStrategy,
                (path, strategy) -> checkStrategy(problems, path, strategy, inBatch));
    }

    private Set<String> checkTasks(Problems problems) {
        Set<String> seen = new HashSet<>();
        if (tasks == null || tasks.isEmpty()) {
            problems.add("tasks", null, Messages._BatchCreateTaskVersionAsync_Tasks());
            return seen;
        }
        problems.checkEach("tasks", tasks, (path, task) -> {
            problems.requireText(path, "taskId", task.taskId(), Messages._TaskRules_TaskId());
            if (!TaskRules.isBlank(task.taskId()) && !seen.add(task.taskId())) {
                problems.add(path + ".taskId", task.taskId(), Messages._BatchCreateTaskVersionAsync_TaskOnce());
            }
        });
        return seen;
    }

    private static void checkStrategy(
            Problems problems, String field, TaskMissingInstanceStrategy strategy, Set<String> inBatch) {
        String taskId = strategy.taskId();
        problems.requireText(field, "taskId", taskId, Messages._BatchCreateTaskVersionAsync_TaskOfBatch());
        if (!TaskRules.isBlank(taskId) && !inBatch.contains(taskId)) {
            problems.add(field + ".taskId", taskId, Messages._BatchCreateTaskVersionAsync_TaskOfBatch());
        }
        String name = strategy.missingInstanceStrategy();
        if (name == null || !TaskMissingInstanceStrategy.STRATEGIES.contains(name)) {
            problems.add(
                    field + ".missingInstanceStrategy",
                    name,
                    Messages._Problems_OneOf(Joined.values(TaskMissingInstanceStrategy.STRATEGIES)));
        }
    }

    @Override
    public Optional<String> absentIn(Result result) {
        return result.jobId().isEmpty() ? Optional.of("Data.JobId") : Optional.empty();
    }
}
