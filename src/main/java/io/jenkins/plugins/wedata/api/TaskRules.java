package io.jenkins.plugins.wedata.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.Base64;
import java.util.List;

/** The rules that the actions on tasks share. */
final class TaskRules {

    private TaskRules() {}

    static void checkNewTask(
            Problems problems,
            @CheckForNull String projectId,
            @CheckForNull String workflowId,
            @CheckForNull String taskName,
            @CheckForNull Long taskType,
            @CheckForNull List<TaskExtInfo> taskExt) {
        requireProject(problems, projectId);
        problems.requireText("workflowId", workflowId, Messages._TaskRules_WorkflowId());
        problems.requireText("taskName", taskName, Messages._TaskRules_TaskName());
        if (taskType == null) {
            problems.add("taskType", null, TaskType.EXPECTED);
        } else {
            problems.requireAtLeast("taskType", taskType, 1);
        }
        problems.checkEach(
                "ext",
                taskExt,
                (path, extra) -> problems.requireText(path, "key", extra.key(), Messages._TaskRules_ExtKey()));
    }

    static void requireProject(Problems problems, @CheckForNull String projectId) {
        problems.requireText("projectId", projectId, Messages._TaskRules_ProjectId());
    }

    static void requireTask(Problems problems, @CheckForNull String taskId) {
        problems.requireText("taskId", taskId, Messages._TaskRules_TaskId());
    }

    static void requireNames(Problems problems, String field, @CheckForNull List<RecordField> settings) {
        problems.checkEach(
                field,
                settings,
                (path, setting) ->
                        problems.requireText(path, "name", setting.name(), Messages._TaskRules_SettingName()));
    }

    static void checkParameter(
            Problems problems, String path, @CheckForNull String paramKey, @CheckForNull String paramValue) {
        problems.requireText(path, "paramKey", paramKey, Messages._TaskRules_ParamKey());
        if (paramValue == null) {
            problems.add(path + ".paramValue", null, Messages._TaskRules_ParamValue());
        }
    }

    static void checkBase64(Problems problems, String field, @CheckForNull String content) {
        try {
            if (content != null) {
                Base64.getDecoder().decode(content);
            }
        } catch (IllegalArgumentException e) {
            problems.add(field, content, Messages._TaskRules_Base64());
        }
    }

    static boolean isBlank(@CheckForNull String text) {
        return text == null || text.isBlank();
    }
}
