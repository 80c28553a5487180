package io.jenkins.plugins.wedata.rehearsal;

import java.util.List;
import java.util.Map;

/**
 * What happened in the WeData that was rehearsed against; holds no code of tasks and nothing secret.
 *
 * @param site {@code mainland} or {@code international}
 * @param seed by which it can be repeated
 * @param faults the calls that a fault struck, in order
 * @param calls by action
 * @param exists what is there now
 */
record StageReport(String site, long seed, List<StruckCall> faults, Map<String, ActionCalls> calls, Existing exists) {

    /**
     * A call that a fault struck.
     *
     * @param kind such as {@code lost-reply}
     * @param action the call's action
     */
    record StruckCall(String kind, String action) {}

    /**
     * How an action fared.
     *
     * @param calls how often it arrived, whatever became of it
     * @param effects how often it changed something
     */
    record ActionCalls(int calls, int effects) {}

    /**
     * What is there.
     *
     * @param projects with what is in them
     * @param batchJobs in the order they were made
     */
    record Existing(List<Project> projects, List<BatchJob> batchJobs) {}

    /** A project by its id. */
    record Project(String projectId, List<Workflow> workflows, List<IntegrationTask> integrationTasks) {}

    /** A workflow by its id, and whether it is a trigger workflow. */
    record Workflow(String workflowId, boolean trigger, List<Task> tasks) {}

    /** A task and the numbers of its versions. */
    record Task(String taskId, String taskName, String taskType, List<String> versions) {}

    /** An integration task and WeData's number for its status. */
    record IntegrationTask(String taskId, String taskName, long status) {}

    /** A batch job; its status is null while it has none. */
    record BatchJob(String jobId, String status, List<String> successful, List<String> failed, int total) {}
}
