package io.jenkins.plugins.wedata.emulator;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;

/**
 * A task of a trigger workflow, as it was when it was asked for.
 *
 * @param projectId the project's id
 * @param workflowId the trigger workflow's id
 * @param taskId 17 digits
 * @param taskName the name, which need not be unique
 * @param taskType the number of its type, such as 35
 * @param taskTypeName the type's name, such as {@code Shell}
 * @param ownerUin the account that owns it
 * @param description free text; null when none was given
 * @param taskFolderPath the task folder it is in, {@code /} for none
 * @param resourceGroup the id of the resource group that runs it; null when none was given
 * @param content its code in base64; null when it has none
 * @param upstreamTaskIds the tasks it waits for
 * @param versions its submitted versions, oldest first
 */
public record TriggerTaskSnapshot(
        String projectId,
        String workflowId,
        String taskId,
        String taskName,
        long taskType,
        String taskTypeName,
        String ownerUin,
        @CheckForNull String description,
        String taskFolderPath,
        @CheckForNull String resourceGroup,
        @CheckForNull String content,
        List<String> upstreamTaskIds,
        List<TaskVersionSnapshot> versions) {

    /** Keeps copies. */
    public TriggerTaskSnapshot {
        upstreamTaskIds = List.copyOf(upstreamTaskIds);
        versions = List.copyOf(versions);
    }
}
