package io.jenkins.plugins.wedata.emulator;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** CommitIntegrationTask and DescribeIntegrationTask of version 2021-08-20. */
final class IntegrationActions {

    private final Tables tables;
    private final Ledger ledger;

    IntegrationActions(Tables tables, Ledger ledger) {
        this.tables = tables;
        this.ledger = ledger;
    }

    List<ActionHandler> handlers() {
        return List.of(
                new ActionHandler("CommitIntegrationTask", ActionHandler.V2021, false, this::commit),
                new ActionHandler("DescribeIntegrationTask", ActionHandler.V2021, false, this::describe));
    }

    private ActionHandler.Work commit(Caller caller, Parameters request) {
        String taskId = request.text("TaskId");
        String projectId = request.text("ProjectId");
        long commitType = request.optionalInteger("CommitType").orElse(0L);
        request.optionalInteger("TaskType");
        IntegrationTaskInfoRules.fields(request, "ExtConfig");
        Optional<String> description = request.optionalText("VersionDesc");
        Optional<Long> number = request.optionalInteger("InstanceVersion");
        request.optionalText("EventDesc");
        request.optionalInteger("CurrentStatus");
        if (commitType < 0 || commitType > 4) {
            throw new ServiceError("InvalidParameterValue", "CommitType is a number from 0 to 4.");
        }
        return () -> {
            IntegrationTask task = tables.requireIntegrationTask(projectId, taskId);
            LockActions.refuseLocked(task, caller, "committed");
            Switches switches = tables.switches;
            if (switches.answersFalse("CommitIntegrationTask")) {
                return Json.data(BooleanNode.FALSE);
            }
            task.commit(number.orElse(null), description.orElse(null), caller.uin(), tables.now());
            ledger.tookEffect("CommitIntegrationTask");
            ObjectNode response = Json.data(BooleanNode.TRUE);
            if (switches.commitsNeedApproval()) {
                if (!switches.international()) {
                    response.putObject("DataDto").put("TaskApproveId", tables.ids.uuid());
                }
            } else if (commitType != 0) {
                task.start(tables.now(), switches.pace(), switches.startsFail());
            }
            return response;
        };
    }

    private ActionHandler.Work describe(Caller caller, Parameters request) {
        String taskId = request.text("TaskId");
        String projectId = request.text("ProjectId");
        long type = request.optionalInteger("TaskType").orElse(IntegrationTask.REAL_TIME);
        Optional<Long> number = request.optionalInteger("InstanceVersion");
        IntegrationTaskInfoRules.fields(request, "ExtConfig");
        return () -> {
            IntegrationTask task = tables.requireIntegrationTask(projectId, taskId);
            if (type == IntegrationTask.OFFLINE != (task.definition.type() == IntegrationTask.OFFLINE)) {
                throw ServiceError.notFound("integration task", taskId);
            }
            task.look();
            tables.settle();
            Optional<IntegrationTask.Version> version = number.isEmpty()
                    ? task.latest()
                    : task.versions().stream()
                            .filter(known -> known.number() == number.get())
                            .findFirst();
            return IntegrationTaskJson.description(task, version, tables.switches.international());
        };
    }
}
