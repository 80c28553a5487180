package io.jenkins.plugins.wedata.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.Optional;

/**
 * GetTriggerTask of version 2025-08-06: a task of a trigger workflow as WeData holds it.
 *
 * @param projectId the project's id
 * @param taskId the trigger task's id
 */
public record GetTriggerTask(String projectId, String taskId) implements WeDataAction<GetTriggerTask.Result> {

    private static final ActionType<Result> TYPE =
            new ActionType<>("GetTriggerTask", ApiVersion.V2025_08_06, Effect.READ, Result.class);

    /**
     * A trigger task.
     *
     * @param data the task
     */
    public record Result(@CheckForNull TriggerTask data) {}

    /**
     * WeData's structure {@code TriggerTask}. Of its parts what a maker may decide is read; the names that WeData adds to
     * ids are not.
     *
     * @param triggerTaskBaseAttribute what the task is
     * @param triggerTaskConfiguration what it runs, and where
     * @param triggerTaskSchedulerConfiguration when it runs
     */
    public record TriggerTask(
            @CheckForNull TaskBaseAttribute triggerTaskBaseAttribute,
            @CheckForNull CreateTriggerTaskConfiguration triggerTaskConfiguration,
            @CheckForNull CreateTriggerTaskSchedulerConfiguration triggerTaskSchedulerConfiguration) {}

    @Override
    public ActionType<Result> type() {
        return TYPE;
    }

    @Override
    public void check(Problems problems) {
        TaskRules.requireProject(problems, projectId);
        TaskRules.requireTask(problems, taskId);
    }

    @Override
    public Optional<String> absentIn(Result result) {
        return result.data() == null ? Optional.of("Data") : Optional.empty();
    }
}
