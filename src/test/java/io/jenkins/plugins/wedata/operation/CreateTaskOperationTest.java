package io.jenkins.plugins.wedata.operation;

import static io.jenkins.plugins.wedata.operation.Bench.PROJECT;
import static io.jenkins.plugins.wedata.operation.Bench.WORKFLOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.wedata.api.CreateTaskNew;
import io.jenkins.plugins.wedata.api.Problem;
import io.jenkins.plugins.wedata.api.Problems;
import io.jenkins.plugins.wedata.api.TaskExtInfo;
import io.jenkins.plugins.wedata.client.CallDoubtfulException;
import io.jenkins.plugins.wedata.client.CallRefusedException;
import io.jenkins.plugins.wedata.environment.WorkspaceFile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreateTaskOperationTest {

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aTaskWithoutCodeIsMadeByCreateTask() {
        OperationResult result = bench.run(create("load", null, IfExists.FAIL));
        assertThat(bench.weData.ledger().effects("CreateTask")).isEqualTo(1);
        assertThat(bench.weData.ledger().deliveries("CreateTaskNew")).isZero();
        assertThat(result.values())
                .containsEntry(
                        "taskId", bench.weData.world().tasksNamed("load").get(0).taskId())
                .containsEntry("created", true)
                .containsKey("requestId");
        assertThat(bench.log).anyMatch(line -> line.contains("by CreateTask"));
    }

    @Test
    void aTaskWithCodeIsMadeByCreateTaskNewWithEveryParameter() {
        NewTask task = new NewTask(
                PROJECT,
                WORKFLOW,
                "load",
                34L,
                "select '\u6c49\u5b57 ${yyyyMMdd}';",
                List.of(new TaskExtInfo("aa", "vv")),
                "DATA_DEV",
                "T+1",
                224.0,
                225.5,
                "folder",
                "template");
        bench.run(new CreateTaskOperation(task, IfExists.FAIL));
        JsonNode sent = bench.weData.ledger().requests("CreateTaskNew").get(0).body();
        assertThat(new String(Base64.getDecoder().decode(sent.get("Content").asText()), StandardCharsets.UTF_8))
                .isEqualTo("select '\u6c49\u5b57 ${yyyyMMdd}';");
        assertThat(sent.get("TaskType").isIntegralNumber()).isTrue();
        assertThat(sent.get("TaskExt").get(0).get("Key").asText()).isEqualTo("aa");
        assertThat(sent.get("ProductName").asText()).isEqualTo("DATA_DEV");
        assertThat(sent.get("InstanceInitStrategy").asText()).isEqualTo("T+1");
        assertThat(sent.get("LeftCoordinate").asDouble()).isEqualTo(224.0);
        assertThat(sent.get("TopCoordinate").asDouble()).isEqualTo(225.5);
        assertThat(sent.get("TaskFolderId").asText()).isEqualTo("folder");
        assertThat(sent.get("CodeTemplateId").asText()).isEqualTo("template");
    }

    @Test
    void whatOnlyATaskWithCodeCanHoldIsRefusedWithoutCode() {
        NewTask task = new NewTask(PROJECT, WORKFLOW, "load", 34L, null, null, "p", "T+1", 1.0, 2.0, "f", "c");
        assertThat(Bench.wrongIn(new CreateTaskOperation(task, IfExists.FAIL)))
                .containsExactly(
                        "productName",
                        "instanceInitStrategy",
                        "leftCoordinate",
                        "topCoordinate",
                        "taskFolderId",
                        "codeTemplateId");
    }

    @Test
    void codeThatIsTooLargeIsRefusedBeforeAnythingIsSent() {
        String largest = "\u6c49".repeat(CreateTaskNew.LARGEST_CODE / 3) + "s";
        assertThat(Bench.wrongIn(create("load", largest, IfExists.FAIL))).isEmpty();
        Problems problems = new Problems();
        create("load", largest + "s", IfExists.FAIL).check(problems);
        assertThat(problems.all()).extracting(Problem::field).containsExactly("content");
        assertThat(problems.all().toString()).contains("7,000,001 bytes", "at most 7,000,000 bytes");
    }

    @Test
    void aFileAndATextOfCodeHaveTheSameLimit() {
        assertThat(WorkspaceFile.LARGEST).isEqualTo(CreateTaskNew.LARGEST_CODE);
    }

    @Test
    void aNameThatIsTakenFailsAndNamesTheTaskThatIsThere() {
        bench.weData.world().task(WORKFLOW, "20260101000000001", "load", 35);
        assertThatThrownBy(() -> bench.run(create("load", null, IfExists.FAIL)))
                .isInstanceOf(OperationFailedException.class)
                .hasMessageContaining("20260101000000001")
                .hasMessageContaining("ifExists: 'REUSE'");
        assertThat(bench.weData.ledger().deliveries("CreateTask")).isZero();
        assertThat(bench.kept).isEmpty();
    }

    @Test
    void aTaskThatIsThereIsReused() {
        bench.weData.world().task(WORKFLOW, "20260101000000001", "load", 35);
        OperationResult result = bench.run(create("load", "select 1", IfExists.REUSE));
        assertThat(result.values()).containsEntry("taskId", "20260101000000001").containsEntry("created", false);
        assertThat(bench.weData.ledger().deliveries("CreateTaskNew")).isZero();
    }

    @Test
    void severalTasksOfTheNameCannotBeReused() {
        bench.weData.world().task(WORKFLOW, "20260101000000001", "load", 35);
        bench.weData.world().task(WORKFLOW, "20260101000000002", "load", 35);
        assertThatThrownBy(() -> bench.run(create("load", null, IfExists.REUSE)))
                .isInstanceOf(OperationFailedException.class)
                .hasMessageContaining("20260101000000001, 20260101000000002");
        assertThat(bench.weData.ledger().deliveries("CreateTask")).isZero();
    }

    @Test
    void aNameIsComparedExactlyAndInItsWorkflowOnly() {
        bench.weData.world().workflow(PROJECT, "0302ca9b-c7dd-11ed-8346-e43d1ad5f5f0", "other");
        bench.weData.world().task(WORKFLOW, "20260101000000001", "load_orders", 35);
        bench.weData.world().task("0302ca9b-c7dd-11ed-8346-e43d1ad5f5f0", "20260101000000002", "load", 35);
        assertThat(bench.run(create("load", null, IfExists.FAIL)).values()).containsEntry("created", true);
    }

    @Test
    void theServiceIsAskedForTasksOfThatNameInThatWorkflowAlone() {
        bench.run(create("load", null, IfExists.FAIL));
        JsonNode asked = bench.weData
                .ledger()
                .requests("DescribeBatchOperateTask")
                .get(0)
                .body();
        assertThat(asked.get("TaskNameFilter").asText()).isEqualTo("load");
        assertThat(asked.get("WorkflowIdList").toString()).isEqualTo("[\"" + WORKFLOW + "\"]");
    }

    @Test
    void aTaskBeyondTheFirstPageIsFound() {
        for (int i = 0; i < 250; i++) {
            bench.weData.world().task(WORKFLOW, String.format("2026010100000%04d", i), "load_" + i, 35);
        }
        bench.weData.world().task(WORKFLOW, "20260101000009999", "load", 35);
        assertThat(bench.run(create("load", null, IfExists.REUSE)).values())
                .containsEntry("taskId", "20260101000009999");
    }

    @Test
    void aLostReplyToACreateIsLookedUpNotSentAgain() {
        bench.fault("lost-reply:CreateTask:1");
        OperationResult result = bench.run(create("load", null, IfExists.FAIL));
        assertThat(bench.weData.ledger().deliveries("CreateTask")).isEqualTo(1);
        assertThat(result.values())
                .containsEntry(
                        "taskId", bench.weData.world().tasksNamed("load").get(0).taskId())
                .containsEntry("created", true);
        assertThat(bench.log).anyMatch(line -> line.contains("was not answered, but it is there"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"cut-reply", "empty", "empty-object", "cut-json", "wrong-kind", "null-data", "no-request-id"})
    void aReplyThatCannotBeReadIsSettledLikeALostOne(String fault) {
        bench.fault(fault + ":CreateTask:1");
        assertThat(bench.run(create("load", null, IfExists.FAIL)).values()).containsEntry("created", true);
        assertThat(bench.weData.ledger().effects("CreateTask")).isEqualTo(1);
    }

    @Test
    void anEffectThatLandsAMinuteLaterIsStillFound() {
        bench.fault("late-effect=60s:CreateTask:1");
        assertThat(bench.run(create("load", null, IfExists.FAIL)).values()).containsEntry("created", true);
        assertThat(bench.weData.ledger().deliveries("CreateTask")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop", "502", "503", "408"})
    void aCreateThatNeverLandedEndsAsUnknownAndSaysWhatToCheck(String fault) {
        bench.fault(fault + ":CreateTask:1");
        assertThatThrownBy(() -> bench.run(create("load", null, IfExists.FAIL)))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("'load'")
                .hasMessageContaining(WORKFLOW)
                .hasMessageContaining("ifExists: 'REUSE'");
        assertThat(bench.weData.ledger().deliveries("CreateTask")).isEqualTo(1);
    }

    @Test
    void twoNewTasksOfTheNameLeaveItUnknownWhichIsOurs() {
        bench.fault("lost-reply:CreateTask:1");
        CompletableFuture<OperationResult> running = bench.start(create("load", null, IfExists.FAIL));
        bench.weData.world().task(WORKFLOW, "20260101000000001", "load", 35);
        assertThatThrownBy(() -> bench.end(running))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("2 tasks of that name");
    }

    @Test
    void anUnreadableListAfterALostReplyLeavesItUnknown() {
        bench.fault("lost-reply:CreateTask:1");
        CompletableFuture<OperationResult> running = bench.start(create("load", null, IfExists.FAIL));
        bench.fault("error:UnauthorizedOperation:DescribeBatchOperateTask:1");
        assertThatThrownBy(() -> bench.end(running))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("can't be read");
    }

    @Test
    void anErrorThatDoesNotSayIsSettledByOneLook() {
        bench.fault("error-after-work:InternalError:CreateTask:1");
        assertThat(bench.run(create("load", null, IfExists.FAIL)).values()).containsEntry("created", true);
        assertThat(bench.weData.ledger().deliveries("CreateTask")).isEqualTo(1);
    }

    @Test
    void anErrorThatDoesNotSayStandsWhenNothingIsFound() {
        bench.fault("error:FailedOperation:CreateTask:1");
        assertThatThrownBy(() -> bench.run(create("load", null, IfExists.FAIL)))
                .isInstanceOf(CallDoubtfulException.class)
                .hasMessageContaining("FailedOperation");
        assertThat(bench.weData.ledger().deliveries("CreateTask")).isEqualTo(1);
        assertThat(bench.time.elapsed()).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void aNameTakenBetweenLookAndWriteIsReusedWhenThatIsWanted() {
        bench.weData.switches().uniqueTaskNames(true);
        CreateTaskOperation operation = create("load", null, IfExists.REUSE);
        CompletableFuture<OperationResult> running = operation.run(bench.session, progress -> {
            bench.weData.world().task(WORKFLOW, "20260101000000001", "load", 35);
            return bench.keep(progress);
        });
        assertThat(bench.end(running).values())
                .containsEntry("taskId", "20260101000000001")
                .containsEntry("created", false);
    }

    @Test
    void aRefusalStands() {
        NewTask task = new NewTask(
                PROJECT,
                "00000000-0000-0000-0000-000000000000",
                "load",
                35L,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        assertThatThrownBy(() -> bench.run(new CreateTaskOperation(task, IfExists.FAIL)))
                .isInstanceOf(CallRefusedException.class);
    }

    @Test
    void throttlingIsWaitedOutAndTold() {
        bench.fault("throttle:CreateTask:3");
        assertThat(bench.run(create("load", null, IfExists.FAIL)).values()).containsEntry("created", true);
        assertThat(bench.log).anyMatch(line -> line.matches("CreateTask: throttled, next try in .*"));
        assertThat(bench.log).contains("CreateTask: recovered after 4 tries");
        assertThat(bench.weData.ledger().effects("CreateTask")).isEqualTo(1);
    }

    @Test
    void theIntentIsKeptBeforeTheWriteAndTheIdBeforeTheResult() {
        CreateTaskOperation operation = create("load", null, IfExists.FAIL);
        List<Integer> deliveriesAtEachStage = new java.util.ArrayList<>();
        CompletableFuture<OperationResult> running = operation.run(bench.session, progress -> {
            deliveriesAtEachStage.add(bench.weData.ledger().deliveries("CreateTask"));
            return bench.keep(progress);
        });
        OperationResult result = bench.end(running);
        assertThat(deliveriesAtEachStage).containsExactly(0, 1);
        assertThat(bench.kept)
                .extracting(Progress::stage)
                .containsExactly(Progress.Stage.INTENT, Progress.Stage.WRITTEN);
        assertThat(bench.kept.get(1).id()).isEqualTo(result.values().get("taskId"));
    }

    @Test
    void nothingIsSentUntilTheIntentIsKept() {
        CompletableFuture<Void> saved = new CompletableFuture<>();
        CompletableFuture<OperationResult> running =
                create("load", null, IfExists.FAIL).run(bench.session, progress -> saved);
        bench.time.advance(Duration.ofMinutes(1));
        assertThat(bench.weData.ledger().deliveries("CreateTask")).isZero();
        saved.complete(null);
        assertThat(bench.end(running).values()).containsEntry("created", true);
    }

    @Test
    void aResumedIntentIsLookedForAndNeverSentAgain() {
        bench.weData.world().task(WORKFLOW, "20260101000000001", "load", 35);
        Progress intent = Progress.intent(bench.time.now());
        assertThat(bench.end(create("load", null, IfExists.FAIL).resume(bench.session, intent, bench::keep))
                        .values())
                .containsEntry("taskId", "20260101000000001");
        assertThat(bench.weData.ledger().deliveries("CreateTask")).isZero();
    }

    @Test
    void aResumedIntentThatIsNotThereIsUnknown() {
        Progress intent = Progress.intent(bench.time.now());
        assertThatThrownBy(
                        () -> bench.end(create("load", null, IfExists.FAIL).resume(bench.session, intent, bench::keep)))
                .isInstanceOf(OutcomeUnknownException.class);
        assertThat(bench.weData.ledger().deliveries("CreateTask")).isZero();
    }

    @Test
    void aTaskThatWasMadeAndWhoseIdIsDamagedIsNoResultWithoutOne() {
        CreateTaskOperation operation = create("load", null, IfExists.FAIL);
        Progress damaged = Progress.recognised(bench.time.now());
        assertThatThrownBy(() -> bench.end(operation.resume(bench.session, damaged, bench::keep)))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessage(
                        "Whether task 'load' was created or changed is unknown: what the build's journal tells of it"
                                + " is damaged, and nothing is sent again. Look in workflow " + WORKFLOW
                                + " of project "
                                + PROJECT + "; when it is there as it should be, run again with ifExists: 'REUSE'");
        assertThat(operation.leftBehind(damaged).orElseThrow()).doesNotContain("null");
        assertThat(bench.weData.ledger().requests()).isEmpty();
    }

    @Test
    void aResumedIdIsTheResult() {
        Progress written = Progress.written("20260101000000001", "request", bench.time.now());
        assertThat(bench.end(create("load", null, IfExists.FAIL).resume(bench.session, written, bench::keep))
                        .values())
                .containsEntry("taskId", "20260101000000001")
                .containsEntry("requestId", "request");
    }

    @Test
    void givingUpSaysWhatMayBeThere() {
        CreateTaskOperation operation = create("load", null, IfExists.FAIL);
        assertThat(operation.leftBehind(Progress.intent(bench.time.now())).orElseThrow())
                .contains("was under way")
                .contains(WORKFLOW);
        assertThat(operation
                        .leftBehind(Progress.written("20260101000000001", null, bench.time.now()))
                        .orElseThrow())
                .contains("20260101000000001");
    }

    private static CreateTaskOperation create(String name, String code, IfExists ifExists) {
        return new CreateTaskOperation(
                new NewTask(PROJECT, WORKFLOW, name, 35L, code, null, null, null, null, null, null, null), ifExists);
    }
}
