package io.jenkins.plugins.wedata.emulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** An integration task in the shape that DescribeIntegrationTask gives it, members without a value included. */
final class IntegrationTaskJson {

    private static final List<String> WITHOUT_VALUE = List.of(
            "ArrangeSpaceTaskId",
            "BusinessLatency",
            "CurrentSyncPosition",
            "DataProxyUrl",
            "ErrorMessage",
            "ExecutorGroupName",
            "ExtConfig",
            "InLongManagerUrl",
            "InLongManagerVersion",
            "LastRunTime",
            "Mappings",
            "NotExistsCheckPoint",
            "OfflineTaskAddEntity",
            "ReadPhase",
            "SavePointId",
            "SavePointPath",
            "StopTime",
            "Submit",
            "SwitchResource",
            "TagList",
            "TaskAlarmRegularList",
            "TaskImportInfo");
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
    private static final String APP_ID = "1300000001";

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

    private static ObjectNode info(IntegrationTask task) {
        boolean realTime = task.type != IntegrationTask.OFFLINE;
        ObjectNode info = Json.object();
        WITHOUT_VALUE.forEach(info::putNull);
        info.put("AppId", APP_ID);
        info.putArray("Config").addObject().put("Name", "TableType").put("Value", "in");
        info.put("CreateTime", Ids.time(task.createTime));
        info.put("CreatorUin", task.ownerUin);
        info.put("Description", "");
        info.putArray("ExecuteContext");
        info.put("ExecutorId", "20260101000000000001");
        info.put("HasVersion", !task.versions().isEmpty());
        info.put("InLongStreamId", "");
        info.put("Incharge", task.ownerUin);
        info.put("InputDatasourceType", "MYSQL");
        info.put("InstanceVersion", task.latest().map(IntegrationTask.Version::number).orElse(null));
        info.set("LastOperateInfo", lastOperation(task));
        info.put("Locked", task.locker().isPresent());
        info.put("Locker", task.locker().orElse(null));
        info.putArray("Nodes").add(node(task));
        info.put("NumRecordsIn", -1).put("NumRecordsOut", -1).put("NumRestarts", -1);
        info.put("OfflineTaskStatus", realTime || task.versions().isEmpty() ? 1 : 2);
        info.put("OperatorUin", task.ownerUin);
        info.put("OutputDatasourceType", "DLC");
        info.put("OwnerUin", task.ownerUin);
        info.put("ProjectId", task.projectId);
        info.put("ReaderDelay", -1).put("RunningCu", 0);
        info.put("ScheduleTaskId", "");
        info.put("Status", task.status());
        info.put("SyncType", 1);
        info.put("TaskGroupId", "-1");
        info.put("TaskId", task.taskId);
        info.put("TaskMode", "");
        info.put("TaskName", task.name);
        info.put("TaskType", task.type);
        info.put("UpdateTime", Ids.time(task.updateTime()));
        return info.put("WorkflowId", "-1");
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

    private static ObjectNode node(IntegrationTask task) {
        ObjectNode node = Json.object().put("AppId", APP_ID);
        node.putArray("Config").addObject().put("Name", "StartupMode").put("Value", "INIT");
        return node.putNull("CreateTime")
                .putNull("CreatorUin")
                .put("DataSourceType", "MYSQL")
                .put("DatasourceId", "65614")
                .putNull("Description")
                .putNull("ExtConfig")
                .put("Id", "1")
                .put("Name", "source")
                .putNull("NodeMapping")
                .put("NodeType", "INPUT")
                .putNull("OperatorUin")
                .put("OwnerUin", task.ownerUin)
                .put("ProjectId", task.projectId)
                .putNull("Schema")
                .put("TaskId", task.taskId)
                .putNull("UpdateTime");
    }
}
