package io.jenkins.plugins.wedata.emulator;

import java.util.List;

/**
 * A project and everything in it, as it was when it was asked for.
 *
 * @param projectId the project's id
 * @param workflows its workflows, in the order they came into being
 * @param integrationTasks its integration tasks, likewise
 */
public record ProjectSnapshot(
        String projectId, List<WorkflowSnapshot> workflows, List<IntegrationTaskSnapshot> integrationTasks) {

    /** Keeps copies. */
    public ProjectSnapshot {
        workflows = List.copyOf(workflows);
        integrationTasks = List.copyOf(integrationTasks);
    }

    /**
     * A workflow and its tasks.
     *
     * @param workflowId the workflow's id
     * @param workflowName the workflow's name
     * @param trigger whether it is a trigger workflow
     * @param tasks its tasks, in the order they came into being; none in a trigger workflow
     * @param triggerTasks a trigger workflow's tasks, in the order they came into being
     */
    public record WorkflowSnapshot(
            String workflowId,
            String workflowName,
            boolean trigger,
            List<TaskSnapshot> tasks,
            List<TriggerTaskSnapshot> triggerTasks) {

        /** Keeps copies. */
        public WorkflowSnapshot {
            tasks = List.copyOf(tasks);
            triggerTasks = List.copyOf(triggerTasks);
        }
    }
}
