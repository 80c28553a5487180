package io.jenkins.plugins.wedata.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What exists in the built-in WeData: to be put there before, and to be asked for after. */
public final class World extends WorldView {

    private final Tables tables;

    World(Tables tables) {
        super(tables);
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
            tables.addProject(projectId);
        }
        return this;
    }

    /**
     * Puts a project there, or gives one that is there its name.
     *
     * @param projectId the project's id
     * @param name the project's name
     * @return this
     */
    public World project(String projectId, String name) {
        synchronized (tables) {
            tables.projects.put(projectId, new StoredProject(projectId, name, tables.now()));
        }
        return this;
    }

    /**
     * Puts a resource group there, and the projects that may use it.
     *
     * @param id the resource group's id
     * @param name the resource group's name
     * @param type {@code Schedule}, {@code Integration} or {@code DataService}
     * @param projectIds the projects' ids
     * @return this
     */
    public World resourceGroup(String id, String name, String type, String... projectIds) {
        synchronized (tables) {
            List.of(projectIds).forEach(tables::addProject);
            tables.resourceGroups.put(id, new StoredResourceGroup(id, name, type, List.of(projectIds)));
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
            tables.addWorkflow(projectId, workflowId, WorkflowKind.CYCLE, name);
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
            StoredWorkflow workflow = knownWorkflow(workflowId, WorkflowKind.CYCLE);
            tables.addTask(new StoredTask(workflow, taskId, name, type, tables.ownerUin, tables.now()));
        }
        return this;
    }

    /**
     * Puts a trigger workflow there, and its project.
     *
     * @param projectId the project's id
     * @param workflowId the trigger workflow's id
     * @param name the trigger workflow's name
     * @return this
     */
    public World triggerWorkflow(String projectId, String workflowId, String name) {
        synchronized (tables) {
            tables.addWorkflow(projectId, workflowId, WorkflowKind.TRIGGER, name);
        }
        return this;
    }

    /**
     * Puts a folder for tasks there. Its workflow need not be there.
     *
     * @param workflowId the workflow's id
     * @param path such as {@code /cleaning}
     * @return this
     */
    public World taskFolder(String workflowId, String path) {
        synchronized (tables) {
            tables.addTaskFolder(workflowId, path);
        }
        return this;
    }

    /**
     * Puts a task of a trigger workflow there. The workflow must be there.
     *
     * @param workflowId the trigger workflow's id
     * @param taskId the task's id, 17 digits
     * @param name the task's name
     * @param type the number of its type
     * @return this
     */
    public World triggerTask(String workflowId, String taskId, String name, long type) {
        synchronized (tables) {
            tables.addTriggerTask(knownWorkflow(workflowId, WorkflowKind.TRIGGER), taskId, name, type);
        }
        return this;
    }

    /**
     * Gives a task of a trigger workflow a submitted version.
     *
     * @param taskId the task's id
     * @param remark the version's note
     * @return this
     */
    public World triggerTaskVersion(String taskId, String remark) {
        synchronized (tables) {
            StoredTriggerTask known = tables.triggerTasks.get(taskId);
            if (known == null) {
                throw new IllegalArgumentException("no trigger task " + taskId);
            }
            String versionId = taskId + "_" + tables.ids.digits(tables.now());
            known.task().submit(versionId, remark, tables.ownerUin, tables.now(), false, false);
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
            tables.addExample(projectId, taskId, name, type);
        }
        return this;
    }

    /**
     * Puts an integration task there that is not started, and its project.
     *
     * @param projectId the project's id
     * @param taskId the integration task's id: a letter and a UUID, or 17 digits
     * @param taskInfo an IntegrationTaskInfo in JSON, with name, type and nodes; each member is given back as it is here
     *     but those that tell of ids, state and time
     * @return this
     */
    public World definedIntegrationTask(String projectId, String taskId, String taskInfo) {
        IntegrationDefinition definition = Json.read(taskInfo.getBytes(StandardCharsets.UTF_8))
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .map(IntegrationDefinition::whole)
                .orElseThrow(() -> new IllegalArgumentException("not a JSON object"));
        synchronized (tables) {
            tables.addIntegrationTask(
                    new IntegrationTask(projectId, taskId, definition, tables.ownerUin, tables.now()));
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

    private StoredWorkflow knownWorkflow(String workflowId, WorkflowKind kind) {
        StoredWorkflow workflow = tables.workflows.get(workflowId);
        if (workflow == null || workflow.kind() != kind) {
            throw new IllegalArgumentException("no " + kind.text() + " " + workflowId);
        }
        return workflow;
    }

    private IntegrationTask known(String taskId) {
        IntegrationTask task = tables.integrationTasks.get(taskId);
        if (task == null) {
            throw new IllegalArgumentException("no integration task " + taskId);
        }
        return task;
    }
}
