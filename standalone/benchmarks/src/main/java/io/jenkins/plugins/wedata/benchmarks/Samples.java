package io.jenkins.plugins.wedata.benchmarks;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What goes over the wire: the same for all who are compared. Knows nothing but the JDK, for it is loaded with each. */
final class Samples {

    static final String SECRET_ID = "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE";
    static final String SECRET_KEY = "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE";
    static final String REGION = "ap-guangzhou";

    static final String CREATE_TASK = """
            {"ProjectId":"1460947878944567296","WorkflowId":"c3ebf6b9-d34b-4dff-bc5d-334f8ce11ad1",\
            "TaskName":"a_task_that_loads_orders_of_yesterday_into_a_lake","TaskType":35}""";

    static final String LIST_BATCH_DETAIL = """
            {"JobId":2528,"ProjectId":"1460947878944567296"}""";

    private static final String PROJECT = "1460947878944567296";
    private static final int NODES = 4;
    private static final int COLUMNS = 20;
    private static final int SETTINGS = 10;
    private static final int TASKS = 100;
    private static final String REQUEST_ID = "\"RequestId\":\"2eeae735-b9c1-4c99-a4dd-54f3e8da674f\"}}";

    private Samples() {}

    static String createIntegrationTask() {
        String columns = list(COLUMNS, "{\"Id\":\"%1$d\",\"Name\":\"c%1$d\",\"Type\":\"INT\"}");
        String settings = list(SETTINGS, "{\"Name\":\"k%1$d\",\"Value\":\"a-value-%1$d-of-it\"}");
        String nodes = list(
                NODES,
                "{\"Id\":\"%1$d\",\"Name\":\"node\",\"NodeType\":\"INPUT\",\"DataSourceType\":\"MYSQL\",\"Config\":["
                        + settings + "],\"Schema\":[" + columns + "]}");
        return "{\"TaskInfo\":{\"TaskName\":\"orders\",\"SyncType\":2,\"TaskType\":201,\"Nodes\":[" + nodes
                + "]},\"ProjectId\":\"" + PROJECT + "\"}";
    }

    /** The reply to an action; the one to ListBatchDetail has 15 KB. */
    static String reply(String action) {
        return switch (action) {
            case "CreateTask" -> "{\"Response\":{\"Data\":{\"Id\":\"20220801203612642\"}," + REQUEST_ID;
            case "CreateIntegrationTask" ->
                "{\"Response\":{\"TaskId\":\"kb947c997-4f91-4a1f-913d-06f66a5fb927\"," + REQUEST_ID;
            case "ListBatchDetail" ->
                "{\"Response\":{\"JobId\":2528,\"RunType\":\"ASYNC\",\"SuccessResource\":["
                        + list(
                                TASKS,
                                "{\"ProcessId\":%1$d,\"ResourceId\":\"20260101000%1$06d\",\"ResourceName\":\"task_%1$06d\","
                                        + "\"ExtraInfo\":[{\"ParamKey\":\"GroupId\",\"ParamValue\":\"2026010100%1$06d\"}]}")
                        + "],\"FailResource\":[],\"JobType\":\"BATCH_CREATE_VERSION\",\"JobStatus\":\"SUCCESS\","
                        + "\"TotalResource\":100," + REQUEST_ID;
            default -> throw new IllegalArgumentException(action);
        };
    }

    /** An expression for one becomes a list of many. */
    private static String list(int count, String one) {
        return IntStream.range(0, count)
                .mapToObj(i -> one.replace("%1$d", Integer.toString(i)).replace("%1$06d", String.format("%06d", i)))
                .collect(Collectors.joining(","));
    }
}
