package io.jenkins.plugins.wedata.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/**
 * What a trigger task is; CreateTriggerTask, version 2025-08-06.
 *
 * @param taskName its name
 * @param taskTypeId the number of its type as text, see {@link TriggerTaskType}
 * @param workflowId the trigger workflow's id, a UUID
 * @param ownerUin its owner's account; the caller's when absent
 * @param taskDescription its note
 * @param taskFolderPath a folder below that of its kind of node, such as {@code /tf_01}, which must exist
 */
public record CreateTriggerTaskBaseAttribute(
        String taskName,
        String taskTypeId,
        String workflowId,
        @CheckForNull String ownerUin,
        @CheckForNull String taskDescription,
        @CheckForNull String taskFolderPath) {

    void check(Problems problems, String path) {
        problems.requireText(path, "taskName", taskName, Messages._TaskRules_TaskName());
        if (TaskRules.isBlank(taskTypeId)) {
            problems.add(path + ".taskTypeId", null, TriggerTaskType.EXPECTED);
        } else if (!TypeText.isNumber(taskTypeId)) {
            problems.add(path + ".taskTypeId", taskTypeId, TriggerTaskType.expectedInsteadOf(taskTypeId));
        }
        problems.requireText(path, "workflowId", workflowId, Messages._CreateTriggerTaskBaseAttribute_WorkflowId());
    }
}
