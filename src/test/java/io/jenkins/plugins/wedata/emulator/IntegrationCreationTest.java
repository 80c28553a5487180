package io.jenkins.plugins.wedata.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntegrationCreationTest {

    private static final String CREATE = "CreateIntegrationTask";
    private static final String CHECK = "CheckIntegrationTaskNameExists";
    private static final String COLUMN = "{'Id':'1','Name':'id','Type':'String','Properties':[{'Name':'a'}]}";
    private static final String SCHEDULE = "{'WorkflowName':'','DependencyWorkflow':'no',"
            + "'StartTime':'2026-01-01 00:00:00','EndTime':'2099-12-31 00:00:00','CycleType':3,'CycleStep':1,"
            + "'DelayTime':0,'CrontabExpression':'','RetryWait':5,'Retriable':1,'TryLimit':3,'RunPriority':6,"
            + "'ProductName':'DATA_INTEGRATION','SelfDepend':3}";

    private final Lab lab = new Lab();

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void aRealTimeTasksIdIsALetterAndAUuidRightUnderTheResponse() {
        JsonNode response = create("'TaskName':'sync','SyncType':2,'TaskType':201");

        assertThat(response.get("TaskId").textValue()).matches("[a-z][0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        assertThat(response.has("Data")).isFalse();
        assertThat(lab.weData.world().integrationTasksNamed("sync"))
                .containsExactly(new IntegrationTaskSnapshot(
                        Lab.PROJECT, response.get("TaskId").textValue(), "sync", 201, 1, 0, null));
        assertThat(lab.weData.ledger().effects(CREATE)).isEqualTo(1);
    }

    @Test
    void anOfflineTasksIdIsSeventeenDigits() {
        String taskId = create("'TaskName':'sync','TaskType':202,'WorkflowId':'" + Lab.WORKFLOW
                        + "','OfflineTaskAddEntity':" + SCHEDULE)
                .get("TaskId")
                .textValue();

        assertThat(taskId).matches("[0-9]{17}");
        assertThat(described(taskId, ",'TaskType':202").at("/OfflineTaskAddEntity/SelfDepend"))
                .hasToString("3");
    }

    @Test
    void whatWasSentIsGivenBackAndWhatIsTheServicesIsNot() {
        String nodes = "[{'Id':'9','Name':'in','NodeType':'INPUT','DataSourceType':'KAFKA','DatasourceId':'7',"
                + "'Schema':[" + COLUMN + "]},{'NodeType':'OUTPUT','DataSourceType':'DORIS'}]";
        String taskId = create("'TaskName':'sync','SyncType':2,'TaskType':201,'Description':'all orders',"
                        + "'ExecutorId':'e-1','TaskMode':'1','Config':[{'Name':'a','Value':'b'}],'Nodes':" + nodes
                        + ",'TaskId':'mine','Status':3,'CreatorUin':'1','Locked':true,'NumRecordsIn':12")
                .get("TaskId")
                .textValue();

        JsonNode info = described(taskId, "");

        assertThat(info.get("Nodes")).isEqualTo(json(nodes));
        assertThat(info.get("Config")).isEqualTo(json("[{'Name':'a','Value':'b'}]"));
        assertThat(List.of(
                        info.get("TaskName").textValue(),
                        info.get("Description").textValue(),
                        info.get("ExecutorId").textValue(),
                        info.get("InputDatasourceType").textValue(),
                        info.get("OutputDatasourceType").textValue()))
                .containsExactly("sync", "all orders", "e-1", "KAFKA", "DORIS");
        assertThat(info.get("SyncType").asInt()).isEqualTo(2);
        assertThat(info.get("TaskId").textValue()).isEqualTo(taskId);
        assertThat(info.get("ProjectId").textValue()).isEqualTo(Lab.PROJECT);
        assertThat(info.get("CreatorUin").textValue()).isEqualTo(Lab.UIN);
        assertThat(info.get("Status").asInt()).isEqualTo(1);
        assertThat(info.get("Locked").booleanValue()).isFalse();
        assertThat(info.get("NumRecordsIn").asInt()).isEqualTo(-1);
    }

    @Test
    void whatWasNotSentHasNoValue() {
        JsonNode info = described(
                create("'TaskName':'sync','TaskType':0,'SyncType':0")
                        .get("TaskId")
                        .textValue(),
                "");

        assertThat(List.of("Nodes", "Config", "Mappings", "Description", "InputDatasourceType"))
                .allMatch(name -> info.get(name).isNull());
        assertThat(info.get("TaskType").asInt()).isEqualTo(201);
    }

    @Test
    void aTakenNameIsRefused() {
        create("'TaskName':'sync','SyncType':1");

        assertThat(errorOf("'TaskName':'sync','SyncType':1")).isEqualTo("InvalidParameter.DuplicateName");
        assertThat(errorOf("'TaskName':'sync'")).isEqualTo("InvalidParameter.DuplicateName");
        assertThat(errorOf("'TaskName':'Sync','SyncType':1")).isEmpty();
        assertThat(lab.weData.world().integrationTasksNamed("sync")).hasSize(1);
    }

    @Test
    void aNameIsFreeForTheOtherWayOfSyncingAndInAnotherProject() {
        lab.weData.world().project("17");
        create("'TaskName':'sync','SyncType':1");

        assertThat(errorOf("'TaskName':'sync','SyncType':2")).isEmpty();
        assertThat(lab.errorOf(CREATE, "{'ProjectId':'17','TaskInfo':{'TaskName':'sync','SyncType':1}}"))
                .isEmpty();
    }

    @Test
    void anUnknownProjectOrWorkflowIsRefusedUnlessAnyIsAccepted() {
        String offline = "{'ProjectId':'17','TaskInfo':{'TaskName':'sync','TaskType':202,'WorkflowId':'w-1'}}";
        assertThat(lab.errorOf(CREATE, offline)).isEqualTo("UnauthorizedOperation.UserNotInProject");
        lab.weData.world().project("17");
        assertThat(lab.errorOf(CREATE, offline)).isEqualTo("ResourceNotFound");

        lab.weData.switches().acceptAnyProject(true);

        assertThat(lab.errorOf(CREATE, offline)).isEmpty();
        assertThat(lab.weData.summary()).last().satisfies(project -> {
            assertThat(project.workflows())
                    .extracting(ProjectSnapshot.WorkflowSnapshot::workflowId)
                    .containsExactly("w-1");
            assertThat(project.integrationTasks()).hasSize(1);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'Description':'no name' | MissingParameter",
                "'TaskName':' ' | InvalidParameter",
                "'TaskName':'a','TaskType':203 | InvalidParameterValue",
                "'TaskName':'a','SyncType':3 | InvalidParameterValue",
                "'TaskName':'a','Nodes':{} | InvalidParameter",
                "'TaskName':'a','Nodes':[{'NodeType':'SOURCE'}] | InvalidParameterValue",
                "'TaskName':'a','Nodes':[{'DatasourceId':65614}] | InvalidParameter",
                "'TaskName':'a','Config':[{'Name':'a','Value':true}] | InvalidParameter",
                "'TaskName':'a','ReaderDelay':'5' | InvalidParameter",
                "'TaskName':'a','Submit':'yes' | InvalidParameter",
                "'TaskName':'a','OfflineTaskAddEntity':'daily' | InvalidParameter"
            })
    void aWrongDefinitionIsRefused(String info, String code) {
        assertThat(errorOf(info)).isEqualTo(code);
        assertThat(lab.weData.ledger().effects(CREATE)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Nodes':[{'Schema':[{'Id':'1','Name':'id'}]}] | TaskInfo.Nodes.0.Schema.0.Type",
                "'Nodes':[{},{'NodeMapping':{'SourceSchema':[{}]}}] | TaskInfo.Nodes.1.NodeMapping.SourceSchema.0.Id",
                "'Mappings':[{'SchemaMappings':[{'SourceSchemaId':'1'}]}]"
                        + " | TaskInfo.Mappings.0.SchemaMappings.0.SinkSchemaId",
                "'OfflineTaskAddEntity':{} | TaskInfo.OfflineTaskAddEntity.WorkflowName"
            })
    void whatIsRequiredInWhatIsGivenIsNamed(String infoAndName) {
        String[] parts = infoAndName.split(" \\| ");

        JsonNode error = create("'TaskName':'a'," + parts[0]).get("Error");

        assertThat(error.get("Code").textValue()).isEqualTo("MissingParameter");
        assertThat(error.get("Message").textValue()).contains("`" + parts[1] + "`");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WorkflowName",
                "DependencyWorkflow",
                "StartTime",
                "EndTime",
                "CycleType",
                "CycleStep",
                "DelayTime",
                "CrontabExpression",
                "RetryWait",
                "Retriable",
                "TryLimit",
                "RunPriority",
                "ProductName",
                "SelfDepend"
            })
    void aScheduleLacksNothing(String name) {
        assertThat(errorOf("'TaskName':'a','OfflineTaskAddEntity':" + SCHEDULE.replace("'" + name + "'", "'Other'")))
                .isEqualTo("MissingParameter");
    }

    @Test
    void taskInfoIsRequired() {
        assertThat(lab.errorOf(CREATE, "{'ProjectId':'" + Lab.PROJECT + "'}")).isEqualTo("MissingParameter");
        assertThat(lab.errorOf(CREATE, "{'ProjectId':'" + Lab.PROJECT + "','TaskInfo':'sync'}"))
                .isEqualTo("InvalidParameter");
    }

    @Test
    void unknownMembersAreNamedWithTheirPlaceWhenSwitchedSo() {
        lab.weData.switches().refuseUnknownParameters(true);

        JsonNode error = create(
                        "'TaskName':'a','Nodes':[{'Schema':[" + COLUMN.replace("'Properties'", "'Props'") + "]}]")
                .get("Error");

        assertThat(error.get("Code").textValue()).isEqualTo("UnknownParameter");
        assertThat(error.get("Message").textValue()).contains("`TaskInfo.Nodes.0.Schema.0.Props`");
        assertThat(errorOf("'TaskName':'a','OfflineTaskAddEntity':" + SCHEDULE + ",'TagList':[{'Key':'a'}]"))
                .isEmpty();
    }

    @Test
    void theNameOfAnotherTaskIsTold() {
        String taskId = create("'TaskName':'sync','SyncType':2").get("TaskId").textValue();

        assertThat(exists("'TaskName':'sync'")).isEqualTo(1);
        assertThat(exists("'TaskName':'syn'")).isZero();
        assertThat(exists("'TaskName':'sync','TaskId':'" + taskId + "'")).isZero();
        lab.call("CommitIntegrationTask", Lab.integrationBody(taskId, ""));
        assertThat(exists("'TaskName':'sync'")).isEqualTo(2);
    }

    @Test
    void theProbeCountsWaysOfSyncingTheOtherWayRound() {
        create("'TaskName':'single','SyncType':2");
        create("'TaskName':'whole','SyncType':1");

        assertThat(exists("'TaskName':'single','SyncType':1")).isEqualTo(1);
        assertThat(exists("'TaskName':'single','SyncType':2")).isZero();
        assertThat(exists("'TaskName':'whole','SyncType':2")).isEqualTo(1);
        assertThat(exists("'TaskName':'whole','SyncType':1")).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'ProjectId':'1'} | MissingParameter",
                "{'TaskName':'a'} | MissingParameter",
                "{'TaskName':'a','ProjectId':'1','SyncType':3} | InvalidParameterValue",
                "{'TaskName':'a','ProjectId':'1'} | UnauthorizedOperation.UserNotInProject"
            })
    void aWrongProbeIsRefused(String body, String code) {
        assertThat(lab.errorOf(CHECK, body)).isEqualTo(code);
    }

    @Test
    void aLostReplyLeavesTheTaskThereForTheProbeToFind() {
        lab.weData.faults().add(Fault.parse("lost-reply:CreateIntegrationTask"));

        assertThat(lab.send(lab.signed(CREATE, body("'TaskName':'sync'")))).isCompletedExceptionally();

        assertThat(exists("'TaskName':'sync'")).isEqualTo(1);
        assertThat(errorOf("'TaskName':'sync'")).isEqualTo("InvalidParameter.DuplicateName");
        assertThat(lab.weData.ledger().deliveries(CREATE)).isEqualTo(2);
        assertThat(lab.weData.ledger().effects(CREATE)).isEqualTo(1);
    }

    @Test
    void aLateEffectIsThereOnlyLater() {
        lab.weData.faults().add(Fault.parse("late-effect=5s:CreateIntegrationTask"));

        assertThat(lab.send(lab.signed(CREATE, body("'TaskName':'sync'")))).isCompletedExceptionally();
        assertThat(exists("'TaskName':'sync'")).isZero();

        lab.time.turn(Lab.seconds(5));

        assertThat(exists("'TaskName':'sync'")).isEqualTo(1);
    }

    private long exists(String members) {
        JsonNode response = lab.call(CHECK, "{'ProjectId':'" + Lab.PROJECT + "'," + members + "}");
        long exists = response.get("ExistsType").longValue();
        assertThat(response.get("Data").booleanValue()).isEqualTo(exists > 0);
        return exists;
    }

    private JsonNode described(String taskId, String more) {
        return lab.call("DescribeIntegrationTask", Lab.integrationBody(taskId, more))
                .get("TaskInfo");
    }

    private String errorOf(String info) {
        return lab.errorOf(CREATE, body(info));
    }

    private JsonNode create(String info) {
        return lab.call(CREATE, body(info));
    }

    private static String body(String info) {
        return "{'ProjectId':'" + Lab.PROJECT + "','TaskInfo':{" + info + "}}";
    }

    private static JsonNode json(String text) {
        try {
            return Lab.JSON.readTree(text.replace('\'', '"'));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
