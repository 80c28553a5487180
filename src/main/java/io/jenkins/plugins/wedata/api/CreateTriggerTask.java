package io.jenkins.plugins.wedata.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.Optional;

/**
 * CreateTriggerTask of version 2025-08-06: makes a task in a trigger workflow. All three structures are required, and each
 * but the first may be empty. What is wrong with one is named by the step's words: {@code baseAttribute},
 * {@code configuration}, {@code schedulerConfiguration}.
 *
 * @param projectId the project's id
 * @param triggerTaskBaseAttribute what the task is
 * @param triggerTaskConfiguration what it runs, and where
 * @param triggerTaskSchedulerConfiguration when it runs
 */
public record CreateTriggerTask(
        String projectId,
        CreateTriggerTaskBaseAttribute triggerTaskBaseAttribute,
        CreateTriggerTaskConfiguration triggerTaskConfiguration,
        CreateTriggerTaskSchedulerConfiguration triggerTaskSchedulerConfiguration)
        implements WeDataAction<CreateTriggerTask.Result> {

    private static final ActionType<Result> TYPE =
            new ActionType<>("CreateTriggerTask", ApiVersion.V2025_08_06, Effect.WRITE, Result.class);

    /**
     * What a created task is answered with.
     *
     * @param data carries the new id
     */
    public record Result(@CheckForNull CreateTaskResult data) {

        /**
         * The new task's id.
         *
         * @return empty when the reply holds none
         */
        public Optional<String> taskId() {
            return Optional.ofNullable(data).map(CreateTaskResult::taskId).filter(id -> !id.isBlank());
        }
    }

    /**
     * WeData's structure {@code CreateTaskResult}.
     *
     * @param taskId the new task's id
     */
    public record CreateTaskResult(@CheckForNull String taskId) {}

    @Override
    public ActionType<Result> type() {
        return TYPE;
    }

    @Override
    public void check(Problems problems) {
        TaskRules.requireProject(problems, projectId);
        if (triggerTaskBaseAttribute == null) {
            problems.add("baseAttribute", null, Messages._CreateTriggerTask_BaseAttribute());
        } else {
            triggerTaskBaseAttribute.check(problems, "baseAttribute");
        }
        if (triggerTaskConfiguration == null) {
            problems.add("configuration", null, Messages._CreateTriggerTask_Configuration());
        } else {
            triggerTaskConfiguration.check(problems, "configuration");
        }
        if (triggerTaskSchedulerConfiguration == null) {
            problems.add("schedulerConfiguration", null, Messages._CreateTriggerTask_SchedulerConfiguration());
        } else {
            triggerTaskSchedulerConfiguration.check(problems, "schedulerConfiguration");
        }
    }

    @Override
    public Optional<String> absentIn(Result result) {
        return result.taskId().isEmpty() ? Optional.of("Data.TaskId") : Optional.empty();
    }
}
