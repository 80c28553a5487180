package io.jenkins.plugins.wedata.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;
import java.util.Optional;

/**
 * UpdateTriggerTaskPartially of version 2025-08-06: changes what is said of a task of a trigger workflow, and leaves the rest.
 *
 * @param projectId the project's id
 * @param taskId the task's id
 * @param newSetting what changes
 * @param fieldToRemoveList the elements of lists that go, as paths with their keys, such as
 *     {@code TaskConfiguration/TaskSchedulingParameterList:aa,bb}
 */
public record UpdateTriggerTaskPartially(
        String projectId,
        String taskId,
        Part newSetting,
        @CheckForNull List<String> fieldToRemoveList) implements WeDataAction<UpdatedTask> {

    private static final ActionType<UpdatedTask> TYPE =
            new ActionType<>("UpdateTriggerTaskPartially", ApiVersion.V2025_08_06, Effect.WRITE, UpdatedTask.class);

    /**
     * WeData's structure {@code UpdateTriggerTaskPart}.
     *
     * @param triggerTaskBaseAttribute what the task is; null to leave it as it is
     * @param triggerTaskConfiguration what it runs, and where; null to leave it as it is
     * @param triggerTaskSchedulerConfiguration when it runs; null to leave it as it is
     */
    public record Part(
            @CheckForNull UpdateTaskBaseAttributePart triggerTaskBaseAttribute,
            @CheckForNull CreateTriggerTaskConfiguration triggerTaskConfiguration,
            @CheckForNull CreateTriggerTaskSchedulerConfiguration triggerTaskSchedulerConfiguration) {}

    @Override
    public ActionType<UpdatedTask> type() {
        return TYPE;
    }

    @Override
    public void check(Problems problems) {
        TaskRules.requireProject(problems, projectId);
        TaskRules.requireTask(problems, taskId);
        if (newSetting == null) {
            problems.add("newSetting", null, Messages._UpdateTaskPartially_NewSetting());
        }
    }

    @Override
    public Optional<String> absentIn(UpdatedTask result) {
        return result.absent();
    }
}
