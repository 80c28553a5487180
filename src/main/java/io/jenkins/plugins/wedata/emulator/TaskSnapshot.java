package io.jenkins.plugins.wedata.emulator;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;
import java.util.Map;

/**
 * A task, as it was when it was asked for.
 *
 * @param projectId the project's id
 * @param workflowId the workflow's id
 * @param taskId 17 digits
 * @param taskName the name, which need not be unique
 * @param taskType the number of its type, such as 35
 * @param taskTypeName the type's name, such as {@code Shell}
 * @param content its code in base64, null when it has none
 * @param taskExt its extras
 * @param versions its submitted versions, oldest first
 */
public record TaskSnapshot(
        String projectId,
        String workflowId,
        String taskId,
        String taskName,
        long taskType,
        String taskTypeName,
        @CheckForNull String content,
        Map<String, String> taskExt,
        List<TaskVersionSnapshot> versions) {

    /** Keeps copies. */
    public TaskSnapshot {
        taskExt = Map.copyOf(taskExt);
        versions = List.copyOf(versions);
    }
}
