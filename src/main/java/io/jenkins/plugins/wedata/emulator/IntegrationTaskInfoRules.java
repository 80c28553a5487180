package io.jenkins.plugins.wedata.emulator;

import java.util.List;
import java.util.Set;

/** What the members of an IntegrationTaskInfo must be. Few are required, and those only in what is given at all. */
final class IntegrationTaskInfoRules {

    private static final Set<String> NODE_TYPES = Set.of("INPUT", "OUTPUT");
    private static final List<String> TEXTS = List.of(
            "Description",
            "WorkflowId",
            "TaskId",
            "ScheduleTaskId",
            "TaskGroupId",
            "ProjectId",
            "CreatorUin",
            "OperatorUin",
            "OwnerUin",
            "AppId",
            "ExecutorId",
            "TaskMode",
            "Incharge",
            "ExecutorGroupName",
            "InLongManagerUrl",
            "InLongStreamId",
            "InLongManagerVersion",
            "InputDatasourceType",
            "OutputDatasourceType",
            "CreateTime",
            "UpdateTime",
            "LastRunTime",
            "StopTime",
            "Locker",
            "ArrangeSpaceTaskId",
            "ErrorMessage",
            "SavePointId",
            "SavePointPath");
    private static final List<String> INTEGERS = List.of(
            "Status",
            "NumRecordsIn",
            "NumRecordsOut",
            "NumRestarts",
            "SwitchResource",
            "ReadPhase",
            "InstanceVersion",
            "OfflineTaskStatus",
            "BusinessLatency",
            "CurrentSyncPosition",
            "TaskSubType",
            "NotExistsCheckPoint");
    private static final List<String> NODE_TEXTS = List.of(
            "Id",
            "TaskId",
            "Name",
            "DataSourceType",
            "Description",
            "DatasourceId",
            "AppId",
            "ProjectId",
            "CreatorUin",
            "OperatorUin",
            "OwnerUin",
            "CreateTime",
            "UpdateTime");

    private IntegrationTaskInfoRules() {}

    /**
     * Looks at every member but TaskName, TaskType and SyncType.
     *
     * @throws ServiceError naming the first that is missing or wrong
     */
    static void check(Parameters info) {
        TEXTS.forEach(info::optionalText);
        INTEGERS.forEach(info::optionalInteger);
        List.of("ReaderDelay", "RunningCu").forEach(info::optionalNumber);
        List.of("Submit", "HasVersion", "Locked").forEach(info::optionalFlag);
        List.of("DataProxyUrl", "TaskAlarmRegularList").forEach(info::texts);
        List.of("Config", "ExtConfig", "ExecuteContext").forEach(name -> fields(info, name));
        info.objects("Nodes").forEach(IntegrationTaskInfoRules::node);
        info.objects("Mappings").forEach(IntegrationTaskInfoRules::mapping);
        info.objects("TagList").forEach(tag -> List.of("Key", "Value").forEach(tag::optionalText));
        info.optionalObject("OfflineTaskAddEntity").ifPresent(IntegrationTaskInfoRules::schedule);
        info.optionalObject("TaskImportInfo").ifPresent(IntegrationTaskInfoRules::importInfo);
        info.optionalObject("LastOperateInfo")
                .ifPresent(last -> List.of("TaskEvent", "OperateId", "ErrorMsg", "CreatedTime", "UpdatedTime")
                        .forEach(last::optionalText));
    }

    /** A list of RecordField: names and values, both texts. */
    static void fields(Parameters holder, String name) {
        for (Parameters field : holder.objects(name)) {
            field.optionalText("Name");
            field.optionalText("Value");
        }
    }

    private static void node(Parameters node) {
        NODE_TEXTS.forEach(node::optionalText);
        node.optionalWord("NodeType", NODE_TYPES);
        fields(node, "Config");
        fields(node, "ExtConfig");
        columns(node, "Schema");
        node.optionalObject("NodeMapping").ifPresent(IntegrationTaskInfoRules::mapping);
    }

    private static void columns(Parameters holder, String name) {
        for (Parameters column : holder.objects(name)) {
            List.of("Id", "Name", "Type").forEach(column::text);
            List.of("Value", "Alias", "Comment", "Category").forEach(column::optionalText);
            fields(column, "Properties");
        }
    }

    private static void mapping(Parameters mapping) {
        mapping.optionalText("SourceId");
        mapping.optionalText("SinkId");
        columns(mapping, "SourceSchema");
        mapping.objects("SchemaMappings")
                .forEach(pair -> List.of("SourceSchemaId", "SinkSchemaId").forEach(pair::text));
        fields(mapping, "ExtConfig");
    }

    private static void schedule(Parameters schedule) {
        List.of("WorkflowName", "DependencyWorkflow", "CrontabExpression", "ProductName")
                .forEach(schedule::presentText);
        List.of("StartTime", "EndTime").forEach(schedule::text);
        List.of(
                        "CycleType",
                        "CycleStep",
                        "DelayTime",
                        "RetryWait",
                        "Retriable",
                        "TryLimit",
                        "RunPriority",
                        "SelfDepend")
                .forEach(schedule::integer);
        List.of("TaskAction", "ExecutionEndTime", "ExecutionStartTime", "InstanceInitStrategy")
                .forEach(schedule::optionalText);
        schedule.optionalFlag("TaskAutoSubmit");
    }

    private static void importInfo(Parameters info) {
        List.of("IsImport", "IsNewWorkFlow").forEach(info::optionalFlag);
        List.of("WorkFlowFolderId", "WorkFlowFolderName", "WorkFlowId", "WorkFlowName", "WorkFlowFolderPath")
                .forEach(info::optionalText);
        info.optionalInteger("TaskNameExistMode");
    }
}
