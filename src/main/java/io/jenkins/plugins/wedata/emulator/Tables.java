package io.jenkins.plugins.wedata.emulator;

import io.jenkins.plugins.wedata.client.TimeSource;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Everything that exists, by its id. Every access holds this object's monitor. */
final class Tables {

    final Switches switches;
    final Ids ids;
    final String ownerUin;
    final Set<String> projects = new LinkedHashSet<>();
    final Map<String, StoredWorkflow> workflows = new LinkedHashMap<>();
    final Map<String, StoredTask> tasks = new LinkedHashMap<>();
    final Map<String, IntegrationTask> integrationTasks = new LinkedHashMap<>();
    final Map<Long, BatchJob> jobs = new LinkedHashMap<>();
    /** The external ids that roles ask for, by the role's ARN; empty for none. */
    final Map<String, Optional<String>> roles = new HashMap<>();
    /** Why the next versions of a task fail, by the task's id. */
    final Map<String, String> failures = new HashMap<>();

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
            projects.add(projectId);
        }
        if (!projects.contains(projectId)) {
            throw new ServiceError(
                    "UnauthorizedOperation.UserNotInProject",
                    "The user is not a member of the project " + projectId + ".");
        }
    }

    StoredWorkflow requireWorkflow(String projectId, String workflowId) {
        requireProject(projectId);
        if (switches.acceptAnyProject() && !workflows.containsKey(workflowId)) {
            addWorkflow(projectId, workflowId, "workflow_" + (workflows.size() + 1));
        }
        return Optional.ofNullable(workflows.get(workflowId))
                .filter(workflow -> workflow.projectId().equals(projectId))
                .orElseThrow(() -> ServiceError.notFound("workflow", workflowId));
    }

    Optional<StoredTask> findTask(String projectId, String taskId) {
        if (switches.acceptAnyProject() && Ids.isTask(taskId) && !tasks.containsKey(taskId)) {
            StoredWorkflow workflow = workflows.values().stream()
                    .filter(any -> any.projectId().equals(projectId))
                    .findFirst()
                    .orElseGet(() -> addWorkflow(projectId, ids.uuid(), "workflow_" + (workflows.size() + 1)));
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
            addIntegrationTask(new IntegrationTask(projectId, taskId, "task_" + taskId, type, ownerUin, now()));
        }
        return Optional.ofNullable(integrationTasks.get(taskId))
                .filter(task -> task.projectId.equals(projectId))
                .orElseThrow(() -> ServiceError.notFound("integration task", taskId));
    }

    StoredWorkflow addWorkflow(String projectId, String workflowId, String name) {
        projects.add(projectId);
        StoredWorkflow workflow = new StoredWorkflow(projectId, workflowId, name, ids.uuid());
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

    void addIntegrationTask(IntegrationTask task) {
        projects.add(task.projectId);
        integrationTasks.put(task.taskId, task);
    }
}
