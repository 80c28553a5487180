package io.jenkins.plugins.wedata.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Both lists hold the same tasks here, each in its own kind of workflows. */
class TaskListingTest {

    private static final String[] IDS = {
        "20260101000000001", "20260101000000002", "20260101000000003", "20260101000000004", "20260101000000005"
    };

    private final Lab lab = new Lab();

    @BeforeEach
    void seed() {
        World world = lab.weData.world();
        world.workflow(Lab.PROJECT, "c-2", "weekly")
                .workflow("17", "c-17", "elsewhere")
                .task(Lab.WORKFLOW, IDS[0], "load", 35)
                .task(Lab.WORKFLOW, IDS[1], "load_2", 30)
                .task("c-2", IDS[2], "load", 35)
                .task("c-17", IDS[3], "load", 35);
        lab.weData.switches().pace(Pace.byLooks(0));
        long job = lab.batch(IDS[1]);
        lab.time.turn(Lab.seconds(60));
        for (int i = 0; i < 3; i++) {
            lab.look(job);
        }
        world.triggerWorkflow(Lab.PROJECT, "t-1", "nightly")
                .triggerWorkflow(Lab.PROJECT, "t-2", "weekly")
                .triggerWorkflow("17", "t-17", "elsewhere");
    }

    @AfterEach
    void close() {
        lab.close();
    }

    private void seedTriggerTasks() {
        lab.weData
                .world()
                .triggerTask("t-1", IDS[0], "load", 35)
                .triggerTask("t-1", IDS[1], "load_2", 30)
                .triggerTask("t-2", IDS[2], "load", 35)
                .triggerTask("t-17", IDS[3], "load", 35)
                .triggerTaskVersion(IDS[1], "release 7");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'TaskName':'' | 1 2 3",
                "'TaskName':'load' | 1 2 3",
                "'TaskName':'_2' | 2",
                "'TaskName':'none' |",
                "'WorkflowId':'c-2' | 3",
                "'WorkflowId':'none' |",
                "'TaskTypeId':30 | 2",
                "'TaskTypeId':'35' | 1 3",
                "'Status':'Y' | 2",
                "'Status':'N' | 1 3",
                "'Submit':true | 2",
                "'Submit':false | 1 3",
                "'OwnerUin':'" + Lab.UIN + "','CreateUserUin':'" + Lab.UIN + "' | 1 2 3",
                "'OwnerUin':'7' |",
                "'CreateUserUin':'7' |",
                "'BundleId':'','TaskFolderPathList':[] | 1 2 3"
            })
    void bothListsFilterAlikeAndCompareNamesLoosely(String filter, String found) {
        seedTriggerTasks();
        List<String> wanted = found == null
                ? List.of()
                : List.of(found.split(" ")).stream()
                        .map(last -> "2026010100000000" + last)
                        .toList();

        for (String action : List.of("ListTasks", "ListTriggerTasks")) {
            String own = action.equals("ListTasks") ? filter : filter.replace("c-", "t-");
            JsonNode data = list(action, own).get("Data");
            assertThat(data.get("Items").findValuesAsText("TaskId")).as(action).isEqualTo(wanted);
            assertThat(data.get("TotalCount").asInt()).as(action).isEqualTo(wanted.size());
        }
    }

    @Test
    void timesAreSpansOfTwo() {
        assertThat(found("ListTasks", "'ModifyTime':['2026-03-01 18:00:01','2026-03-02 00:00:00']"))
                .containsExactly(IDS[1]);
        assertThat(found("ListTasks", "'CreateTime':['2026-03-01 18:00:00','2026-03-01 18:00:00']"))
                .containsExactly(IDS[0], IDS[1], IDS[2]);
        assertThat(found("ListTasks", "'CreateTime':['2026-03-01 18:00:01','2026-03-02 00:00:00']"))
                .isEmpty();
        assertThat(list("ListTasks", "'CreateTime':['2026-03-01 18:00:01']")
                        .at("/Error/Code")
                        .asText())
                .isEqualTo("InvalidParameterValue");
    }

    @Test
    void aTriggerTaskIsToldWithWhatItsMakerSaid() {
        lab.weData.world().taskFolder("t-1", "/cleaning");
        lab.call(
                "CreateTriggerTask",
                Lab.triggerTaskBody("clean")
                        .replace(Lab.TRIGGER_WORKFLOW, "t-1")
                        .replace(
                                "{'TaskName'",
                                "{'OwnerUin':'7','TaskDescription':'d','TaskFolderPath':'/cleaning','TaskName'"));

        JsonNode item = list("ListTriggerTasks", "'OwnerUin':'7'").at("/Data/Items/0");

        assertThat(item.get("TaskName").textValue()).isEqualTo("clean");
        assertThat(item.get("TaskTypeId").longValue()).isEqualTo(35);
        assertThat(item.get("TaskDescription").textValue()).isEqualTo("d");
        assertThat(item.get("TaskFolderPath").textValue()).isEqualTo("/cleaning");
        assertThat(item.get("CreateUserUin").textValue()).isEqualTo(Lab.UIN);
        assertThat(item.get("WorkflowName").textValue()).isEqualTo("nightly");
        assertThat(item.get("Status").textValue()).isEqualTo("N");
    }

    @Test
    void aSubmittedTaskTellsItsVersion() {
        seedTriggerTasks();

        for (String action : List.of("ListTasks", "ListTriggerTasks")) {
            JsonNode item = list(action, "'Submit':true").at("/Data/Items/0");
            assertThat(item.get("TaskLatestSubmitVersionNo").textValue()).isEqualTo("V1");
            assertThat(item.get("Submit").booleanValue()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ListTasks", "ListTriggerTasks"})
    void tasksComeInPagesOfTenByDefault(String action) {
        for (int i = 10; i < 20; i++) {
            lab.weData
                    .world()
                    .task("c-2", "202601010000000" + i, "load", 35)
                    .triggerTask("t-2", "202601010000000" + i, "load", 35);
        }
        seedTriggerTasks();

        JsonNode second = list(action, "'PageNumber':2").get("Data");

        assertThat(list(action, "'PageNumber':1").at("/Data/Items")).hasSize(10);
        assertThat(second.get("Items")).hasSize(3);
        assertThat(second.get("TotalCount").asInt()).isEqualTo(13);
        assertThat(second.get("TotalPageNumber").asInt()).isEqualTo(2);
        assertThat(second.get("PageSize").asInt()).isEqualTo(10);
        assertThat(list(action, "'PageSize':200").at("/Data/Items")).hasSize(13);
        assertThat(list(action, "'PageNumber':9223372036854775807,'PageSize':200")
                        .at("/Data/Items"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'PageSize':9 | InvalidParameterValue",
                "'PageSize':201 | InvalidParameterValue",
                "'PageNumber':0 | InvalidParameterValue",
                "'TaskTypeId':'Shell' | InvalidParameter",
                "'Submit':'yes' | InvalidParameter",
                "'Keyword':'a' | UnknownParameter"
            })
    void aWrongRequestIsRefused(String filter, String code) {
        lab.weData.switches().refuseUnknownParameters(true);

        for (String action : List.of("ListTasks", "ListTriggerTasks")) {
            assertThat(list(action, filter).at("/Error/Code").asText())
                    .as(action)
                    .isEqualTo(code);
            assertThat(lab.errorOf(action, "{}")).isEqualTo("MissingParameter");
            assertThat(lab.errorOf(action, "{'ProjectId':'18'}")).isEqualTo("UnauthorizedOperation.UserNotInProject");
        }
    }

    @Test
    void whenAnyProjectIsAcceptedAnUnknownOneIsEmpty() {
        lab.weData.switches().acceptAnyProject(true);

        for (String action : List.of("ListTasks", "ListTriggerTasks", "ListWorkflows", "ListTriggerWorkflows")) {
            JsonNode data = lab.call(action, "{'ProjectId':'18'}").get("Data");
            assertThat(data.get("Items")).as(action).isEmpty();
            assertThat(data.get("TotalPageNumber").asInt()).as(action).isZero();
        }
    }

    private List<String> found(String action, String filter) {
        return list(action, filter).at("/Data/Items").findValuesAsText("TaskId");
    }

    private JsonNode list(String action, String filter) {
        return lab.call(action, "{'ProjectId':'" + Lab.PROJECT + "'," + filter + "}");
    }
}
