package io.jenkins.plugins.wedata.emulator;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** CreateTriggerTask of version 2025-08-06. */
final class TriggerTaskCreation {

    private final Tables tables;
    private final Ledger ledger;

    TriggerTaskCreation(Tables tables, Ledger ledger) {
        this.tables = tables;
        this.ledger = ledger;
    }

    List<ActionHandler> handlers() {
        return List.of(new ActionHandler("CreateTriggerTask", ActionHandler.V2025, false, this::create));
    }

    private ActionHandler.Work create(Caller caller, Parameters request) {
        String projectId = request.text("ProjectId");
        TriggerTaskDefinition definition = TriggerTaskReader.read(request);
        return () -> {
            StoredWorkflow workflow = tables.requireWorkflow(projectId, definition.workflowId(), WorkflowKind.TRIGGER);
            tables.requireTaskFolder(workflow, definition.folderPath());
            definition.upstreamTaskIds().forEach(taskId -> requireParent(workflow, taskId));
            if (tables.switches.uniqueTaskNames() && isTaken(definition)) {
                throw new ServiceError(
                        "InvalidParameter.DuplicateName", "The task name " + definition.name() + " already exists.");
            }
            Instant now = tables.now();
            String taskId = tables.ids.digits(now);
            String owner = Optional.ofNullable(definition.ownerUin()).orElse(caller.uin());
            tables.addTriggerTask(new StoredTriggerTask(
                    new StoredTask(workflow, taskId, definition.name(), definition.type(), owner, now),
                    definition,
                    caller.uin()));
            ledger.tookEffect("CreateTriggerTask");
            return Json.data(Json.object().put("TaskId", taskId));
        };
    }

    private void requireParent(StoredWorkflow workflow, String taskId) {
        tables.findTriggerTask(workflow, taskId).orElseThrow(() -> ServiceError.notFound("upstream task", taskId));
    }

    private boolean isTaken(TriggerTaskDefinition wanted) {
        return tables.triggerTasks.values().stream()
                .map(StoredTriggerTask::definition)
                .anyMatch(known -> known.workflowId().equals(wanted.workflowId())
                        && known.name().equals(wanted.name()));
    }
}
