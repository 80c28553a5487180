package io.jenkins.plugins.wedata.emulator;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;
import java.util.Optional;

/** What exists in the built-in WeData: to be put there before, and to be asked for after. Safe for many threads. */
public final class World {

    private final Tables tables;

    World(Tables tables) {
        this.tables = tables;
    }

    /**
     * Puts a project there.
     *
     * @param projectId the project's id
     * @return this
     */
    public World project(String projectId) {
        synchronized (tables) {
            tables.projects.add(projectId);
        }
        return this;
    }

    /**
     * Puts a workflow there, and its project.
     *
     * @param projectId the project's id
     * @param workflowId the workflow's id
     * @param name the workflow's name
     * @return this
     */
    public World workflow(String projectId, String workflowId, String name) {
        synchronized (tables) {
            tables.addWorkflow(projectId, workflowId, name);
        }
        return this;
    }

    /**
     * Puts a task there. Its workflow must be there.
     *
     * @param workflowId the workflow's id
     * @param taskId the task's id, 17 digits
     * @param name the task's name
     * @param type the number of its type
     * @return this
     */
    public World task(String workflowId, String taskId, String name, long type) {
        synchronized (tables) {
            StoredWorkflow workflow = tables.workflows.get(workflowId);
            if (workflow == null) {
                throw new IllegalArgumentException("no workflow " + workflowId);
            }
            tables.addTask(new StoredTask(workflow, taskId, name, type, tables.ownerUin, tables.now()));
        }
        return this;
    }

    /**
     * Puts an integration task there that is not started, and its project.
     *
     * @param projectId the project's id
     * @param taskId the integration task's id: a letter and a UUID, or 17 digits
     * @param name the integration task's name
     * @param type 201 real-time, 202 offline
     * @return this
     */
    public World integrationTask(String projectId, String taskId, String name, long type) {
        synchronized (tables) {
            tables.addIntegrationTask(
                    new IntegrationTask(projectId, taskId, name, type, tables.ownerUin, tables.now()));
        }
        return this;
    }

    /**
     * Gives an integration task's lock to an account, or to nobody.
     *
     * @param taskId the integration task's id
     * @param uin the account's number; null for nobody
     * @return this
     */
    public World lock(String taskId, @CheckForNull String uin) {
        synchronized (tables) {
            known(taskId).locker(uin);
        }
        return this;
    }

    /**
     * Sets an integration task's status.
     *
     * @param taskId the integration task's id
     * @param status such as 3, running
     * @return this
     */
    public World integrationStatus(String taskId, long status) {
        synchronized (tables) {
            known(taskId).status(status);
        }
        return this;
    }

    /**
     * Puts a role there, which every known key may assume.
     *
     * @param arn such as {@code qcs::cam::uin/100000000001:roleName/release}
     * @param externalId what who assumes it must say; null for nothing
     * @return this
     */
    public World role(String arn, @CheckForNull String externalId) {
        synchronized (tables) {
            tables.roles.put(arn, Optional.ofNullable(externalId));
        }
        return this;
    }

    /**
     * Makes every later version of a task fail in its batch job.
     *
     * @param taskId the task's id
     * @param reason what GetBatchDetailErrorLog says
     * @return this
     */
    public World failVersionOf(String taskId, String reason) {
        synchronized (tables) {
            tables.failures.put(taskId, reason);
        }
        return this;
    }

    /**
     * Every task.
     *
     * @return in the order they came into being
     */
    public List<TaskSnapshot> tasks() {
        synchronized (tables) {
            tables.settle();
            return tables.tasks.values().stream().map(StoredTask::snapshot).toList();
        }
    }

    /**
     * The tasks of a name.
     *
     * @param name the exact name
     * @return in the order they came into being
     */
    public List<TaskSnapshot> tasksNamed(String name) {
        return tasks().stream().filter(task -> task.taskName().equals(name)).toList();
    }

    /**
     * The submitted versions of a task.
     *
     * @param taskId the task's id
     * @return oldest first; none when there is no such task
     */
    public List<TaskVersionSnapshot> versions(String taskId) {
        return tasks().stream()
                .filter(task -> task.taskId().equals(taskId))
                .flatMap(task -> task.versions().stream())
                .toList();
    }

    /**
     * An integration task.
     *
     * @param taskId the integration task's id
     * @return empty when there is none
     */
    public Optional<IntegrationTaskSnapshot> integrationTask(String taskId) {
        synchronized (tables) {
            tables.settle();
            return Optional.ofNullable(tables.integrationTasks.get(taskId)).map(IntegrationTask::snapshot);
        }
    }

    /**
     * Every batch job. To ask here is not a look.
     *
     * @return in the order they were made
     */
    public List<JobSnapshot> jobs() {
        synchronized (tables) {
            tables.settle();
            return tables.jobs.values().stream().map(BatchJob::snapshot).toList();
        }
    }

    /**
     * Everything that exists now.
     *
     * @return the projects, in the order they came into being
     */
    public List<ProjectSnapshot> summary() {
        synchronized (tables) {
            tables.settle();
            return tables.projects.stream().map(this::project0).toList();
        }
    }

    private ProjectSnapshot project0(String projectId) {
        return new ProjectSnapshot(
                projectId,
                tables.workflows.values().stream()
                        .filter(workflow -> workflow.projectId().equals(projectId))
                        .map(workflow -> new ProjectSnapshot.WorkflowSnapshot(
                                workflow.workflowId(),
                                workflow.name(),
                                tables.tasks.values().stream()
                                        .filter(task -> task.workflowId.equals(workflow.workflowId()))
                                        .map(StoredTask::snapshot)
                                        .toList()))
                        .toList(),
                tables.integrationTasks.values().stream()
                        .filter(task -> task.projectId.equals(projectId))
                        .map(IntegrationTask::snapshot)
                        .toList());
    }

    private IntegrationTask known(String taskId) {
        IntegrationTask task = tables.integrationTasks.get(taskId);
        if (task == null) {
            throw new IllegalArgumentException("no integration task " + taskId);
        }
        return task;
    }
}
