package io.jenkins.plugins.wedata.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The definition of an integration task that nobody defined: from MySQL into DLC. */
final class IntegrationExample {

    static final String APP_ID = "1300000001";

    private IntegrationExample() {}

    /** A whole-database solution. */
    static IntegrationDefinition definition(String projectId, String taskId, String name, long type, String ownerUin) {
        ObjectNode info = Json.object();
        info.putArray("Config").addObject().put("Name", "TableType").put("Value", "in");
        info.put("Description", "");
        info.putArray("ExecuteContext");
        info.put("ExecutorId", "20260101000000000001");
        info.put("InputDatasourceType", "MYSQL").put("OutputDatasourceType", "DLC");
        info.putArray("Nodes").add(node(projectId, taskId, ownerUin));
        info.put("SyncType", 1).put("TaskGroupId", "-1").put("TaskMode", "").put("WorkflowId", "-1");
        return new IntegrationDefinition(name, type, info);
    }

    private static ObjectNode node(String projectId, String taskId, String ownerUin) {
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
                .put("OwnerUin", ownerUin)
                .put("ProjectId", projectId)
                .putNull("Schema")
                .put("TaskId", taskId)
                .putNull("UpdateTime");
    }
}
