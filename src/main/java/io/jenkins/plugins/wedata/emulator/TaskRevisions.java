package io.jenkins.plugins.wedata.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** GetTask and UpdateTaskPartially of version 2025-08-06. */
final class TaskRevisions {

    private static final List<String> CONFIGURATION = List.of(
            "BrokerIp",
            "BundleId",
            "BundleInfo",
            "CodeContent",
            "DataCluster",
            "ResourceGroup",
            "ResourceGroupName",
            "SourceServiceId",
            "SourceServiceName",
            "SourceServiceType",
            "TargetServiceId",
            "TargetServiceName",
            "TargetServiceType",
            "TaskExtConfigurationList",
            "TaskSchedulingParameterList",
            "YarnQueue");

    private final Tables tables;
    private final Ledger ledger;

    TaskRevisions(Tables tables, Ledger ledger) {
        this.tables = tables;
        this.ledger = ledger;
    }

    List<ActionHandler> handlers() {
        return List.of(
                new ActionHandler("GetTask", ActionHandler.V2025, false, this::get),
                new ActionHandler("UpdateTaskPartially", ActionHandler.V2025, false, this::update));
    }

    private ActionHandler.Work get(Caller caller, Parameters request) {
        String projectId = request.text("ProjectId");
        String taskId = request.text("TaskId");
        return () -> {
            StoredTask task = tables.requireTask(projectId, taskId);
            tables.settle();
            ObjectNode data = Json.object();
            data.set(
                    "TaskBaseAttribute",
                    TaskListing.item(tables, task, task.ownerUin)
                            .put("TaskDescription", task.description)
                            .put("LastUpdateUserName", task.ownerUin));
            data.set("TaskConfiguration", whole(task.configuration()));
            data.putObject("TaskSchedulerConfiguration")
                    .put("CycleType", "DAY_CYCLE")
                    .put("ScheduleTimeZone", "UTC+8");
            return Json.data(data);
        };
    }

    /** The structure with the members that nobody has said, too. */
    static ObjectNode whole(ObjectNode configuration) {
        ObjectNode whole = Json.object();
        CONFIGURATION.forEach(whole::putNull);
        whole.putArray("TaskSchedulingParameterList");
        return whole.setAll(configuration);
    }

    private ActionHandler.Work update(Caller caller, Parameters request) {
        String projectId = request.text("ProjectId");
        String taskId = request.text("TaskId");
        Parameters setting = request.object("NewSetting");
        Optional<Parameters> base = setting.optionalObject("TaskBaseAttribute");
        Optional<Parameters> configuration = setting.optionalObject("TaskConfiguration");
        setting.optionalObject("TaskSchedulerConfiguration");
        TriggerTaskReader.checkParts(base, configuration, Optional.empty());
        List<String> gone = request.texts("FieldToRemoveList");
        return () -> {
            StoredTask task = tables.requireTask(projectId, taskId);
            if (tables.switches.answersFalse("UpdateTaskPartially")) {
                return Json.data(Json.object().put("Status", false));
            }
            ObjectNode structures = Json.object();
            structures.putObject("TaskSchedulerConfiguration");
            structures.set("TaskConfiguration", task.configuration());
            gone.forEach(path -> ListChanges.remove(structures, path));
            base.ifPresent(said -> describe(task, said));
            task.configure(configuration.map(Parameters::copy).orElseGet(Json::object), tables.now());
            ledger.tookEffect("UpdateTaskPartially");
            return Json.data(Json.object().put("Status", true));
        };
    }

    static void describe(StoredTask task, Parameters said) {
        said.optionalText("TaskName").ifPresent(name -> task.name = name);
        said.optionalText("OwnerUin").ifPresent(owner -> task.ownerUin = owner);
        said.optionalText("TaskDescription").ifPresent(text -> task.description = text);
    }
}
