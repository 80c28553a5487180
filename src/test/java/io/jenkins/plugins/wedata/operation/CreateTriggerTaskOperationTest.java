package io.jenkins.plugins.wedata.operation;

import static io.jenkins.plugins.wedata.operation.Bench.PROJECT;
import static io.jenkins.plugins.wedata.operation.Bench.WORKFLOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.wedata.api.CreateTaskNew;
import io.jenkins.plugins.wedata.api.CreateTriggerTaskBaseAttribute;
import io.jenkins.plugins.wedata.api.CreateTriggerTaskConfiguration;
import io.jenkins.plugins.wedata.api.CreateTriggerTaskSchedulerConfiguration;
import io.jenkins.plugins.wedata.api.Problem;
import io.jenkins.plugins.wedata.api.Problems;
import io.jenkins.plugins.wedata.client.CallDoubtfulException;
import io.jenkins.plugins.wedata.client.CallRefusedException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is particular to trigger tasks, and that everything CreateTaskOperationTest promises holds for them. */
class CreateTriggerTaskOperationTest {

    private static final String TRIGGER = "d3e40dcc-bf42-4fb9-b081-b00408d478ec";
    private static final String OTHER = "7ee89ffe-fc5c-4da5-aa59-065b0561560c";
    private static final String KNOWN = "20260101000000001";

    private final Bench bench = new Bench();

    @BeforeEach
    void seed() {
        bench.weData.world().triggerWorkflow(PROJECT, TRIGGER, "on demand").triggerWorkflow(PROJECT, OTHER, "other");
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aTriggerTaskIsMadeOnceWithItsCodeInBase64() {
        OperationResult result = bench.run(create("load", "echo '\u6c49\u5b57 ${yyyyMMdd}'", IfExists.FAIL));
        assertThat(result.values())
                .containsEntry(
                        "taskId",
                        bench.weData.world().triggerTasksNamed("load").get(0).taskId())
                .containsEntry("created", true)
                .containsKey("requestId");
        assertThat(bench.weData.ledger().effects("CreateTriggerTask")).isEqualTo(1);
        String content = sent().at("/TriggerTaskConfiguration/CodeContent").asText();
        assertThat(new String(Base64.getDecoder().decode(content), StandardCharsets.UTF_8))
                .isEqualTo("echo '\u6c49\u5b57 ${yyyyMMdd}'");
        assertThat(bench.log).contains("Creating trigger task 'load' by CreateTriggerTask");
    }

    @Test
    void withoutCodeNoneIsSentAndBothOptionalStructuresAreEmpty() {
        bench.run(create("load", null, IfExists.FAIL));
        assertThat(sent().get("TriggerTaskConfiguration").toString()).isEqualTo("{}");
        assertThat(sent().get("TriggerTaskSchedulerConfiguration").toString()).isEqualTo("{}");
        assertThat(sent().at("/TriggerTaskBaseAttribute/TaskTypeId").isTextual())
                .isTrue();
    }

    @Test
    void codeThatIsTooLargeIsRefusedByItsOwnName() {
        String largest = "s".repeat(CreateTaskNew.LARGEST_CODE);
        assertThat(Bench.wrongIn(create("load", largest, IfExists.FAIL))).isEmpty();
        Problems problems = new Problems();
        create("load", largest + "s", IfExists.FAIL).check(problems);
        assertThat(problems.all()).extracting(Problem::field).containsExactly("configuration.code");
    }

    @Test
    void aNameThatIsTakenFailsBeforeAnythingIsWritten() {
        bench.weData.world().triggerTask(TRIGGER, KNOWN, "load", 35);
        assertThatThrownBy(() -> bench.run(create("load", null, IfExists.FAIL)))
                .isInstanceOf(OperationFailedException.class)
                .hasMessageStartingWith("Trigger task 'load' is there already in trigger workflow " + TRIGGER
                        + " of project " + PROJECT + ": " + KNOWN)
                .hasMessageContaining("ifExists: 'REUSE'");
        assertThat(bench.weData.ledger().deliveries("CreateTriggerTask")).isZero();
        assertThat(bench.kept).isEmpty();
    }

    @Test
    void aTriggerTaskThatIsThereIsReused() {
        bench.weData.world().triggerTask(TRIGGER, KNOWN, "load", 35);
        assertThat(bench.run(create("load", null, IfExists.REUSE)).values())
                .containsEntry("taskId", KNOWN)
                .containsEntry("created", false);
        assertThat(bench.weData.ledger().deliveries("CreateTriggerTask")).isZero();
    }

    @Test
    void severalOfTheNameCannotBeReused() {
        bench.weData.world().triggerTask(TRIGGER, KNOWN, "load", 35).triggerTask(TRIGGER, "2", "load", 35);
        assertThatThrownBy(() -> bench.run(create("load", null, IfExists.REUSE)))
                .isInstanceOf(OperationFailedException.class)
                .hasMessageContaining("There are 2 trigger tasks named 'load'")
                .hasMessageContaining(KNOWN + ", 2");
    }

    @Test
    void aNameIsComparedExactlyAndAmongTheTriggerTasksOfItsWorkflowOnly() {
        bench.weData
                .world()
                .task(WORKFLOW, "20260101000000003", "load", 35)
                .triggerTask(TRIGGER, KNOWN, "load_orders", 35)
                .triggerTask(OTHER, "20260101000000002", "load", 35);
        assertThat(bench.run(create("load", null, IfExists.FAIL)).values()).containsEntry("created", true);
    }

    @Test
    void aTriggerTaskBeyondTheFirstPageIsFoundWithPagesOfTwoHundred() {
        for (int i = 0; i < 250; i++) {
            bench.weData.world().triggerTask(TRIGGER, String.format("2026010100000%04d", i), "load_" + i, 35);
        }
        bench.weData.world().triggerTask(TRIGGER, "20260101000009999", "load", 35);
        assertThat(bench.run(create("load", null, IfExists.REUSE)).values())
                .containsEntry("taskId", "20260101000009999");
        JsonNode asked =
                bench.weData.ledger().requests("ListTriggerTasks").get(0).body();
        assertThat(asked.get("PageSize").asLong()).isEqualTo(200);
        assertThat(asked.get("WorkflowId").asText()).isEqualTo(TRIGGER);
        assertThat(asked.get("TaskName").asText()).isEqualTo("load");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lost-reply",
                "cut-reply",
                "empty",
                "empty-object",
                "cut-json",
                "wrong-kind",
                "null-data",
                "no-request-id",
                "late-effect=60s"
            })
    void aReplyThatSaysNothingIsLookedUpNotSentAgain(String fault) {
        bench.fault(fault + ":CreateTriggerTask:1");
        assertThat(bench.run(create("load", null, IfExists.FAIL)).values())
                .containsEntry(
                        "taskId",
                        bench.weData.world().triggerTasksNamed("load").get(0).taskId())
                .containsEntry("created", true);
        assertThat(bench.weData.ledger().deliveries("CreateTriggerTask")).isEqualTo(1);
        assertThat(bench.log).anyMatch(line -> line.contains("was not answered, but it is there"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop", "502", "408"})
    void aCreateThatNeverLandedEndsAsUnknownAndSaysWhereToLook(String fault) {
        bench.fault(fault + ":CreateTriggerTask:1");
        assertThatThrownBy(() -> bench.run(create("load", null, IfExists.FAIL)))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("Whether trigger task 'load' was created is unknown")
                .hasMessageContaining("Look in trigger workflow " + TRIGGER + " of project " + PROJECT)
                .hasMessageContaining("ifExists: 'REUSE'");
        assertThat(bench.weData.ledger().deliveries("CreateTriggerTask")).isEqualTo(1);
    }

    @Test
    void anErrorThatDoesNotSayIsSettledByOneLook() {
        bench.fault("error-after-work:InternalError:CreateTriggerTask:1");
        assertThat(bench.run(create("load", null, IfExists.FAIL)).values()).containsEntry("created", true);
        bench.fault("error:FailedOperation:CreateTriggerTask:1");
        assertThatThrownBy(() -> bench.run(create("clean", null, IfExists.FAIL)))
                .isInstanceOf(CallDoubtfulException.class)
                .hasMessageContaining("FailedOperation");
        assertThat(bench.weData.ledger().deliveries("CreateTriggerTask")).isEqualTo(2);
    }

    @Test
    void twoNewOnesOfTheNameLeaveItUnknownWhichIsOurs() {
        bench.fault("lost-reply:CreateTriggerTask:1");
        CompletableFuture<OperationResult> running = bench.start(create("load", null, IfExists.FAIL));
        bench.weData.world().triggerTask(TRIGGER, KNOWN, "load", 35);
        assertThatThrownBy(() -> bench.end(running))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("2 trigger tasks of that name");
    }

    @Test
    void anUnreadableListAfterALostReplyLeavesItUnknown() {
        bench.fault("lost-reply:CreateTriggerTask:1");
        CompletableFuture<OperationResult> running = bench.start(create("load", null, IfExists.FAIL));
        bench.fault("error:UnauthorizedOperation:ListTriggerTasks:1");
        assertThatThrownBy(() -> bench.end(running))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("can't be read");
    }

    @Test
    void aNameTakenBetweenLookAndWriteIsReusedWhenThatIsWanted() {
        bench.weData.switches().uniqueTaskNames(true);
        assertThat(bench.end(takenMeanwhile(IfExists.REUSE)).values())
                .containsEntry("taskId", KNOWN)
                .containsEntry("created", false);
    }

    @Test
    void aNameTakenBetweenLookAndWriteIsWeDatasRefusalOtherwise() {
        bench.weData.switches().uniqueTaskNames(true);
        assertThatThrownBy(() -> bench.end(takenMeanwhile(IfExists.FAIL)))
                .isInstanceOf(CallRefusedException.class)
                .hasMessageContaining("InvalidParameter.DuplicateName");
    }

    private CompletableFuture<OperationResult> takenMeanwhile(IfExists ifExists) {
        return create("load", null, ifExists).run(bench.session, progress -> {
            bench.weData.world().triggerTask(TRIGGER, KNOWN, "load", 35);
            return bench.keep(progress);
        });
    }

    @Test
    void aWorkflowOfTheOtherKindIsRefused() {
        NewTriggerTask task = new NewTriggerTask(PROJECT, base("load", WORKFLOW), NO_CONFIGURATION, null, NO_SCHEDULE);
        assertThatThrownBy(() -> bench.run(new CreateTriggerTaskOperation(task, IfExists.FAIL)))
                .isInstanceOf(CallRefusedException.class)
                .hasMessageContaining("ResourceNotFound");
    }

    @Test
    void theIntentIsKeptBeforeTheWriteAndTheIdAfter() {
        OperationResult result = bench.run(create("load", null, IfExists.FAIL));
        assertThat(bench.kept)
                .extracting(Progress::stage)
                .containsExactly(Progress.Stage.INTENT, Progress.Stage.WRITTEN);
        assertThat(bench.kept.get(1).id()).isEqualTo(result.values().get("taskId"));
    }

    @Test
    void aResumedIntentIsLookedForAndNeverSentAgain() {
        bench.weData.world().triggerTask(TRIGGER, KNOWN, "load", 35);
        CreateTriggerTaskOperation operation = create("load", null, IfExists.FAIL);
        assertThat(bench.end(operation.resume(bench.session, Progress.intent(bench.time.now()), bench::keep))
                        .values())
                .containsEntry("taskId", KNOWN);
        assertThat(bench.end(operation.resume(
                                bench.session, Progress.written("7", "request", bench.time.now()), bench::keep))
                        .values())
                .containsEntry("taskId", "7")
                .containsEntry("requestId", "request");
        assertThat(bench.weData.ledger().deliveries("CreateTriggerTask")).isZero();
    }

    @Test
    void givingUpSaysWhatMayBeThere() {
        CreateTriggerTaskOperation operation = create("load", null, IfExists.FAIL);
        assertThat(operation.leftBehind(Progress.intent(bench.time.now())))
                .contains("The creation of trigger task 'load' was under way: look in trigger workflow " + TRIGGER
                        + " of project " + PROJECT + " whether it is there");
        assertThat(operation.leftBehind(Progress.written(KNOWN, null, bench.time.now())))
                .contains("Trigger task 'load' was created: " + KNOWN);
    }

    private static final CreateTriggerTaskConfiguration NO_CONFIGURATION =
            new CreateTriggerTaskConfiguration(null, null, null, null, null, null, null, null, null, null, null);

    private static final CreateTriggerTaskSchedulerConfiguration NO_SCHEDULE =
            new CreateTriggerTaskSchedulerConfiguration(
                    null, null, null, null, null, null, null, null, null, null, null, null, null);

    private JsonNode sent() {
        return bench.weData.ledger().requests("CreateTriggerTask").get(0).body();
    }

    private static CreateTriggerTaskBaseAttribute base(String name, String workflowId) {
        return new CreateTriggerTaskBaseAttribute(name, "35", workflowId, null, null, null);
    }

    private static CreateTriggerTaskOperation create(String name, String code, IfExists ifExists) {
        return new CreateTriggerTaskOperation(
                new NewTriggerTask(PROJECT, base(name, TRIGGER), NO_CONFIGURATION, code, NO_SCHEDULE), ifExists);
    }
}
