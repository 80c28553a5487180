package io.jenkins.plugins.wedata.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;
import java.util.Optional;

/** An integration task in the shape that DescribeIntegrationTask gives it, members without a value included. */
final class IntegrationTaskJson {

    private static final List<String> WITHOUT_VALUE = List.of(
            "ArrangeSpaceTaskId",
            "BusinessLatency",
            "Config",
            "CurrentSyncPosition",
            "DataProxyUrl",
            "Description",
            "ErrorMessage",
            "ExecuteContext",
            "ExecutorGroupName",
            "ExecutorId",
            "ExtConfig",
            "InLongManagerUrl",
            "InLongManagerVersion",
            "Mappings",
            "Nodes",
            "NotExistsCheckPoint",
            "OfflineTaskAddEntity",
            "ReadPhase",
            "SavePointId",
            "SavePointPath",
            "SwitchResource",
            "SyncType",
            "TagList",
            "TaskAlarmRegularList",
            "TaskGroupId",
            "TaskImportInfo",
            "TaskMode",
            "WorkflowId");
    private static final List<String> MAINLAND_ONLY = List.of(
            "TaskImportInfo",
            "BusinessLatency",
            "CurrentSyncPosition",
            "TagList",
            "ErrorMessage",
            "TaskSubType",
            "NotExistsCheckPoint",
            "SavePointId",
            "SavePointPath",
            "LastOperateInfo");

    private IntegrationTaskJson() {}

    static ObjectNode description(
            IntegrationTask task, Optional<IntegrationTask.Version> version, boolean international) {
        ObjectNode info = info(task);
        if (international) {
            info.remove(MAINLAND_ONLY);
        }
        ObjectNode response = Json.object();
        response.putNull("AgentStatus");
        response.set("TaskInfo", info);
        response.set("TaskVersion", version.map(known -> version(task, known)).orElse(null));
        if (!international) {
            ArrayNode list = response.putArray("TaskVersionList");
            for (IntegrationTask.Version known : task.versions()) {
                list.addObject().put("InstanceDate", Ids.time(known.when())).put("RunningOrderId", known.number());
            }
        }
        return response;
    }

    private static ObjectNode version(IntegrationTask task, IntegrationTask.Version version) {
        boolean newest = task.latest().filter(version::equals).isPresent();
        return Json.object()
                .put("InstanceVersion", version.number())
                .put("VersionDesc", version.description())
                .put("ChangeType", task.versions().indexOf(version) == 0 ? 0 : 1)
                .put("SubmitterUin", version.submitterUin())
                .put("InstanceDate", Ids.time(version.when()))
                .put("InstanceStatus", newest ? 1 : 0);
    }

    /** One of the tasks that DescribeIntegrationTasks lists, whose samples lack what came last. */
    static ObjectNode item(IntegrationTask task) {
        return info(task).remove(MAINLAND_ONLY);
    }

    private static ObjectNode info(IntegrationTask task) {
        IntegrationDefinition definition = task.definition;
        ObjectNode info = Json.object();
        WITHOUT_VALUE.forEach(info::putNull);
        info.put("AppId", IntegrationExample.APP_ID);
        info.put("CreatorUin", task.ownerUin).put("OperatorUin", task.ownerUin);
        info.put("Incharge", task.ownerUin).put("OwnerUin", task.ownerUin);
        info.put("InLongStreamId", "").put("ScheduleTaskId", "");
        info.put("InputDatasourceType", sourceType(definition, "INPUT"));
        info.put("OutputDatasourceType", sourceType(definition, "OUTPUT"));
        info.put("NumRecordsIn", -1).put("NumRecordsOut", -1).put("NumRestarts", -1);
        info.put("ReaderDelay", -1).put("RunningCu", 0);
        info.setAll(definition.members().deepCopy());
        state(info, task);
        info.put("ProjectId", task.projectId).put("TaskId", task.taskId);
        return info.put("TaskName", definition.name()).put("TaskType", definition.type());
    }

    private static void state(ObjectNode info, IntegrationTask task) {
        boolean submitted = !task.versions().isEmpty();
        boolean offline = task.definition.type() == IntegrationTask.OFFLINE;
        info.put("Status", task.status());
        info.put("HasVersion", submitted).put("Submit", submitted);
        info.put("OfflineTaskStatus", offline && submitted ? 2 : 1);
        info.put(
                "InstanceVersion",
                task.latest().map(IntegrationTask.Version::number).orElse(null));
        info.put("Locked", task.locker().isPresent());
        info.put("Locker", task.locker().orElse(null));
        info.put("CreateTime", Ids.time(task.createTime));
        info.put("UpdateTime", Ids.time(task.updateTime()));
        info.put("LastRunTime", task.lastRunTime().map(Ids::time).orElse(null));
        info.put("StopTime", task.stopTime().map(Ids::time).orElse(null));
        info.set("LastOperateInfo", lastOperation(task));
    }

    @CheckForNull
    private static String sourceType(IntegrationDefinition definition, String nodeType) {
        for (JsonNode node : definition.members().path("Nodes")) {
            if (nodeType.equals(node.path("NodeType").asText())) {
                return node.path("DataSourceType").textValue();
            }
        }
        return null;
    }

    private static ObjectNode lastOperation(IntegrationTask task) {
        return task.latest()
                .map(version -> Json.object()
                        .put("CreatedTime", Ids.time(version.when()))
                        .putNull("ErrorMsg")
                        .put("OperateId", "operation-" + version.number())
                        .put("TaskEvent", "COMMIT")
                        .put("UpdatedTime", Ids.time(task.updateTime())))
                .orElse(null);
    }
}
