package io.jenkins.plugins.wedata.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** CreateIntegrationTask, ModifyIntegrationTask and CheckIntegrationTaskNameExists of version 2021-08-20. */
final class IntegrationCreation {

    private static final long FREE = 0;
    private static final long IN_DEVELOPMENT = 1;
    private static final long IN_PRODUCTION = 2;

    private final Tables tables;
    private final Ledger ledger;

    IntegrationCreation(Tables tables, Ledger ledger) {
        this.tables = tables;
        this.ledger = ledger;
    }

    List<ActionHandler> handlers() {
        return List.of(
                new ActionHandler("CreateIntegrationTask", ActionHandler.V2021, false, this::create),
                new ActionHandler("ModifyIntegrationTask", ActionHandler.V2021, false, this::modify),
                new ActionHandler("CheckIntegrationTaskNameExists", ActionHandler.V2021, false, this::checkName));
    }

    private ActionHandler.Work create(Caller caller, Parameters request) {
        IntegrationDefinition definition = IntegrationDefinition.read(request.object("TaskInfo"));
        String projectId = request.text("ProjectId");
        return () -> {
            tables.requireProject(projectId);
            refuseMisplaced(projectId, definition, "");
            Instant now = tables.now();
            String taskId =
                    definition.type() == IntegrationTask.OFFLINE ? tables.ids.digits(now) : tables.ids.realTimeTask();
            tables.addIntegrationTask(new IntegrationTask(projectId, taskId, definition, caller.uin(), now));
            ledger.tookEffect("CreateIntegrationTask");
            return Json.object().put("TaskId", taskId);
        };
    }

    /** Whether members that are left out stay is not published: here they are gone. */
    private ActionHandler.Work modify(Caller caller, Parameters request) {
        Parameters info = request.object("TaskInfo");
        String taskId = info.text("TaskId");
        IntegrationDefinition definition = IntegrationDefinition.read(info);
        String projectId = request.text("ProjectId");
        request.optionalFlag("RollbackFlag");
        return () -> {
            IntegrationTask task = tables.requireIntegrationTask(projectId, taskId);
            LockActions.refuseLocked(task, caller, "modified");
            refuseMisplaced(projectId, definition, taskId);
            if (definition.type() != task.definition.type()) {
                throw new ServiceError("InvalidParameterValue", "The TaskType of a task can't be changed.");
            }
            task.redefine(definition, tables.now());
            ledger.tookEffect("ModifyIntegrationTask");
            return Json.object().put("TaskId", taskId);
        };
    }

    private void refuseMisplaced(String projectId, IntegrationDefinition definition, String ownId) {
        definition
                .workflowId()
                .ifPresent(workflowId -> tables.requireWorkflow(projectId, workflowId, WorkflowKind.CYCLE));
        if (named(projectId, definition.name(), definition.syncType(), ownId).isPresent()) {
            throw new ServiceError(
                    "InvalidParameter.DuplicateName", "The task name " + definition.name() + " already exists.");
        }
    }

    private ActionHandler.Work checkName(Caller caller, Parameters request) {
        String name = request.text("TaskName");
        String projectId = request.text("ProjectId");
        String ownId = request.optionalText("TaskId").orElse("");
        // Here 1 is a single table and 2 a solution, the reverse of what they are in IntegrationTaskInfo.
        long syncType = request.optionalOneOf("SyncType", Set.of(1L, 2L))
                .map(reversed -> 3 - reversed)
                .orElse(0L);
        return () -> {
            tables.requireProject(projectId);
            long exists = named(projectId, name, syncType, ownId)
                    .map(task -> task.versions().isEmpty() ? IN_DEVELOPMENT : IN_PRODUCTION)
                    .orElse(FREE);
            ObjectNode response = Json.object().put("Data", exists != FREE);
            return response.put("ExistsType", exists);
        };
    }

    private Optional<IntegrationTask> named(String projectId, String name, long syncType, String butNotId) {
        return tables.integrationTasks.values().stream()
                .filter(task -> task.projectId.equals(projectId))
                .filter(task -> !task.taskId.equals(butNotId))
                .filter(task -> task.definition.isNamed(name, syncType))
                .findFirst();
    }
}
