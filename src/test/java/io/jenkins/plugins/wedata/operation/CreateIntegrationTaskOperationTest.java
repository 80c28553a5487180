package io.jenkins.plugins.wedata.operation;

import static io.jenkins.plugins.wedata.operation.Bench.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.wedata.api.CreateIntegrationTask;
import io.jenkins.plugins.wedata.api.IntegrationTaskInfo;
import io.jenkins.plugins.wedata.client.CallDoubtfulException;
import io.jenkins.plugins.wedata.client.CallRefusedException;
import io.jenkins.plugins.wedata.definition.DefinitionReader;
import io.jenkins.plugins.wedata.definition.Syntax;
import io.jenkins.plugins.wedata.emulator.IntegrationTaskSnapshot;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreateIntegrationTaskOperationTest {

    private static final String THERE = "n11a6d01c-0ec6-4efc-bd14-97a921d01d3f";
    private static final String LOAD = "TaskName: load\nSyncType: 2\nTaskType: 201\nOwnerUin: 100028625403\n";

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aTaskIsMadeFromItsDefinition() {
        OperationResult result = bench.run(create(LOAD + "Nodes: [{Name: in, NodeType: INPUT}]\n", IfExists.FAIL));
        assertThat(named("load")).hasSize(1);
        assertThat(result.values())
                .containsEntry("taskId", named("load").get(0).taskId())
                .containsEntry("created", true)
                .containsKey("requestId");
        JsonNode sent =
                bench.weData.ledger().requests("CreateIntegrationTask").get(0).body();
        assertThat(sent.toString())
                .contains("\"ProjectId\":\"" + PROJECT + "\"")
                .contains(
                        "\"TaskName\":\"load\"", "\"SyncType\":2", "\"TaskType\":201", "\"OwnerUin\":\"100028625403\"")
                .contains("{\"Name\":\"in\",\"NodeType\":\"INPUT\"}");
        assertThat(bench.log).noneMatch(line -> line.contains("Not sent"));
    }

    @Test
    void whatWeDataMakesIsNotSentAndSaidInOneLine() {
        bench.run(create(LOAD + "TaskId: t\nStatus: 6\nLocker: 100\nNodes: [{TaskId: t, Name: in}]\n", IfExists.FAIL));
        assertThat(bench.log)
                .containsOnlyOnce("Not sent, as WeData makes them itself: TaskId, Status, Locker, Nodes.TaskId");
        assertThat(bench.weData
                        .ledger()
                        .requests("CreateIntegrationTask")
                        .get(0)
                        .body()
                        .toString())
                .doesNotContain("TaskId", "Status", "Locker");
    }

    @Test
    void theAccountsAndTheGroupOfADefinitionAreSent() {
        String said =
                "TaskGroupId: g\nAppId: 57234323\nCreatorUin: 1\nOperatorUin: 2\nNodes: [{OwnerUin: 3, AppId: 4}]\n";
        bench.run(create(LOAD + said, IfExists.FAIL));
        JsonNode sent = bench.weData
                .ledger()
                .requests("CreateIntegrationTask")
                .get(0)
                .body()
                .get("TaskInfo");
        assertThat(sent.toString())
                .contains(
                        "\"TaskGroupId\":\"g\"",
                        "\"AppId\":\"57234323\"",
                        "\"CreatorUin\":\"1\"",
                        "\"OperatorUin\":\"2\"");
        assertThat(sent.at("/Nodes/0")).as("a node's are for display only").isEmpty();
        assertThat(bench.log).contains("Not sent, as WeData makes them itself: Nodes.OwnerUin, Nodes.AppId");
    }

    @ParameterizedTest(name = "{0} of the definition is asked for as {1}")
    @CsvSource({"1, 2", "2, 1"})
    void theNameProbeNumbersTheKindsTheOtherWayRound(long ofDefinition, long asked) {
        bench.run(create("TaskName: load\nTaskType: 201\nSyncType: " + ofDefinition, IfExists.FAIL));
        assertThat(bench.weData
                        .ledger()
                        .requests("CheckIntegrationTaskNameExists")
                        .get(0)
                        .body()
                        .get("SyncType")
                        .asLong())
                .isEqualTo(asked);
    }

    @Test
    void aNameThatIsTakenInDevelopmentFailsAndSaysSo() {
        there("load", 201);
        assertThatThrownBy(() -> bench.run(create(LOAD, IfExists.FAIL)))
                .isInstanceOf(OperationFailedException.class)
                .hasMessageContaining("Integration task 'load' is there already in project " + PROJECT)
                .hasMessageContaining("in development: " + THERE)
                .hasMessageContaining("ifExists: 'REUSE'");
        assertThat(bench.weData.ledger().deliveries("CreateIntegrationTask")).isZero();
        assertThat(bench.kept).isEmpty();
    }

    @Test
    void aNameThatIsTakenInProductionFailsAndSaysSo() {
        there("load", 201);
        bench.run(new CommitIntegrationOperation(
                new io.jenkins.plugins.wedata.api.CommitIntegrationTask(
                        THERE, PROJECT, 0L, 201L, null, null, null, null, null),
                false,
                Duration.ofHours(1),
                Reaction.FAIL));
        assertThatThrownBy(() -> bench.run(create(LOAD, IfExists.FAIL)))
                .hasMessageContaining("in production: " + THERE);
    }

    @Test
    void aTaskThatIsThereIsReused() {
        there("load", 201);
        OperationResult result = bench.run(create(LOAD, IfExists.REUSE));
        assertThat(result.values()).containsEntry("taskId", THERE).containsEntry("created", false);
        assertThat(bench.weData.ledger().deliveries("CreateIntegrationTask")).isZero();
    }

    @Test
    void severalTasksOfTheNameCannotBeReused() {
        there("load", 201);
        there("other", "load", 201);
        assertThatThrownBy(() -> bench.run(create(LOAD, IfExists.REUSE)))
                .isInstanceOf(OperationFailedException.class)
                .hasMessageContaining("2 integration tasks named 'load'")
                .hasMessageContaining(THERE)
                .hasMessageContaining("other");
    }

    @Test
    void aTaskOfTheOtherKindIsNotTakenForTheOneWanted() {
        there("load", 202);
        assertThatThrownBy(() -> bench.run(create(LOAD, IfExists.REUSE)))
                .isInstanceOf(OperationFailedException.class)
                .hasMessageContaining("The name 'load' is taken in project " + PROJECT + ", in development")
                .hasMessageContaining("no integration task of that name and kind is listed");
        assertThat(bench.weData.ledger().deliveries("CreateIntegrationTask")).isZero();
    }

    @Test
    void aDefinitionThatDoesNotSayItsKindIsLookedForAmongBoth() {
        there("load", 202);
        assertThat(bench.run(create("TaskName: load", IfExists.REUSE)).values()).containsEntry("taskId", THERE);
        assertThat(bench.weData.ledger().deliveries("DescribeIntegrationTasks")).isEqualTo(2);
    }

    @Test
    void aTaskThatIsThereIsFoundOnTheLastOfManyPages() {
        for (int i = 0; i < 450; i++) {
            bench.weData.world().integrationTask(PROJECT, "filler" + i, "load_" + i, 201);
        }
        there("load", 201);
        assertThat(bench.run(create(LOAD, IfExists.REUSE)).values()).containsEntry("taskId", THERE);
        assertThat(bench.weData.ledger().deliveries("DescribeIntegrationTasks")).isEqualTo(3);
    }

    @Test
    void aFreeNameCostsOneLookAndNoListing() {
        bench.run(create(LOAD, IfExists.REUSE));
        assertThat(bench.weData.ledger().deliveries("CheckIntegrationTaskNameExists"))
                .isEqualTo(1);
        assertThat(bench.weData.ledger().deliveries("DescribeIntegrationTasks")).isZero();
    }

    @Test
    void aListThatCannotBeReadEndsTheStepBeforeTheWrite() {
        there("load", 201);
        bench.fault("error:UnauthorizedOperation:DescribeIntegrationTasks:1");
        assertThatThrownBy(() -> bench.run(create(LOAD, IfExists.REUSE))).isInstanceOf(CallRefusedException.class);
        assertThat(bench.weData.ledger().deliveries("CreateIntegrationTask")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lost-reply", "cut-json", "empty", "null-data", "late-effect=40s"})
    void aLostReplyIsLookedUpNotSentAgain(String fault) {
        bench.fault(fault + ":CreateIntegrationTask:1");
        OperationResult result = bench.run(create(LOAD, IfExists.FAIL));
        assertThat(result.values())
                .containsEntry("created", true)
                .containsEntry("taskId", named("load").get(0).taskId());
        assertThat(bench.weData.ledger().deliveries("CreateIntegrationTask")).isEqualTo(1);
    }

    @Test
    void aWriteThatNeverLandsIsUnknownAndNotSentAgain() {
        bench.fault("drop:CreateIntegrationTask:1");
        assertThatThrownBy(() -> bench.run(create(LOAD, IfExists.FAIL)))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("Whether integration task 'load' was created is unknown")
                .hasMessageContaining("project " + PROJECT);
        assertThat(bench.weData.ledger().deliveries("CreateIntegrationTask")).isEqualTo(1);
    }

    @Test
    void anErrorThatDoesNotSayIsLookedAtOnce() {
        bench.fault("error-after-work:InternalError:CreateIntegrationTask:1");
        assertThat(bench.run(create(LOAD, IfExists.FAIL)).values()).containsEntry("created", true);
        bench.fault("error:InternalError:CreateIntegrationTask:1");
        assertThatThrownBy(() -> bench.run(create(LOAD.replace("load", "store"), IfExists.FAIL)))
                .isInstanceOf(CallDoubtfulException.class);
        assertThat(bench.weData.ledger().deliveries("CreateIntegrationTask")).isEqualTo(2);
    }

    @Test
    void aNameTakenBetweenLookAndWriteIsReusedWhenThatIsWanted() {
        OperationResult result = bench.end(create(LOAD, IfExists.REUSE).run(bench.session, progress -> {
            there("load", 201);
            return bench.keep(progress);
        }));
        assertThat(result.values()).containsEntry("taskId", THERE).containsEntry("created", false);
        assertThat(bench.weData.ledger().effects("CreateIntegrationTask")).isZero();
    }

    @Test
    void aRestartInTheMiddleLooksForTheNameThatWasKept() {
        bench.fault("slow=60m:CreateIntegrationTask:1");
        CompletableFuture<OperationResult> first = bench.start(create(LOAD, IfExists.FAIL));
        bench.time.advance(Duration.ofSeconds(1));
        assertThat(first).isNotDone();
        bench.session.cancel();
        Progress reached = bench.kept.get(bench.kept.size() - 1);
        assertThat(reached.stage()).isEqualTo(Progress.Stage.INTENT);
        // The file that held the definition is gone.
        CreateIntegrationTaskOperation again =
                new CreateIntegrationTaskOperation(new NewIntegrationTask(PROJECT, "file a.yaml", null), IfExists.FAIL);
        assertThat(Bench.wrongIn(again)).isEmpty();
        assertThat(again.leftBehind(reached).orElseThrow())
                .contains("The creation of integration task 'load' was under way", "project " + PROJECT);
        assertThat(bench.end(again.resume(bench.newSession(), reached, bench::keep))
                        .values())
                .containsEntry("taskId", named("load").get(0).taskId());
        assertThat(bench.weData.ledger().deliveries("CreateIntegrationTask")).isEqualTo(1);
    }

    @Test
    void aNameWithBlanksIsRememberedWhole() {
        IntegrationName name = new IntegrationName("a b  c", 202, 1);
        assertThat(IntegrationName.recalled(name.memo())).contains(name);
        assertThat(IntegrationName.recalled(IntegrationName.NONE.memo())).contains(IntegrationName.NONE);
    }

    @Test
    void theListSkipsNamesAndKindsThatOnlyLookAlike() {
        CannedWeData canned = new CannedWeData(body -> body.contains("PageNumber")
                ? "\"TotalCount\":4,\"TaskInfoSet\":[{\"TaskId\":\"1\",\"TaskName\":\"LOAD\",\"SyncType\":2},"
                        + "{\"TaskId\":\"2\",\"TaskName\":\"load\",\"SyncType\":1},{\"TaskName\":\"load\"},"
                        + "{\"TaskId\":\"4\",\"TaskName\":\"load\",\"SyncType\":2},{\"TaskId\":\"5\",\"TaskName\":\"load\"}]"
                : "\"Data\":true,\"ExistsType\":1");
        IntegrationNames names = new IntegrationNames(canned.session, "p", new IntegrationName("load", 201, 2));
        assertThat(names.ids().getNow(null)).containsExactly("4", "5");
    }

    @Test
    void everythingWrongWithADefinitionIsNamedWithItsPlace() {
        assertThat(Bench.wrongIn(new CreateIntegrationTaskOperation(
                        new NewIntegrationTask(" ", "taskInfo", read("SyncType: 7\nOther: 1")), IfExists.FAIL)))
                .containsExactly(
                        "taskInfo, line 2, column 1, Other",
                        "projectId",
                        "taskInfo, line 1, column 1, TaskName",
                        "taskInfo, line 1, column 11, SyncType");
        assertThat(Bench.wrongIn(create(LOAD + "ProjectId: 12\n", IfExists.FAIL)))
                .containsExactly("taskInfo, line 5, column 12, ProjectId");
    }

    private void there(String name, long type) {
        there(THERE, name, type);
    }

    private void there(String id, String name, long type) {
        bench.weData
                .world()
                .definedIntegrationTask(
                        PROJECT,
                        id,
                        "{\"TaskName\":\"" + name + "\",\"TaskType\":" + type + ",\"SyncType\":2,\"Nodes\":[]}");
    }

    private List<IntegrationTaskSnapshot> named(String name) {
        return bench.weData.world().integrationTasksNamed(name);
    }

    private static io.jenkins.plugins.wedata.definition.Definition<IntegrationTaskInfo> read(String yaml) {
        return new DefinitionReader<>(
                        IntegrationTaskInfo.class, CreateIntegrationTask.MADE_BY_WEDATA, Set.of("TaskInfo"))
                .read(yaml, Syntax.YAML);
    }

    private static CreateIntegrationTaskOperation create(String yaml, IfExists ifExists) {
        return new CreateIntegrationTaskOperation(new NewIntegrationTask(PROJECT, "taskInfo", read(yaml)), ifExists);
    }
}
