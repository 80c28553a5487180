package io.jenkins.plugins.wedata.emulator;

import java.util.List;

/** Takes the snapshot of everything that exists. Guarded by the world it shows. */
final class WorldSummary {

    private final Tables tables;

    WorldSummary(Tables tables) {
        this.tables = tables;
    }

    List<ProjectSnapshot> projects() {
        return tables.projects.keySet().stream().map(this::project).toList();
    }

    private ProjectSnapshot project(String projectId) {
        return new ProjectSnapshot(
                projectId,
                tables.workflows.values().stream()
                        .filter(workflow -> workflow.projectId().equals(projectId))
                        .map(this::workflow)
                        .toList(),
                tables.integrationTasks.values().stream()
                        .filter(task -> task.projectId.equals(projectId))
                        .map(IntegrationTask::snapshot)
                        .toList());
    }

    private ProjectSnapshot.WorkflowSnapshot workflow(StoredWorkflow workflow) {
        return new ProjectSnapshot.WorkflowSnapshot(
                workflow.workflowId(),
                workflow.name(),
                workflow.kind() == WorkflowKind.TRIGGER,
                tables.tasks.values().stream()
                        .filter(task -> task.workflowId.equals(workflow.workflowId()))
                        .map(StoredTask::snapshot)
                        .toList(),
                tables.triggerTasks.values().stream()
                        .filter(known -> known.task().workflowId.equals(workflow.workflowId()))
                        .map(StoredTriggerTask::snapshot)
                        .toList());
    }
}
