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
        problems.requireText("workflowId", workflowId, "the id of the workflow that the task belongs to");
        problems.requireText("taskName", taskName, "the task's name");
        if (taskType == null) {
            problems.add("taskType", null, TaskType.EXPECTED);
        } else {
            problems.requireAtLeast("taskType", taskType, 1);
        }
        problems.checkEach(
                "ext", taskExt, (path, extra) -> problems.requireText(path + ".key", extra.key(), "the extra's key"));
    }

    static void requireProject(Problems problems, @CheckForNull String projectId) {
        problems.requireText("projectId", projectId, "the id of the WeData project");
    }

    static void requireTask(Problems problems, @CheckForNull String taskId) {
        problems.requireText("taskId", taskId, "the task's id");
    }

    static void requireNames(Problems problems, String field, @CheckForNull List<RecordField> settings) {
        problems.checkEach(
                field,
                settings,
                (path, setting) -> problems.requireText(path + ".name", setting.name(), "the setting's name"));
    }

    static void checkParameter(
            Problems problems, String path, @CheckForNull String paramKey, @CheckForNull String paramValue) {
        problems.requireText(path + ".paramKey", paramKey, "the name");
        if (paramValue == null) {
            problems.add(path + ".paramValue", null, "the value, which may be empty");
        }
    }

    static void checkBase64(Problems problems, String field, @CheckForNull String content) {
        try {
            if (content != null) {
                Base64.getDecoder().decode(content);
            }
        } catch (IllegalArgumentException e) {
            problems.add(field, content, "the code's UTF-8 bytes in base64");
        }
    }

    static boolean isBlank(@CheckForNull String text) {
        return text == null || text.isBlank();
    }
}
