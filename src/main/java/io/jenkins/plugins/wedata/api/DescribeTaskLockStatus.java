package io.jenkins.plugins.wedata.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.Optional;

/**
 * DescribeTaskLockStatus of version 2021-08-20: who holds the lock of an integration task.
 *
 * @param taskId the integration task's id
 * @param projectId the project's id
 * @param taskType see {@link IntegrationTaskType}
 */
public record DescribeTaskLockStatus(String taskId, String projectId, Long taskType)
        implements WeDataAction<DescribeTaskLockStatus.Result> {

    private static final ActionType<Result> TYPE =
            new ActionType<>("DescribeTaskLockStatus", ApiVersion.V2021_08_20, Effect.READ, Result.class);

    /**
     * The lock's state.
     *
     * @param taskLockStatus carries the state
     */
    public record Result(@CheckForNull TaskLockStatus taskLockStatus) {

        /**
         * Who else holds the lock.
         *
         * @return the account's number, or empty when nobody does, the caller does, or the service does not say
         */
        public Optional<String> heldByAnother() {
            return Optional.ofNullable(taskLockStatus)
                    .filter(lock -> !Long.valueOf(1).equals(lock.isLocker()))
                    .map(TaskLockStatus::locker)
                    .filter(name -> !name.isBlank());
        }
    }

    /**
     * WeData's structure {@code TaskLockStatus}.
     *
     * @param taskId the integration task's id
     * @param locker the account that holds the lock
     * @param isLocker 1 when the caller holds it
     * @param isRob 1 when the caller may take it over
     */
    public record TaskLockStatus(
            @CheckForNull String taskId,
            @CheckForNull String locker,
            @CheckForNull Long isLocker,
            @CheckForNull Long isRob) {}

    @Override
    public ActionType<Result> type() {
        return TYPE;
    }

    @Override
    public void check(Problems problems) {
        TaskRules.requireTask(problems, taskId);
        TaskRules.requireProject(problems, projectId);
        if (taskType == null) {
            problems.add("taskType", null, Messages._IntegrationTaskRules_TaskType());
        }
        problems.requireAtLeast("taskType", taskType, 0);
    }
}
