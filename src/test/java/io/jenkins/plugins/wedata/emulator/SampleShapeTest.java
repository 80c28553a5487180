package io.jenkins.plugins.wedata.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds every reply to the published sample of its action: the same members, of the same JSON kinds. */
class SampleShapeTest {

    private static final String TASK = "20260101000000001";

    private final Lab lab = new Lab();

    @AfterEach
    void close() {
        lab.close();
    }

    static Stream<JsonNode> samples() throws IOException {
        try (InputStream file = SampleShapeTest.class.getResourceAsStream("wedata-samples.json")) {
            return StreamSupport.stream(Lab.JSON.readTree(file).get("samples").spliterator(), false);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aReplyHasTheShapeOfTheSample(JsonNode sample) {
        String action = sample.get("action").textValue();
        JsonNode expected = sample.get("response").get("Response");
        lab.weData
                .world()
                .task(Lab.WORKFLOW, TASK, "load", 35)
                .triggerWorkflow(Lab.PROJECT, Lab.TRIGGER_WORKFLOW, "on arrival");
        if (expected.has("Error")) {
            lab.weData
                    .faults()
                    .add(Fault.error(expected.at("/Error/Code").textValue()).on(action));
        }

        JsonNode reply = lab.call(action, body(action, expected));

        assertSameShape(action, reply, expected);
    }

    /** A request after which the reply has something in every place where the sample has. */
    private String body(String action, JsonNode expected) {
        return switch (action) {
            case "CreateTask", "CreateTaskNew" -> Lab.createTaskBody("a");
            case "BatchCreateTaskVersionAsync" -> Lab.batchBody(TASK);
            case "ListBatchDetail" -> "{'JobId':" + failedJob() + "}";
            case "GetBatchDetailErrorLog" -> "{'JobId':" + failedJob() + ",'ResourceId':'" + TASK + "'}";
            case "DescribeBatchOperateTask" -> "{'ProjectId':'" + Lab.PROJECT + "','Page':'1','Size':'20'}";
            case "ListTaskVersions" -> {
                endedJob();
                yield "{'ProjectId':'" + Lab.PROJECT + "','TaskId':'" + TASK + "','TaskVersionType':'SUBMIT'}";
            }
            case "CreateTriggerTask" -> Lab.triggerTaskBody("a");
            case "ListProjects" -> "{}";
            case "ListResourceGroups" -> {
                lab.weData.world().resourceGroup("g-1", "nightly", "Schedule", Lab.PROJECT);
                yield "{'Type':'Schedule'}";
            }
            case "ListTasks", "ListWorkflows", "ListTriggerWorkflows" -> "{'ProjectId':'" + Lab.PROJECT + "'}";
            case "ListTriggerTasks" -> {
                lab.call("CreateTriggerTask", Lab.triggerTaskBody("a','TaskDescription':'"));
                yield "{'ProjectId':'" + Lab.PROJECT + "'}";
            }
            case "GetTriggerTask" -> {
                String upstream = lab.call("CreateTriggerTask", Lab.triggerTaskBody("first"))
                        .at("/Data/TaskId")
                        .asText();
                String configuration = "'TriggerTaskConfiguration':{'BrokerIp':'any','CodeContent':'bHM=',"
                        + "'ResourceGroup':'g','TaskExtConfigurationList':[{'ParamKey':'a','ParamValue':'1'}]}";
                String schedule = "'TriggerTaskSchedulerConfiguration':{'UpstreamDependencyConfigList':[{'TaskId':'"
                        + upstream + "'}],'ParamTaskOutList':[{'ParamKey':'a','ParamValue':'1'}]}";
                yield taskBody(lab.call(
                                "CreateTriggerTask",
                                Lab.triggerTaskBody("second")
                                        .replace("'TriggerTaskConfiguration':{}", configuration)
                                        .replace("'TriggerTaskSchedulerConfiguration':{}", schedule))
                        .at("/Data/TaskId")
                        .asText());
            }
            case "UpdateTaskPartially" -> taskBody(TASK).replace("}", ",'NewSetting':{}}");
            case "UpdateTriggerTaskPartially" ->
                taskBody(lab.call("CreateTriggerTask", Lab.triggerTaskBody("a"))
                                .at("/Data/TaskId")
                                .asText())
                        .replace("}", ",'NewSetting':{}}");
            case "ModifyIntegrationTask" ->
                "{'ProjectId':'" + Lab.PROJECT + "','TaskInfo':{'TaskName':'a','TaskId':'" + Lab.REAL_TIME_TASK + "'}}";
            case "CreateIntegrationTask" -> "{'ProjectId':'" + Lab.PROJECT + "','TaskInfo':{'TaskName':'a'}}";
            case "CheckIntegrationTaskNameExists" -> "{'ProjectId':'" + Lab.PROJECT + "','TaskName':'orders'}";
            case "DescribeIntegrationTasks" -> {
                definedTask(expected.at("/TaskInfoSet/0"));
                yield "{'ProjectId':'" + Lab.PROJECT + "','PageNumber':1,'PageSize':10,'TaskType':202,"
                        + "'OrderFields':[{'Name':'UpdateTime','Direction':'DESC'}]}";
            }
            case "StopIntegrationTask" -> {
                lab.weData.world().integrationStatus(Lab.REAL_TIME_TASK, 3);
                yield Lab.integrationBody(Lab.REAL_TIME_TASK, "");
            }
            case "CommitIntegrationTask", "LockIntegrationTask", "StartIntegrationTask" ->
                Lab.integrationBody(Lab.REAL_TIME_TASK, "");
            case "DescribeIntegrationTask" -> {
                lab.call("CommitIntegrationTask", Lab.integrationBody(Lab.REAL_TIME_TASK, ""));
                lab.weData.world().lock(Lab.REAL_TIME_TASK, Lab.UIN);
                yield Lab.integrationBody(Lab.REAL_TIME_TASK, "");
            }
            case "UnlockIntegrationTask" -> {
                lab.weData.world().lock(Lab.REAL_TIME_TASK, Lab.UIN);
                yield Lab.integrationBody(Lab.REAL_TIME_TASK, "");
            }
            case "DescribeTaskLockStatus" -> Lab.integrationBody(Lab.REAL_TIME_TASK, ",'TaskType':201");
            default -> throw new AssertionError("no request for " + action);
        };
    }

    private static String taskBody(String taskId) {
        return "{'ProjectId':'" + Lab.PROJECT + "','TaskId':'" + taskId + "'}";
    }

    /** One with everything that a task can have: a definition, a version, a lock, and runs behind it. */
    private void definedTask(JsonNode info) {
        String taskId = "20260101000000002";
        lab.weData.world().definedIntegrationTask(Lab.PROJECT, taskId, info.toString());
        lab.time.turn(Lab.seconds(1));
        lab.weData.world().lock(taskId, Lab.UIN);
        for (String action : List.of("CommitIntegrationTask", "StartIntegrationTask", "StopIntegrationTask")) {
            lab.call(action, Lab.integrationBody(taskId, ""));
        }
    }

    private long failedJob() {
        lab.weData.world().failVersionOf(TASK, "delete workflow fail");
        return endedJob();
    }

    private long endedJob() {
        long job = lab.batch(TASK);
        for (int i = 0; i < 4; i++) {
            lab.look(job);
        }
        return job;
    }

    private static void assertSameShape(String path, JsonNode actual, JsonNode expected) {
        if (expected.isNull()) {
            return;
        }
        assertThat(actual.getNodeType()).as(path).isEqualTo(expected.getNodeType());
        if (expected.isNumber()) {
            assertThat(actual.isIntegralNumber()).as(path).isEqualTo(expected.isIntegralNumber());
        }
        if (expected.isObject()) {
            assertThat(names(actual)).as(path).isEqualTo(names(expected));
            names(expected).forEach(name -> assertSameShape(path + "/" + name, actual.get(name), expected.get(name)));
        }
        if (expected.isArray() && !expected.isEmpty()) {
            assertThat(actual).as(path).isNotEmpty();
            assertSameShape(path + "/0", actual.get(0), expected.get(0));
        }
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new HashSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
