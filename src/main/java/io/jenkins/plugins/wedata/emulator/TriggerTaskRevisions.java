package io.jenkins.plugins.wedata.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** GetTriggerTask and UpdateTriggerTaskPartially of version 2025-08-06. */
final class TriggerTaskRevisions {

    private static final String BASE = "TriggerTaskBaseAttribute";
    private static final String CONFIGURATION = "TriggerTaskConfiguration";
    private static final String SCHEDULE = "TriggerTaskSchedulerConfiguration";
    private static final List<String> LISTS_OF_SCHEDULE =
            List.of("ParamTaskInList", "ParamTaskOutList", "TaskOutputRegistryList", "UpstreamDependencyConfigList");

    private final Tables tables;
    private final Ledger ledger;

    TriggerTaskRevisions(Tables tables, Ledger ledger) {
        this.tables = tables;
        this.ledger = ledger;
    }

    List<ActionHandler> handlers() {
        return List.of(
                new ActionHandler("GetTriggerTask", ActionHandler.V2025, false, this::get),
                new ActionHandler("UpdateTriggerTaskPartially", ActionHandler.V2025, false, this::update));
    }

    private ActionHandler.Work get(Caller caller, Parameters request) {
        String projectId = request.text("ProjectId");
        String taskId = request.text("TaskId");
        return () -> {
            StoredTriggerTask known = require(projectId, taskId);
            ObjectNode structures = known.definition().structures().deepCopy();
            ObjectNode data = Json.object();
            data.set(BASE, base(known));
            data.set(CONFIGURATION, TaskRevisions.whole(structures.withObject("/" + CONFIGURATION)));
            data.set(SCHEDULE, schedule(structures.withObject("/" + SCHEDULE)));
            return Json.data(data);
        };
    }

    /** The sample, of a task in no folder, has no member for one. */
    private ObjectNode base(StoredTriggerTask known) {
        TriggerTaskDefinition definition = known.definition();
        ObjectNode base = TaskListing.item(tables, known.task(), known.creatorUin())
                .put("TaskDescription", definition.description())
                .put("LastUpdateUserName", known.task().ownerUin);
        return definition.folderPath().equals(TriggerTaskDefinition.NO_FOLDER)
                ? base
                : base.put("TaskFolderPath", definition.folderPath());
    }

    /** What nobody has said is what the descriptions give as default. */
    private static ObjectNode schedule(ObjectNode said) {
        ObjectNode schedule = Json.object()
                .put("AllowRedoType", "ALL")
                .put("ExecutionTTLMinute", -1)
                .put("MaxRetryNumber", 4)
                .put("RetryWaitMinute", 5)
                .put("RunPriorityType", 6)
                .put("WaitExecutionTotalTTLMinute", -1);
        LISTS_OF_SCHEDULE.forEach(schedule::putNull);
        return schedule.setAll(said);
    }

    private ActionHandler.Work update(Caller caller, Parameters request) {
        String projectId = request.text("ProjectId");
        String taskId = request.text("TaskId");
        Parameters setting = request.object("NewSetting");
        Optional<Parameters> base = setting.optionalObject(BASE);
        Optional<Parameters> configuration = setting.optionalObject(CONFIGURATION);
        Optional<Parameters> schedule = setting.optionalObject(SCHEDULE);
        TriggerTaskReader.checkParts(base, configuration, schedule);
        List<String> gone = request.texts("FieldToRemoveList");
        return () -> {
            StoredTriggerTask known = require(projectId, taskId);
            if (tables.switches.answersFalse("UpdateTriggerTaskPartially")) {
                return Json.data(Json.object().put("Status", false));
            }
            ObjectNode changed = known.definition().structures().deepCopy();
            base.ifPresent(said -> ListChanges.put(changed.withObject("/" + BASE), said.copy()));
            configuration.ifPresent(said -> ListChanges.put(changed.withObject("/" + CONFIGURATION), said.copy()));
            schedule.ifPresent(said -> ListChanges.put(changed.withObject("/" + SCHEDULE), said.copy()));
            gone.forEach(path -> ListChanges.remove(changed, path));
            TriggerTaskDefinition definition = TriggerTaskReader.read(new Parameters(changed));
            StoredWorkflow workflow = tables.requireWorkflow(projectId, definition.workflowId(), WorkflowKind.TRIGGER);
            tables.requireTaskFolder(workflow, definition.folderPath());
            definition
                    .upstreamTaskIds()
                    .forEach(parent -> tables.findTriggerTask(workflow, parent)
                            .orElseThrow(() -> ServiceError.notFound("upstream task", parent)));
            base.ifPresent(said -> TaskRevisions.describe(known.task(), said));
            known.task().touch(tables.now());
            tables.addTriggerTask(new StoredTriggerTask(known.task(), definition, known.creatorUin()));
            ledger.tookEffect("UpdateTriggerTaskPartially");
            return Json.data(Json.object().put("Status", true));
        };
    }

    private StoredTriggerTask require(String projectId, String taskId) {
        tables.requireProject(projectId);
        return Optional.ofNullable(tables.triggerTasks.get(taskId))
                .filter(known -> known.task().projectId.equals(projectId))
                .orElseThrow(() -> ServiceError.notFound("task", taskId));
    }
}
