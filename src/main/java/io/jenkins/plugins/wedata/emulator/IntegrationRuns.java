package io.jenkins.plugins.wedata.emulator;

import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** StartIntegrationTask and StopIntegrationTask of version 2021-08-20. */
final class IntegrationRuns {

    private static final String START = "StartIntegrationTask";
    private static final String STOP = "StopIntegrationTask";
    private static final Set<String> EVENTS = Set.of("START", "STOP", "SUSPEND", "RESUME", "COMMIT", "TIMESTAMP");

    private final Tables tables;
    private final Ledger ledger;

    IntegrationRuns(Tables tables, Ledger ledger) {
        this.tables = tables;
        this.ledger = ledger;
    }

    List<ActionHandler> handlers() {
        return List.of(
                new ActionHandler(START, ActionHandler.V2021, false, this::start),
                new ActionHandler(STOP, ActionHandler.V2021, false, this::stop));
    }

    private ActionHandler.Work start(Caller caller, Parameters request) {
        request.optionalText("Event")
                .map(String::strip)
                .filter(event -> !event.isEmpty())
                .ifPresent(event -> {
                    if (!EVENTS.contains(event)) {
                        throw new ServiceError(
                                "InvalidParameterValue",
                                "Event is one of START, STOP, SUSPEND, RESUME, " + "COMMIT and TIMESTAMP.");
                    }
                });
        IntegrationTaskInfoRules.fields(request, "ExtConfig");
        request.optionalText("EventDesc");
        return change(START, request, task -> {
            if (task.isActive()) {
                throw new ServiceError("FailedOperation", "The task " + task.taskId + " is running already.");
            }
            task.start(tables.now(), tables.switches.pace(), tables.switches.startsFail());
        });
    }

    private ActionHandler.Work stop(Caller caller, Parameters request) {
        return change(STOP, request, task -> {
            if (!task.isActive()) {
                throw new ServiceError("FailedOperation", "The task " + task.taskId + " is not running.");
            }
            task.stop(tables.now(), tables.switches.pace());
        });
    }

    private ActionHandler.Work change(String action, Parameters request, Consumer<IntegrationTask> change) {
        String taskId = request.text("TaskId");
        String projectId = request.text("ProjectId");
        return () -> {
            IntegrationTask task = tables.requireIntegrationTask(projectId, taskId);
            tables.settle();
            if (tables.switches.answersFalse(action)) {
                return Json.data(BooleanNode.FALSE);
            }
            change.accept(task);
            ledger.tookEffect(action);
            return Json.data(BooleanNode.TRUE);
        };
    }
}
