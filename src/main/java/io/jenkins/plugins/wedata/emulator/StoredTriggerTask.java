package io.jenkins.plugins.wedata.emulator;

/**
 * A task of a trigger workflow. Guarded by the world it is in.
 *
 * @param task what it has in common with other tasks
 * @param definition what its maker said
 * @param creatorUin who made it
 */
record StoredTriggerTask(StoredTask task, TriggerTaskDefinition definition, String creatorUin) {

    TriggerTaskSnapshot snapshot() {
        return new TriggerTaskSnapshot(
                task.projectId,
                task.workflowId,
                task.taskId,
                task.name,
                task.type,
                TaskTypes.name(task.type),
                task.ownerUin,
                definition.description(),
                definition.folderPath(),
                definition.resourceGroup(),
                definition.content(),
                definition.upstreamTaskIds(),
                task.versions());
    }
}
