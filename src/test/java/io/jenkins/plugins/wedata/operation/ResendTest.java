package io.jenkins.plugins.wedata.operation;

import static io.jenkins.plugins.wedata.operation.Bench.PROJECT;
import static io.jenkins.plugins.wedata.operation.Bench.WORKFLOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.wedata.api.IntegrationTaskInfo;
import io.jenkins.plugins.wedata.definition.DefinitionReader;
import io.jenkins.plugins.wedata.definition.Syntax;
import io.jenkins.plugins.wedata.operation.Progress.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResendTest {

    private static final String CREATE = "CreateTaskNew";

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop", "502", "503", "408"})
    void aCreationThatHasNotAppearedIsSentOnceMoreAndTheLogSaysSo(String fault) {
        bench.fault(fault + ":" + CREATE + ":1");
        assertThat(bench.run(task("select 1", OnUnknown.RESEND)).values()).containsEntry("created", true);
        assertThat(sent()).isEqualTo(2);
        assertThat(effects()).isEqualTo(1);
        assertThat(bench.time.elapsed()).isGreaterThanOrEqualTo(Duration.ofSeconds(90));
        assertThat(bench.log)
                .anyMatch(line -> line.contains(
                        "has not appeared in 90 s: it is sent once more, as onUnknown:" + " 'RESEND' says"));
    }

    @Test
    void aCreationThatHasAppearedIsNotSentAgain() {
        bench.fault("late-effect=80s:" + CREATE + ":1");
        bench.run(task("select 1", OnUnknown.RESEND));
        assertThat(sent()).isEqualTo(1);
    }

    @Test
    void withoutTheWordNothingIsSentAgain() {
        bench.fault("drop:" + CREATE + ":1");
        assertThatThrownBy(() -> bench.run(task("select 1", OnUnknown.FAIL)))
                .isInstanceOf(OutcomeUnknownException.class);
        assertThat(sent()).isEqualTo(1);
    }

    @Test
    void aSecondSendThatIsNotAnsweredEndsAsUnknownAndThereIsNoThird() {
        bench.fault("drop:" + CREATE + ":*");
        assertThatThrownBy(() -> bench.run(task("select 1", OnUnknown.RESEND)))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("neither of its two sends was answered");
        bench.time.advance(Duration.ofHours(1));
        assertThat(sent()).isEqualTo(2);
    }

    @Test
    void aSecondSendWhoseReplyIsLostIsLookedUp() {
        bench.fault("drop:" + CREATE + ":1").fault("lost-reply:" + CREATE + ":1");
        assertThat(bench.run(task("select 1", OnUnknown.RESEND)).values()).containsEntry("created", true);
        assertThat(sent()).isEqualTo(2);
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void aFirstSendThatLandsVeryLateIsWarnedOf() {
        bench.fault("late-effect=95s:" + CREATE + ":1").fault("slow=20s:" + CREATE + ":1");
        assertThat(bench.run(task("select 1", OnUnknown.RESEND)).values()).containsEntry("created", true);
        assertThat(effects()).isEqualTo(2);
        assertThat(bench.log)
                .anyMatch(line -> line.startsWith("WARNING: There are now 2 tasks named 'load'")
                        && line.contains("Delete what is too many"));
    }

    @Test
    void aNameThatTheFirstSendHasTakenByThenIsItsTask() {
        bench.weData.switches().uniqueTaskNames(true);
        bench.fault("late-effect=91s:" + CREATE + ":1");
        bench.fault("throttle:" + CREATE + ":1");
        assertThat(bench.run(task("select 1", OnUnknown.RESEND)).values()).containsEntry("created", true);
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void aSecondSendThatIsRefusedLeavesTheFirstUnknown() {
        bench.fault("drop:" + CREATE + ":1").fault("error:UnauthorizedOperation:" + CREATE + ":1");
        assertThatThrownBy(() -> bench.run(task("select 1", OnUnknown.RESEND)))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("the second send failed as well")
                .hasMessageContaining("UnauthorizedOperation");
    }

    @Test
    void thatItIsSentAgainIsKeptBeforeItIsSent() {
        bench.fault("drop:" + CREATE + ":1");
        List<Integer> sentAtEachStage = new java.util.ArrayList<>();
        bench.end(task("select 1", OnUnknown.RESEND).run(bench.session, progress -> {
            sentAtEachStage.add(sent());
            return bench.keep(progress);
        }));
        assertThat(sentAtEachStage).containsExactly(0, 1, 2);
        assertThat(bench.kept).extracting(Progress::stage).containsExactly(Stage.INTENT, Stage.INTENT, Stage.WRITTEN);
        assertThat(bench.kept).extracting(Progress::memo).containsExactly(null, "resent", null);
    }

    @Test
    void aRestartAfterTheSecondSendMakesNoThird() {
        Progress resent = Progress.intent(bench.time.now()).remembering(new CreationMemo(true, null).text());
        assertThatThrownBy(
                        () -> bench.end(task("select 1", OnUnknown.RESEND).resume(bench.session, resent, bench::keep)))
                .isInstanceOf(OutcomeUnknownException.class);
        assertThat(sent()).isZero();
    }

    @Test
    void aRestartThatKnowsNotWhetherTheSecondSendWasMadeMakesNone() {
        Progress lost = Progress.notTold(bench.time.now());
        assertThatThrownBy(() -> bench.end(task("select 1", OnUnknown.RESEND).resume(bench.session, lost, bench::keep)))
                .isInstanceOf(OutcomeUnknownException.class);
        assertThat(sent()).isZero();
    }

    @Test
    void aRestartAfterTheFirstSendMayStillSendASecond() {
        CreateTaskOperation operation = task("select 1", OnUnknown.RESEND);
        Progress intent = Progress.intent(bench.time.now());
        assertThat(bench.end(operation.resume(bench.session, intent, bench::keep))
                        .values())
                .containsEntry("created", true);
        assertThat(sent()).isEqualTo(1);
        assertThat(bench.kept).extracting(Progress::memo).containsExactly("resent", null);
    }

    @Test
    void codeThatIsGoneWithItsFileIsNeverSentAsNothing() {
        CreateTaskOperation withoutItsFile = task("", OnUnknown.RESEND);
        assertThatThrownBy(() ->
                        bench.end(withoutItsFile.resume(bench.session, Progress.intent(bench.time.now()), bench::keep)))
                .isInstanceOf(OutcomeUnknownException.class);
        assertThat(sent()).isZero();
    }

    @Test
    void anIntegrationTaskIsSentOnceMoreAndKeepsItsNameForARestart() {
        bench.fault("drop:CreateIntegrationTask:1");
        NewIntegrationTask task = new NewIntegrationTask(
                PROJECT,
                "taskInfo",
                new DefinitionReader<>(IntegrationTaskInfo.class, Set.of(), Set.of())
                        .read("{\"TaskName\":\"sync\",\"TaskType\":202,\"SyncType\":2}", Syntax.JSON));
        CreateIntegrationTaskOperation operation =
                new CreateIntegrationTaskOperation(task, IfExists.FAIL, OnUnknown.RESEND);
        assertThat(bench.run(operation).values()).containsEntry("created", true);
        Progress resent = bench.kept.get(1);
        assertThat(CreationMemo.of(resent)).isEqualTo(new CreationMemo(true, "202 2 sync"));
        CreateIntegrationTaskOperation withoutItsFile = new CreateIntegrationTaskOperation(
                new NewIntegrationTask(PROJECT, "file", null), IfExists.FAIL, OnUnknown.RESEND);
        CompletableFuture<OperationResult> resumed = withoutItsFile.resume(bench.newSession(), resent, bench::keep);
        assertThat(bench.end(resumed).values()).containsEntry("created", true);
        assertThat(bench.weData.ledger().effects("CreateIntegrationTask")).isEqualTo(1);
    }

    private int sent() {
        return bench.weData.ledger().deliveries(CREATE);
    }

    private int effects() {
        return bench.weData.ledger().effects(CREATE);
    }

    private static CreateTaskOperation task(String code, OnUnknown onUnknown) {
        return new CreateTaskOperation(
                new NewTask(PROJECT, WORKFLOW, "load", 34L, code, null, null, null, null, null, null, null),
                IfExists.FAIL,
                onUnknown);
    }
}
