package io.jenkins.plugins.wedata.emulator;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which tasks ListTasks and ListTriggerTasks list. A name is looked for anywhere in the task's, since the service does not
 * say that it is compared exactly.
 *
 * @param projectId the project
 * @param nameText part of the name; empty for any
 * @param workflowId the workflow; empty for any
 * @param ownerUin the owner; empty for any
 * @param creatorUin the maker; empty for any
 * @param status such as {@code N}; empty for any
 * @param type the number of the task type; empty for any
 * @param submitted whether it has a submitted version; empty for any
 * @param modified when it was changed last
 * @param created when it was made
 */
record TaskQuery(
        String projectId,
        String nameText,
        String workflowId,
        String ownerUin,
        String creatorUin,
        String status,
        Optional<Long> type,
        Optional<Boolean> submitted,
        TimeRange modified,
        TimeRange created) {

    private static final List<String> UNUSED_LISTS =
            List.of("TaskFolderPathList", "WorkflowFolderPathList", "TaskNodeTypeList");

    static TaskQuery read(Parameters request) {
        UNUSED_LISTS.forEach(request::texts);
        request.optionalText("BundleId");
        return new TaskQuery(
                request.text("ProjectId"),
                request.optionalText("TaskName").orElse(""),
                request.optionalText("WorkflowId").orElse(""),
                request.optionalText("OwnerUin").orElse(""),
                request.optionalText("CreateUserUin").orElse(""),
                request.optionalText("Status").orElse(""),
                request.optionalInteger("TaskTypeId"),
                request.optionalFlag("Submit"),
                TimeRange.read(request, "ModifyTime"),
                TimeRange.read(request, "CreateTime"));
    }

    boolean matches(StoredTask task, String taskCreatorUin) {
        return task.projectId.equals(projectId)
                && task.name.contains(nameText)
                && Stream.of(
                                passes(workflowId, task.workflowId),
                                passes(ownerUin, task.ownerUin),
                                passes(creatorUin, taskCreatorUin),
                                passes(status, task.status()),
                                type.isEmpty() || type.get() == task.type,
                                submitted.isEmpty()
                                        || submitted.get() != task.versions().isEmpty(),
                                modified.contains(task.updateTime()),
                                created.contains(task.createTime))
                        .allMatch(passed -> passed);
    }

    private static boolean passes(String wanted, String value) {
        return wanted.isEmpty() || wanted.equals(value);
    }
}
