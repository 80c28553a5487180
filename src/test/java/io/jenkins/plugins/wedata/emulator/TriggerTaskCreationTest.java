package io.jenkins.plugins.wedata.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TriggerTaskCreationTest {

    private static final String CREATE = "CreateTriggerTask";
    private static final String PARENT = "20260101000000001";
    private static final String TABLE = "{'DatasourceId':'1','DatabaseName':'db','TableName':'t','PartitionName':'',"
            + "'DataFlowType':'UPSTREAM','TablePhysicalId':'9','CatalogName':'c'}";

    private final Lab lab = new Lab();

    @BeforeEach
    void seed() {
        lab.weData.world().triggerWorkflow(Lab.PROJECT, Lab.TRIGGER_WORKFLOW, "on arrival");
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void aCreatedTaskHasAnIdOfSeventeenDigitsAndIsThere() {
        lab.weData
                .world()
                .triggerTask(Lab.TRIGGER_WORKFLOW, PARENT, "parent", 26)
                .taskFolder(Lab.TRIGGER_WORKFLOW, "/cleaning");

        JsonNode response = create(
                "'TaskDescription':'daily','OwnerUin':'7','TaskFolderPath':'/cleaning'",
                "'ResourceGroup':'g-1','CodeContent':'c2VsZWN0IDE7','BrokerIp':'any'",
                "'UpstreamDependencyConfigList':[{'TaskId':'" + PARENT + "'}]");

        String taskId = response.at("/Data/TaskId").textValue();
        assertThat(taskId).matches("[0-9]{17}");
        assertThat(lab.weData.world().triggerTasksNamed("load")).singleElement().satisfies(task -> {
            assertThat(task.taskId()).isEqualTo(taskId);
            assertThat(task.projectId()).isEqualTo(Lab.PROJECT);
            assertThat(task.workflowId()).isEqualTo(Lab.TRIGGER_WORKFLOW);
            assertThat(task.taskType()).isEqualTo(35);
            assertThat(task.taskTypeName()).isEqualTo("Shell");
            assertThat(task.ownerUin()).isEqualTo("7");
            assertThat(task.description()).isEqualTo("daily");
            assertThat(task.taskFolderPath()).isEqualTo("/cleaning");
            assertThat(task.resourceGroup()).isEqualTo("g-1");
            assertThat(task.content()).isEqualTo("c2VsZWN0IDE7");
            assertThat(task.upstreamTaskIds()).containsExactly(PARENT);
            assertThat(task.versions()).isEmpty();
        });
        assertThat(lab.weData.world().tasks()).isEmpty();
        assertThat(lab.weData.ledger().effects(CREATE)).isEqualTo(1);
    }

    @Test
    void threeObjectsWithTheNamesAreEnough() {
        assertThat(create("", "", "").at("/Data/TaskId").textValue()).matches("[0-9]{17}");

        assertThat(lab.weData.world().triggerTasks()).singleElement().satisfies(task -> {
            assertThat(task.ownerUin()).isEqualTo(Lab.UIN);
            assertThat(task.taskFolderPath()).isEqualTo("/");
            assertThat(task.content()).isNull();
            assertThat(task.upstreamTaskIds()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ProjectId",
                "TriggerTaskBaseAttribute",
                "TriggerTaskConfiguration",
                "TriggerTaskSchedulerConfiguration",
                "TaskName",
                "TaskTypeId",
                "WorkflowId"
            })
    void whatIsRequiredIsNamedWhenItIsAbsent(String name) {
        JsonNode error = lab.call(CREATE, Lab.triggerTaskBody("load").replace("'" + name + "'", "'Other'"))
                .get("Error");

        assertThat(error.get("Code").textValue()).isEqualTo("MissingParameter");
        assertThat(error.get("Message").textValue()).contains(name + "`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"26", "30", "32", "35", "38", "46", "50", "130", "131", "132", "133", "137", "139", "140"})
    void everyTypeOfTriggerTasksIsAccepted(String type) {
        lab.call(CREATE, Lab.triggerTaskBody("load").replace("'35'", "'" + type + "'"));

        assertThat(lab.weData.world().triggerTasks()).singleElement().satisfies(task -> {
            assertThat(task.taskType()).isEqualTo(Long.parseLong(type));
            assertThat(task.taskTypeName()).doesNotStartWith("Type");
        });
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "35, InvalidParameter",
                "'34', InvalidParameterValue",
                "'Shell', InvalidParameterValue",
                "' 35', InvalidParameterValue",
                "'0', InvalidParameterValue",
                "'', InvalidParameter"
            })
    void aTypeIsTheTextOfANumberThatTriggerTasksHave(String type, String code) {
        assertThat(lab.errorOf(CREATE, Lab.triggerTaskBody("load").replace("'35'", type)))
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'ResourceGroup':7 | | InvalidParameter",
                "'CodeContent':'select 1;' | | InvalidParameter",
                "'TaskExtConfigurationList':{} | | InvalidParameter",
                "'TaskExtConfigurationList':[{'ParamKey':'a'}] | | MissingParameter",
                "'TaskSchedulingParameterList':[{'ParamValue':'a'}] | | MissingParameter",
                "| 'RunPriorityType':1 | InvalidParameterValue",
                "| 'RetryWaitMinute':'soon' | InvalidParameter",
                "| 'AllowRedoType':'NEVER' | InvalidParameterValue",
                "| 'DependencyTriggerPolicy':'SOME' | InvalidParameterValue",
                "| 'AllowDownstreamDependency':2 | InvalidParameterValue",
                "| 'ScheduleType':2 | InvalidParameterValue",
                "| 'ParamTaskOutList':[{'ParamKey':''}] | InvalidParameter",
                "| 'UpstreamDependencyConfigList':[{}] | MissingParameter",
                "| 'UpstreamDependencyConfigList':['1'] | InvalidParameter",
                "| 'UpstreamDependencyConfigList':[{'TaskId':'1'}] | ResourceNotFound"
            })
    void aWrongMemberIsRefused(String configuration, String schedule, String code) {
        JsonNode response = create("", text(configuration), text(schedule));

        assertThat(response.at("/Error/Code").asText()).isEqualTo(code);
        assertThat(lab.weData.world().triggerTasks()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ParamKey", "ParamDesc", "FromTaskId", "FromParamKey"})
    void aParameterTakenInLacksNothing(String name) {
        String parameter = "'ParamTaskInList':[{'ParamKey':'a','ParamDesc':'p.t.a','FromTaskId':'','FromParamKey':'a',"
                + "'Type':'CONSTANT'}]";

        assertThat(create("", "", parameter).has("Error")).isFalse();
        assertThat(create("", "", parameter.replace("'" + name + "'", "'Other'"))
                        .at("/Error/Message")
                        .asText())
                .contains("`TriggerTaskSchedulerConfiguration.ParamTaskInList.0." + name + "`");
        assertThat(create("", "", parameter.replace("CONSTANT", "ANY"))
                        .at("/Error/Code")
                        .asText())
                .isEqualTo("InvalidParameterValue");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"DatasourceId", "DatabaseName", "TableName", "PartitionName", "DataFlowType", "TablePhysicalId"})
    void aRegisteredTableLacksNothing(String name) {
        String tables = "'TaskOutputRegistryList':[" + TABLE + "]";

        assertThat(create("", "", tables).has("Error")).isFalse();
        assertThat(create("", "", tables.replace("'" + name + "'", "'Other'"))
                        .at("/Error/Code")
                        .asText())
                .isEqualTo("MissingParameter");
    }

    @Test
    void aFlowOfDataIsUpOrDown() {
        assertThat(create("", "", "'TaskOutputRegistryList':[" + TABLE.replace("UPSTREAM", "UP") + "]")
                        .at("/Error/Code")
                        .asText())
                .isEqualTo("InvalidParameterValue");
    }

    @Test
    void theWorkflowMustBeATriggerWorkflowOfTheProject() {
        lab.weData.world().triggerWorkflow("17", "w-17", "elsewhere");

        assertThat(errorOf(Lab.WORKFLOW)).isEqualTo("ResourceNotFound");
        assertThat(errorOf("w-17")).isEqualTo("ResourceNotFound");
        assertThat(errorOf("none")).isEqualTo("ResourceNotFound");
        assertThat(lab.errorOf(CREATE, Lab.triggerTaskBody("load").replace(Lab.PROJECT, "18")))
                .isEqualTo("UnauthorizedOperation.UserNotInProject");
        assertThat(lab.errorOf("CreateTask", Lab.createTaskBody("a").replace(Lab.WORKFLOW, Lab.TRIGGER_WORKFLOW)))
                .isEqualTo("ResourceNotFound");
    }

    @Test
    void aFolderMustBeThere() {
        assertThat(create("'TaskFolderPath':'/'", "", "").has("Error")).isFalse();
        assertThat(create("'TaskFolderPath':'/none'", "", "").at("/Error/Code").asText())
                .isEqualTo("ResourceNotFound");
    }

    @Test
    void aParentIsATaskOfTheSameWorkflow() {
        lab.weData
                .world()
                .triggerWorkflow(Lab.PROJECT, "w-2", "other")
                .triggerTask("w-2", PARENT, "parent", 35)
                .task(Lab.WORKFLOW, "20260101000000002", "cycle", 35);

        assertThat(upstream(PARENT).at("/Error/Code").asText()).isEqualTo("ResourceNotFound");
        assertThat(upstream("20260101000000002").at("/Error/Code").asText()).isEqualTo("ResourceNotFound");
    }

    @Test
    void whenAnyProjectIsAcceptedEverythingNamedSpringsIntoBeing() {
        lab.weData.switches().acceptAnyProject(true);
        String body = body(
                        "'TaskFolderPath':'/new'", "", "'UpstreamDependencyConfigList':[{'TaskId':'" + PARENT + "'}]")
                .replace(Lab.PROJECT, "17")
                .replace(Lab.TRIGGER_WORKFLOW, "w-1");

        assertThat(lab.errorOf(CREATE, body)).isEmpty();

        assertThat(lab.weData.summary()).last().satisfies(project -> {
            assertThat(project.projectId()).isEqualTo("17");
            assertThat(project.workflows()).singleElement().satisfies(workflow -> {
                assertThat(workflow.trigger()).isTrue();
                assertThat(workflow.tasks()).isEmpty();
                assertThat(workflow.triggerTasks())
                        .extracting(TriggerTaskSnapshot::taskName)
                        .containsExactly("task_" + PARENT, "load");
            });
        });
        assertThat(lab.errorOf(
                        "CreateTask",
                        Lab.createTaskBody("a").replace(Lab.PROJECT, "17").replace(Lab.WORKFLOW, "w-1")))
                .isEqualTo("ResourceNotFound");
        assertThat(lab.errorOf(CREATE, body.replace(PARENT, "no-id"))).isEqualTo("ResourceNotFound");
    }

    @Test
    void namesAreNotUniqueUnlessSwitchedSo() {
        create("", "", "");
        create("", "", "");
        assertThat(lab.weData.world().triggerTasksNamed("load")).hasSize(2);

        lab.weData.switches().uniqueTaskNames(true);

        assertThat(create("", "", "").at("/Error/Code").asText()).isEqualTo("InvalidParameter.DuplicateName");
        assertThat(lab.errorOf(CREATE, Lab.triggerTaskBody("other"))).isEmpty();
    }

    @Test
    void unknownMembersAreNamedWithTheirPlaceWhenSwitchedSo() {
        lab.weData.switches().refuseUnknownParameters(true);

        assertThat(create("", "", "'ParamTaskOutList':[{'ParamKey':'a','ParamValue':'','Type':'x'}]")
                        .at("/Error/Message")
                        .asText())
                .contains("`TriggerTaskSchedulerConfiguration.ParamTaskOutList.0.Type`");
        assertThat(create("", "'DataCluster':'','YarnQueue':'q','BundleId':'b'", "'ScheduleType':1")
                        .has("Error"))
                .isFalse();
    }

    @Test
    void theOlderVersionDoesNotHaveIt() {
        assertThat(lab.errorOf(lab.signed(CREATE, Lab.triggerTaskBody("a")).header("X-TC-Version", "2021-08-20")))
                .isEqualTo("InvalidAction");
    }

    @Test
    void aLostReplyLeavesTheTaskThere() {
        lab.weData.faults().add(Fault.parse("lost-reply:CreateTriggerTask"));

        assertThat(lab.send(lab.signed(CREATE, Lab.triggerTaskBody("load")))).isCompletedExceptionally();

        assertThat(lab.weData.world().triggerTasksNamed("load")).hasSize(1);
        assertThat(lab.weData.ledger().effects(CREATE)).isEqualTo(1);
    }

    @Test
    void aLateEffectIsThereOnlyLater() {
        lab.weData.faults().add(Fault.parse("late-effect=5s:CreateTriggerTask"));

        assertThat(lab.send(lab.signed(CREATE, Lab.triggerTaskBody("load")))).isCompletedExceptionally();
        assertThat(lab.weData.world().triggerTasks()).isEmpty();

        lab.time.turn(Lab.seconds(5));

        assertThat(lab.weData.world().triggerTasks()).hasSize(1);
    }

    @Test
    void aBatchJobMakesNoVersionOfATriggerTask() {
        String taskId = create("", "", "").at("/Data/TaskId").textValue();
        lab.weData.switches().pace(Pace.byLooks(0)).acceptAnyProject(true);
        long job = lab.batch(taskId);
        lab.look(job);
        lab.look(job);

        assertThat(lab.look(job).get("JobStatus").textValue()).isEqualTo("FAIL");
        assertThat(lab.call("GetBatchDetailErrorLog", "{'JobId':" + job + ",'ResourceId':'" + taskId + "'}")
                        .get("Data")
                        .textValue())
                .contains("SubmitTriggerTask");
        assertThat(lab.weData.world().triggerTasks().get(0).versions()).isEmpty();
        assertThat(lab.weData.world().tasks()).isEmpty();
    }

    private String errorOf(String workflowId) {
        return lab.errorOf(CREATE, Lab.triggerTaskBody("load").replace(Lab.TRIGGER_WORKFLOW, workflowId));
    }

    private JsonNode upstream(String taskId) {
        return create("", "", "'UpstreamDependencyConfigList':[{'TaskId':'" + taskId + "'}]");
    }

    private JsonNode create(String base, String configuration, String schedule) {
        return lab.call(CREATE, body(base, configuration, schedule));
    }

    private static String body(String base, String configuration, String schedule) {
        return Lab.triggerTaskBody("load")
                .replace(
                        "'TriggerTaskBaseAttribute':{",
                        "'TriggerTaskBaseAttribute':{" + (base.isEmpty() ? "" : base + ","))
                .replace("'TriggerTaskConfiguration':{", "'TriggerTaskConfiguration':{" + configuration)
                .replace("'TriggerTaskSchedulerConfiguration':{", "'TriggerTaskSchedulerConfiguration':{" + schedule);
    }

    private static String text(String cell) {
        return cell == null ? "" : cell;
    }
}
