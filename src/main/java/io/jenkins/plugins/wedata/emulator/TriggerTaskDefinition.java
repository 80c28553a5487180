package io.jenkins.plugins.wedata.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;

/**
 * What a task of a trigger workflow is and does, as its maker said it.
 *
 * @param workflowId the trigger workflow's id
 * @param name the task's name
 * @param type the number of its type
 * @param ownerUin its owner's account; null for its maker
 * @param description free text; null when none was given
 * @param folderPath the task folder it is in, {@code /} for none
 * @param resourceGroup the id of the resource group that runs it; null when none was given
 * @param content its code in base64; null when it has none
 * @param upstreamTaskIds the tasks it waits for
 * @param structures the three structures that all this was read from
 */
record TriggerTaskDefinition(
        String workflowId,
        String name,
        long type,
        @CheckForNull String ownerUin,
        @CheckForNull String description,
        String folderPath,
        @CheckForNull String resourceGroup,
        @CheckForNull String content,
        List<String> upstreamTaskIds,
        ObjectNode structures) {

    static final String NO_FOLDER = "/";

    TriggerTaskDefinition {
        upstreamTaskIds = List.copyOf(upstreamTaskIds);
    }

    /** One of which no more than this is known. */
    static TriggerTaskDefinition plain(String workflowId, String name, long type) {
        ObjectNode structures = Json.object();
        structures
                .putObject("TriggerTaskBaseAttribute")
                .put("TaskName", name)
                .put("TaskTypeId", String.valueOf(type))
                .put("WorkflowId", workflowId);
        structures.putObject("TriggerTaskConfiguration");
        structures.putObject("TriggerTaskSchedulerConfiguration");
        return new TriggerTaskDefinition(
                workflowId, name, type, null, null, NO_FOLDER, null, null, List.of(), structures);
    }
}
