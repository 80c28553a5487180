package io.jenkins.plugins.wedata.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** GetTask, GetTriggerTask and the partial updates of both, and ModifyIntegrationTask. */
class TaskRevisionsTest {

    private static final String TASK = "20260101000000001";

    private final Lab lab = new Lab();
    private String triggerTask;

    @BeforeEach
    void seed() {
        lab.weData
                .world()
                .task(Lab.WORKFLOW, TASK, "load", 35)
                .triggerWorkflow(Lab.PROJECT, Lab.TRIGGER_WORKFLOW, "on arrival")
                .taskFolder(Lab.TRIGGER_WORKFLOW, "/tf_01");
        triggerTask = lab.call(
                        "CreateTriggerTask",
                        Lab.triggerTaskBody("load")
                                .replace(
                                        "'TriggerTaskConfiguration':{}",
                                        "'TriggerTaskConfiguration':{'CodeContent':'bHM=','TaskSchedulingParameterList':"
                                                + "[{'ParamKey':'a','ParamValue':'1'},{'ParamKey':'b','ParamValue':'2'}]}"))
                .at("/Data/TaskId")
                .asText();
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void aTasksCodeIsChangedAndTheRestStays() {
        assertThat(update(TASK, "'TaskConfiguration':{'CodeContent':'bHMgLWw='}")
                        .at("/Data/Status")
                        .asBoolean())
                .isTrue();
        assertThat(lab.weData.ledger().effects("UpdateTaskPartially")).isEqualTo(1);
        JsonNode task = get("GetTask", TASK);
        assertThat(task.at("/TaskConfiguration/CodeContent").asText()).isEqualTo("bHMgLWw=");
        assertThat(task.at("/TaskBaseAttribute/TaskName").asText()).isEqualTo("load");
        assertThat(lab.weData.world().tasksNamed("load").get(0).content()).isEqualTo("bHMgLWw=");
    }

    @Test
    void aTasksNameAndOwnerAreChanged() {
        update(TASK, "'TaskBaseAttribute':{'TaskName':'other','OwnerUin':'1','TaskDescription':'why'}");
        assertThat(get("GetTask", TASK).get("TaskBaseAttribute").toString())
                .contains("\"TaskName\":\"other\"", "\"OwnerUin\":\"1\"", "\"TaskDescription\":\"why\"");
        assertThat(lab.weData.world().tasksNamed("other")).hasSize(1);
    }

    @Test
    void extrasThatAreNotSentStay() {
        update(TASK, "'TaskConfiguration':{'TaskExtConfigurationList':[{'ParamKey':'a','ParamValue':'1'}]}");
        update(
                TASK,
                "'TaskConfiguration':{'BrokerIp':'any','TaskExtConfigurationList':[{'ParamKey':'b','ParamValue':'2'}]}");
        JsonNode configuration = get("GetTask", TASK).get("TaskConfiguration");
        assertThat(configuration.get("TaskExtConfigurationList")).hasSize(2);
        assertThat(configuration.get("BrokerIp").asText()).isEqualTo("any");
    }

    @Test
    void elementsOfAListArePutInByTheirKeyAndTakenOutByTheirPath() {
        String changed = "'TriggerTaskConfiguration':{'TaskSchedulingParameterList':"
                + "[{'ParamKey':'b','ParamValue':'3'},{'ParamKey':'c','ParamValue':'4'}]}";
        JsonNode reply = lab.call(
                "UpdateTriggerTaskPartially",
                body(triggerTask, changed)
                        .replace("}}}", "}},'FieldToRemoveList':['TaskConfiguration/TaskSchedulingParameterList:a']}"));
        assertThat(reply.at("/Data/Status").asBoolean()).isTrue();
        assertThat(get("GetTriggerTask", triggerTask)
                        .at("/TriggerTaskConfiguration/TaskSchedulingParameterList")
                        .toString())
                .isEqualTo("[{\"ParamKey\":\"b\",\"ParamValue\":\"3\"},{\"ParamKey\":\"c\",\"ParamValue\":\"4\"}]");
    }

    @Test
    void aTriggerTaskIsReadBackAsItWasMadeWithThePublishedDefaults() {
        JsonNode task = get("GetTriggerTask", triggerTask);
        assertThat(task.at("/TriggerTaskConfiguration/CodeContent").asText()).isEqualTo("bHM=");
        assertThat(task.at("/TriggerTaskSchedulerConfiguration/RunPriorityType").asInt())
                .isEqualTo(6);
        assertThat(task.get("TriggerTaskBaseAttribute").has("TaskFolderPath")).isFalse();
        updateTrigger("'TriggerTaskBaseAttribute':{'TaskFolderPath':'/tf_01'}");
        assertThat(get("GetTriggerTask", triggerTask)
                        .at("/TriggerTaskBaseAttribute/TaskFolderPath")
                        .asText())
                .isEqualTo("/tf_01");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'TriggerTaskBaseAttribute':{'TaskFolderPath':'/gone'} | ResourceNotFound",
                "'TriggerTaskConfiguration':{'CodeContent':'no base64'} | InvalidParameter",
                "'TriggerTaskSchedulerConfiguration':{'RunPriorityType':9} | InvalidParameterValue",
                "'TriggerTaskSchedulerConfiguration':{'UpstreamDependencyConfigList':[{'TaskId':'9'}]} | ResourceNotFound",
            },
            quoteCharacter = '"')
    void aWrongChangeIsRefusedWhole(String change, String code) {
        assertThat(lab.errorOf("UpdateTriggerTaskPartially", body(triggerTask, change)))
                .isEqualTo(code);
        assertThat(lab.weData.ledger().effects("UpdateTriggerTaskPartially")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "TaskConfiguration/CodeContent:a", "Other/TaskSchedulingParameterList:a"})
    void aPathThatIsNotPublishedIsRefused(String path) {
        for (String action : new String[] {"UpdateTriggerTaskPartially", "UpdateTaskPartially"}) {
            String id = action.contains("Trigger") ? triggerTask : TASK;
            String request = "{'ProjectId':'" + Lab.PROJECT + "','TaskId':'" + id
                    + "','NewSetting':{},'FieldToRemoveList':['" + path + "']}";
            assertThat(lab.errorOf(action, request)).isEqualTo("InvalidParameter");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GetTask", "GetTriggerTask", "UpdateTaskPartially", "UpdateTriggerTaskPartially"})
    void aTaskThatIsNotThereIsNotFound(String action) {
        assertThat(lab.errorOf(action, body("20990101000000001", ""))).isEqualTo("ResourceNotFound");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UpdateTaskPartially", "UpdateTriggerTaskPartially"})
    void aFalseStatusChangesNothing(String action) {
        lab.weData.switches().answerFalse(action);
        String id = action.contains("Trigger") ? triggerTask : TASK;
        assertThat(lab.call(action, body(id, "")).at("/Data/Status").asBoolean(true))
                .isFalse();
        assertThat(lab.weData.ledger().effects(action)).isZero();
    }

    @Test
    void aModifiedIntegrationTaskHasTheDefinitionThatWasSentAndNoOther() {
        modify("'Description':'one','ExecutorId':'7'");
        JsonNode reply = modify("'Description':'two'");
        assertThat(reply.get("TaskId").asText()).isEqualTo(Lab.REAL_TIME_TASK);
        JsonNode info = lab.call("DescribeIntegrationTask", Lab.integrationBody(Lab.REAL_TIME_TASK, ""))
                .get("TaskInfo");
        assertThat(info.get("Description").asText()).isEqualTo("two");
        assertThat(info.get("ExecutorId").isNull()).isTrue();
        assertThat(lab.weData.ledger().effects("ModifyIntegrationTask")).isEqualTo(2);
    }

    @Test
    void anIntegrationTaskIsModifiedOnlyUnderNobodyElsesLockAndName() {
        assertThat(modify("'TaskType':202").at("/Error/Code").asText()).isEqualTo("InvalidParameterValue");
        String taken = "{'ProjectId':'" + Lab.PROJECT + "','TaskInfo':{'TaskName':'customers','TaskId':'"
                + Lab.REAL_TIME_TASK + "'}}";
        assertThat(lab.errorOf("ModifyIntegrationTask", taken)).isEqualTo("InvalidParameter.DuplicateName");
        assertThat(lab.errorOf("ModifyIntegrationTask", taken.replace("'TaskId'", "'Other'")))
                .isEqualTo("MissingParameter");
        lab.weData.world().lock(Lab.REAL_TIME_TASK, "100028625403");
        assertThat(modify("'Description':'x'").at("/Error/Code").asText()).isEqualTo("UnsupportedOperation");
        assertThat(lab.weData.ledger().effects("ModifyIntegrationTask")).isZero();
    }

    private JsonNode modify(String members) {
        return lab.call(
                "ModifyIntegrationTask",
                "{'ProjectId':'" + Lab.PROJECT + "','TaskInfo':{'TaskName':'orders','TaskId':'" + Lab.REAL_TIME_TASK
                        + "'," + members + "}}");
    }

    private JsonNode update(String taskId, String setting) {
        return lab.call("UpdateTaskPartially", body(taskId, setting));
    }

    private void updateTrigger(String setting) {
        lab.call("UpdateTriggerTaskPartially", body(triggerTask, setting));
    }

    private JsonNode get(String action, String taskId) {
        return lab.call(action, body(taskId, "")).get("Data");
    }

    private static String body(String taskId, String setting) {
        return "{'ProjectId':'" + Lab.PROJECT + "','TaskId':'" + taskId + "','NewSetting':{" + setting + "}}";
    }
}
