package io.jenkins.plugins.wedata.emulator;

import io.jenkins.plugins.wedata.client.TimeSource;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Everything that exists, by its id. Every access holds this object's monitor. */
final class Tables {

    final Switches switches;
    final Ids ids;
    final String ownerUin;
    final Map<String, StoredProject> projects = new LinkedHashMap<>();
    final Map<String, StoredResourceGroup> resourceGroups = new LinkedHashMap<>();
    final Map<String, StoredWorkflow> workflows = new LinkedHashMap<>();
    final Map<String, StoredTask> tasks = new LinkedHashMap<>();
    final Map<String, StoredTriggerTask> triggerTasks = new LinkedHashMap<>();
    final Map<String, IntegrationTask> integrationTasks = new LinkedHashMap<>();
    final Map<Long, BatchJob> jobs = new LinkedHashMap<>();
    /** The external ids that roles ask for, by the role's ARN; empty for none. */
    final Map<String, Optional<String>> roles = new HashMap<>();
    /** Why the next versions of a task fail, by the task's id. */
    final Map<String, String> failures = new HashMap<>();

    /** The paths of the task folders in a workflow, by its id. */
    private final Map<String, Set<String>> taskFolders = new HashMap<>();

    private final Map<Long, BatchJob> unfinished = new LinkedHashMap<>();
    private final TimeSource time;

    Tables(TimeSource time, Switches switches, long seed, String ownerUin) {
        this.time = time;
        this.switches = switches;
        this.ids = new Ids(seed);
        this.ownerUin = ownerUin;
    }

    Instant now() {
        return time.now().plus(switches.clockOffset());
    }

    /** Lets asynchronous work go on to where it is by now. */
    void settle() {
        Instant now = now();
        unfinished.values().removeIf(job -> {
            job.settle(now, ids);
            return job.isOver();
        });
        integrationTasks.values().forEach(task -> task.settle(now));
    }

    /** Lets one job go on to where it is by now. */
    void settle(BatchJob job) {
        job.settle(now(), ids);
    }

    /**
     * Refuses a project that does not exist as WeData does, which does not tell it from one that is closed to the caller.
     */
    void requireProject(String projectId) {
        if (switches.acceptAnyProject()) {
            addProject(projectId);
        }
        if (!projects.containsKey(projectId)) {
            throw new ServiceError(
                    "UnauthorizedOperation.UserNotInProject",
                    "The user is not a member of the project " + projectId + ".");
        }
    }

    StoredWorkflow requireWorkflow(String projectId, String workflowId, WorkflowKind kind) {
        requireProject(projectId);
        if (switches.acceptAnyProject() && !workflows.containsKey(workflowId)) {
            addWorkflow(projectId, workflowId, kind, "workflow_" + (workflows.size() + 1));
        }
        return Optional.ofNullable(workflows.get(workflowId))
                .filter(workflow -> workflow.projectId().equals(projectId) && workflow.kind() == kind)
                .orElseThrow(() -> ServiceError.notFound(kind.text(), workflowId));
    }

    void requireTaskFolder(StoredWorkflow workflow, String path) {
        if (switches.acceptAnyProject()) {
            addTaskFolder(workflow.workflowId(), path);
        }
        boolean there = path.equals(TriggerTaskDefinition.NO_FOLDER)
                || taskFolders.getOrDefault(workflow.workflowId(), Set.of()).contains(path);
        if (!there) {
            throw ServiceError.notFound("task folder", path);
        }
    }

    Optional<StoredTriggerTask> findTriggerTask(StoredWorkflow workflow, String taskId) {
        if (switches.acceptAnyProject() && Ids.isTask(taskId) && !isTaskId(taskId)) {
            addTriggerTask(workflow, taskId, "task_" + taskId, 35);
        }
        return Optional.ofNullable(triggerTasks.get(taskId))
                .filter(known -> known.task().workflowId.equals(workflow.workflowId()));
    }

    private boolean isTaskId(String taskId) {
        return tasks.containsKey(taskId) || triggerTasks.containsKey(taskId);
    }

    Optional<StoredTask> findTask(String projectId, String taskId) {
        if (switches.acceptAnyProject() && Ids.isTask(taskId) && !isTaskId(taskId)) {
            StoredWorkflow workflow = workflows.values().stream()
                    .filter(any -> any.projectId().equals(projectId) && any.kind() == WorkflowKind.CYCLE)
                    .findFirst()
                    .orElseGet(() -> addWorkflow(
                            projectId, ids.uuid(), WorkflowKind.CYCLE, "workflow_" + (workflows.size() + 1)));
            addTask(new StoredTask(workflow, taskId, "task_" + taskId, 35, ownerUin, now()));
        }
        return Optional.ofNullable(tasks.get(taskId)).filter(task -> task.projectId.equals(projectId));
    }

    StoredTask requireTask(String projectId, String taskId) {
        requireProject(projectId);
        return findTask(projectId, taskId).orElseThrow(() -> ServiceError.notFound("task", taskId));
    }

    IntegrationTask requireIntegrationTask(String projectId, String taskId) {
        requireProject(projectId);
        if (switches.acceptAnyProject() && Ids.isIntegrationTask(taskId) && !integrationTasks.containsKey(taskId)) {
            long type = Ids.isTask(taskId) ? IntegrationTask.OFFLINE : IntegrationTask.REAL_TIME;
            addExample(projectId, taskId, "task_" + taskId, type);
        }
        return Optional.ofNullable(integrationTasks.get(taskId))
                .filter(task -> task.projectId.equals(projectId))
                .orElseThrow(() -> ServiceError.notFound("integration task", taskId));
    }

    /** One without a name of its own, unless it is there already. */
    void addProject(String projectId) {
        projects.computeIfAbsent(projectId, id -> new StoredProject(id, "project_" + (projects.size() + 1), now()));
    }

    StoredWorkflow addWorkflow(String projectId, String workflowId, WorkflowKind kind, String name) {
        addProject(projectId);
        StoredWorkflow workflow = new StoredWorkflow(projectId, workflowId, name, kind, ids.uuid(), now());
        workflows.put(workflowId, workflow);
        return workflow;
    }

    void addJob(BatchJob job) {
        jobs.put(job.jobId, job);
        unfinished.put(job.jobId, job);
    }

    void addTask(StoredTask task) {
        tasks.put(task.taskId, task);
    }

    void addTaskFolder(String workflowId, String path) {
        taskFolders.computeIfAbsent(workflowId, id -> new HashSet<>()).add(path);
    }

    void addTriggerTask(StoredWorkflow workflow, String taskId, String name, long type) {
        StoredTask task = new StoredTask(workflow, taskId, name, type, ownerUin, now());
        TriggerTaskDefinition definition = TriggerTaskDefinition.plain(workflow.workflowId(), name, type);
        addTriggerTask(new StoredTriggerTask(task, definition, ownerUin));
    }

    void addTriggerTask(StoredTriggerTask task) {
        triggerTasks.put(task.task().taskId, task);
    }

    void addExample(String projectId, String taskId, String name, long type) {
        IntegrationDefinition definition = IntegrationExample.definition(projectId, taskId, name, type, ownerUin);
        addIntegrationTask(new IntegrationTask(projectId, taskId, definition, ownerUin, now()));
    }

    void addIntegrationTask(IntegrationTask task) {
        addProject(task.projectId);
        integrationTasks.put(task.taskId, task);
    }
}
