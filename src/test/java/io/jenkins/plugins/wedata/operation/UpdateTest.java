package io.jenkins.plugins.wedata.operation;

import static io.jenkins.plugins.wedata.operation.Bench.PROJECT;
import static io.jenkins.plugins.wedata.operation.Bench.WORKFLOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.wedata.api.TaskExtInfo;
import io.jenkins.plugins.wedata.client.CallDoubtfulException;
import io.jenkins.plugins.wedata.client.CallRefusedException;
import io.jenkins.plugins.wedata.operation.Progress.Stage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is common to the updates of all kinds of tasks, shown by the plainest: that of a task's code. */
class UpdateTest {

    private static final String UPDATE = "UpdateTaskPartially";
    private static final String SECRET_CODE = "select 'nobody may read this';";

    private final Bench bench = new Bench();
    private String there;

    @BeforeEach
    void create() {
        there = (String) bench.run(update("select 1")).values().get("taskId");
        bench.log.clear();
        bench.kept.clear();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aTaskThatIsNotThereIsCreated() {
        OperationResult result = bench.run(new CreateTaskOperation(task("other", 34L, "select 1"), IfExists.UPDATE));
        assertThat(result.values()).containsEntry("created", true).containsEntry("updated", false);
        assertThat(sent()).isZero();
    }

    @Test
    void onlyWhatDiffersIsSentAndTheLogNamesItWithoutTheCode() {
        OperationResult result = bench.run(update(SECRET_CODE));
        assertThat(result.values())
                .containsEntry("taskId", there)
                .containsEntry("created", false)
                .containsEntry("updated", true)
                .hasEntrySatisfying("requestId", id -> assertThat(id).isNotNull());
        JsonNode body = bench.weData.ledger().requests(UPDATE).get(0).body();
        assertThat(body.get("TaskId").asText()).isEqualTo(there);
        assertThat(body.at("/NewSetting/TaskConfiguration").size()).isEqualTo(1);
        assertThat(body.get("NewSetting").size()).isEqualTo(1);
        assertThat(body.has("FieldToRemoveList")).isFalse();
        assertThat(bench.weData.world().tasksNamed("load").get(0).content()).isEqualTo(Code.inBase64(SECRET_CODE));
        assertThat(bench.log)
                .contains("Updating task 'load' (" + there + ") by UpdateTaskPartially, as it differs in 1 field:"
                        + " TaskConfiguration.CodeContent")
                .noneMatch(line -> line.contains("nobody may read") || line.contains(Code.inBase64(SECRET_CODE)));
        assertThat(bench.kept.toString()).doesNotContain("nobody may read", Code.inBase64(SECRET_CODE));
    }

    @Test
    void nothingIsSentWhenNothingDiffers() {
        OperationResult result = bench.run(update("select 1"));
        assertThat(result.values())
                .containsEntry("taskId", there)
                .containsEntry("created", false)
                .containsEntry("updated", false);
        assertThat(sent()).isZero();
        assertThat(bench.kept).isEmpty();
        assertThat(bench.log).anyMatch(line -> line.contains("differs in nothing that is compared"));
    }

    @Test
    void aTaskWithoutCodeIsLeftAsItIs() {
        assertThat(bench.run(update(null)).values()).containsEntry("updated", false);
        assertThat(bench.weData.world().tasksNamed("load").get(0).content()).isNotEmpty();
    }

    @Test
    void whatHasNoPlaceInAnUpdateIsNamed() {
        NewTask task = new NewTask(
                PROJECT,
                WORKFLOW,
                "load",
                34L,
                "select 1",
                List.of(new TaskExtInfo("aa", "vv")),
                "DATA_DEV",
                "T+1",
                224.0,
                225.5,
                "folder",
                "template");
        bench.run(new CreateTaskOperation(task, IfExists.UPDATE));
        assertThat(bench.log)
                .contains(
                        "Not compared with what is there, as UpdateTaskPartially has no place for it: ext, productName,"
                                + " instanceInitStrategy, leftCoordinate, topCoordinate, taskFolderId, codeTemplateId");
    }

    @Test
    void anotherTypeIsRefusedBeforeAnythingIsSent() {
        assertThatThrownBy(() -> bench.run(new CreateTaskOperation(task("load", 35L, "select 2"), IfExists.UPDATE)))
                .isInstanceOf(OperationFailedException.class)
                .hasMessageContaining("is of type 34, and a type can't be changed into taskType: '35'");
        assertThat(sent()).isZero();
    }

    @Test
    void severalTasksOfTheNameCannotBeUpdated() {
        bench.weData.world().task(WORKFLOW, "20260101000000001", "load", 34);
        assertThatThrownBy(() -> bench.run(update("select 2"))).isInstanceOf(OperationFailedException.class);
        assertThat(sent()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lost-reply",
                "cut-reply",
                "empty",
                "cut-json",
                "wrong-kind",
                "null-data",
                "no-request-id",
                "late-effect=60s",
                "error-after-work:InternalError"
            })
    void anUpdateThatWasNotAnsweredIsReadBackNotSentAgain(String fault) {
        bench.fault(fault + ":" + UPDATE + ":1");
        assertThat(bench.run(update("select 2")).values()).containsEntry("updated", true);
        assertThat(sent()).isEqualTo(1);
        assertThat(bench.weData.ledger().effects(UPDATE)).isEqualTo(1);
        assertThat(bench.log).anyMatch(line -> line.contains("was not answered, but it is as wanted now"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop", "502", "408", "late-effect=5m"})
    void anUpdateThatNeverAppearsEndsAsUnknownAndSaysWhatToCheck(String fault) {
        bench.fault(fault + ":" + UPDATE + ":1");
        assertThatThrownBy(() -> bench.run(update("select 2")))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("not updated again by itself")
                .hasMessageContaining("not as wanted in 1 field: TaskConfiguration.CodeContent")
                .hasMessageContaining("nothing is sent when nothing differs")
                .hasMessageContaining(WORKFLOW);
        bench.time.advance(Duration.ofMinutes(10));
        assertThat(sent()).isEqualTo(1);
    }

    @Test
    void aResendIsForCreationsAlone() {
        bench.fault("drop:" + UPDATE + ":1");
        assertThatThrownBy(() -> bench.run(
                        new CreateTaskOperation(task("load", 34L, "select 2"), IfExists.UPDATE, OnUnknown.RESEND)))
                .isInstanceOf(OutcomeUnknownException.class);
        assertThat(sent()).isEqualTo(1);
    }

    @Test
    void anErrorThatDoesNotSayStandsWhenTheTaskIsAsItWas() {
        bench.fault("error:InternalError:" + UPDATE + ":1");
        assertThatThrownBy(() -> bench.run(update("select 2"))).isInstanceOf(CallDoubtfulException.class);
    }

    @Test
    void aTaskThatCannotBeReadBackLeavesItUnknown() {
        bench.fault("lost-reply:" + UPDATE + ":1");
        CompletableFuture<OperationResult> running = bench.start(update("select 2"));
        bench.time.advance(Duration.ofMillis(500));
        assertThat(sent()).isEqualTo(1);
        bench.fault("error:UnauthorizedOperation:GetTask:1");
        assertThatThrownBy(() -> bench.end(running))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("can't be read back");
    }

    @Test
    void aTaskThatCannotBeReadIsNotUpdated() {
        bench.fault("error:UnauthorizedOperation:GetTask:1");
        assertThatThrownBy(() -> bench.run(update("select 2"))).isInstanceOf(CallRefusedException.class);
        assertThat(sent()).isZero();
    }

    @Test
    void theIntentIsKeptBeforeTheUpdateAndARestartReadsBackWithoutTheCode() {
        bench.run(update("select 2"));
        assertThat(bench.kept).extracting(Progress::stage).containsExactly(Stage.INTENT, Stage.WRITTEN);
        CreateTaskOperation withoutItsFile = update("");
        for (Progress reached : List.copyOf(bench.kept)) {
            assertThat(bench.end(withoutItsFile.resume(bench.newSession(), reached, bench::keep))
                            .values())
                    .containsEntry("taskId", there)
                    .containsEntry("created", false)
                    .containsEntry("updated", true);
        }
        assertThat(sent()).isEqualTo(1);
    }

    @Test
    void aRestartBeforeTheUpdateWasSentEndsAsUnknown() {
        bench.run(update("select 2"));
        Progress intent = bench.kept.get(0);
        bench.run(update("select 3"));
        assertThatThrownBy(() -> bench.end(update("").resume(bench.newSession(), intent, bench::keep)))
                .isInstanceOf(OutcomeUnknownException.class);
        assertThat(sent()).isEqualTo(2);
        assertThat(update("").leftBehind(intent).orElseThrow())
                .contains("The update of task 'load' was under way", there);
        assertThat(update("").leftBehind(bench.kept.get(1)).orElseThrow())
                .isEqualTo("Task 'load' was updated: " + there);
    }

    private int sent() {
        return bench.weData.ledger().deliveries(UPDATE);
    }

    private static CreateTaskOperation update(String code) {
        return new CreateTaskOperation(task("load", 34L, code), IfExists.UPDATE);
    }

    private static NewTask task(String name, long type, String code) {
        return new NewTask(PROJECT, WORKFLOW, name, type, code, null, null, null, null, null, null, null);
    }
}
