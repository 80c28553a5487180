package io.jenkins.plugins.wedata.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;
import java.util.Optional;

/**
 * UpdateTaskPartially of version 2025-08-06: changes what is said of a task of an ordinary workflow, and leaves the rest.
 *
 * @param projectId the project's id
 * @param taskId the task's id
 * @param newSetting what changes
 * @param fieldToRemoveList the elements of lists that go, as paths with their keys, such as
 *     {@code TaskConfiguration/TaskSchedulingParameterList:aa,bb}
 */
public record UpdateTaskPartially(
        String projectId,
        String taskId,
        Part newSetting,
        @CheckForNull List<String> fieldToRemoveList) implements WeDataAction<UpdatedTask> {

    private static final ActionType<UpdatedTask> TYPE =
            new ActionType<>("UpdateTaskPartially", ApiVersion.V2025_08_06, Effect.WRITE, UpdatedTask.class);

    /**
     * WeData's structure {@code UpdateTaskPart}.
     *
     * @param taskBaseAttribute what the task is; null to leave it as it is
     * @param taskConfiguration what it runs, and where; null to leave it as it is
     */
    public record Part(
            @CheckForNull UpdateTaskBaseAttributePart taskBaseAttribute,
            @CheckForNull CreateTriggerTaskConfiguration taskConfiguration) {}

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
