package io.jenkins.plugins.wedata.operation;

import static io.jenkins.plugins.wedata.operation.Bench.INTEGRATION_TASK;
import static io.jenkins.plugins.wedata.operation.Bench.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.wedata.api.CommitIntegrationTask;
import io.jenkins.plugins.wedata.api.CommitType;
import io.jenkins.plugins.wedata.api.IntegrationTaskStatus;
import io.jenkins.plugins.wedata.api.RecordField;
import io.jenkins.plugins.wedata.client.CallRefusedException;
import io.jenkins.plugins.wedata.emulator.Pace;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CommitIntegrationOperationTest {

    private static final Duration HOUR = Duration.ofMinutes(60);

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aCommitCarriesEveryParameter() {
        CommitIntegrationTask commit = new CommitIntegrationTask(
                INTEGRATION_TASK, PROJECT, 0L, 201L, List.of(new RecordField("a", "1")), "v1", 3L, "release", 3L);
        OperationResult result = bench.run(new CommitIntegrationOperation(commit, false, HOUR, Reaction.FAIL));
        assertThat(result.values()).containsEntry("outcome", "COMMITTED").containsEntry("taskId", INTEGRATION_TASK);
        JsonNode sent =
                bench.weData.ledger().requests("CommitIntegrationTask").get(0).body();
        assertThat(sent.toString())
                .contains("\"CommitType\":0", "\"TaskType\":201", "\"VersionDesc\":\"v1\"", "\"InstanceVersion\":3")
                .contains("\"EventDesc\":\"release\"", "\"CurrentStatus\":3", "{\"Name\":\"a\",\"Value\":\"1\"}");
    }

    @Test
    void aStartedTaskIsWaitedForUntilItRuns() {
        OperationResult result = bench.run(commit(CommitType.START, true, Reaction.FAIL));
        assertThat(result.values()).containsEntry("outcome", "RUNNING");
        assertThat(bench.log)
                .contains("Integration task " + INTEGRATION_TASK + " is operating")
                .contains("Integration task " + INTEGRATION_TASK + " is running");
    }

    @Test
    void aTaskThatFailsToStartFailsTheWait() {
        bench.weData.switches().startsFail(true);
        assertThatThrownBy(() -> bench.run(commit(CommitType.START, true, Reaction.FAIL)))
                .isInstanceOf(OperationFailedException.class)
                .hasMessageContaining("run failed");
    }

    @Test
    void aFailureFromBeforeTheCommitIsNotTakenForTheCommits() {
        RunningProof proof = new RunningProof(CommitType.START.wireValue());
        assertThat(proof.isRefutedBy(IntegrationTaskStatus.RUN_FAILED)).isFalse();
        assertThat(proof.isRefutedBy(IntegrationTaskStatus.RUN_FAILED)).isFalse();
        assertThat(proof.isRefutedBy(IntegrationTaskStatus.RUN_FAILED)).isTrue();
    }

    @Test
    void aFailureAfterAnotherStateIsTheCommits() {
        RunningProof proof = new RunningProof(CommitType.START.wireValue());
        assertThat(proof.isRefutedBy(IntegrationTaskStatus.RUN_FAILED)).isFalse();
        assertThat(proof.isGivenBy(IntegrationTaskStatus.OPERATING)).isFalse();
        assertThat(proof.isRefutedBy(IntegrationTaskStatus.ABNORMAL)).isTrue();
    }

    @Test
    void aTaskThatNeverRunsEndsTheWaitAtItsTimeWithTheLastState() {
        bench.weData.switches().pace(Pace.byTime(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ofHours(5)));
        assertThatThrownBy(() -> bench.run(commit(CommitType.START, true, Reaction.FAIL)))
                .isInstanceOf(WaitTimeoutException.class)
                .hasMessageContaining("60 min")
                .hasMessageContaining("operating")
                .hasMessageContaining("project " + PROJECT)
                .hasMessageContaining("look there whether it comes to run");
        assertThat(bench.time.elapsed()).isBetween(HOUR, HOUR.plusSeconds(2));
    }

    @Test
    void waitingForATaskThatTheCommitDoesNotStartIsRefused() {
        assertThat(Bench.wrongIn(commit(CommitType.SUBMIT_ONLY, true, Reaction.FAIL)))
                .containsExactly("waitUntilRunning");
    }

    @Test
    void aReadThatFailsInTheMiddleOfTheWaitDoesNotEndIt() {
        bench.fault("lost-reply:DescribeIntegrationTask:3");
        assertThat(bench.run(commit(CommitType.START, true, Reaction.FAIL)).values())
                .containsEntry("outcome", "RUNNING");
        assertThat(bench.weData.ledger().effects("CommitIntegrationTask")).isEqualTo(1);
    }

    @Test
    void aLockNamesItsHolderByAskingNotByReadingTheMessage() {
        bench.weData.world().lock(INTEGRATION_TASK, "100028625403");
        assertThatThrownBy(() -> bench.run(commit(CommitType.SUBMIT_ONLY, false, Reaction.FAIL)))
                .isInstanceOf(OperationFailedException.class)
                .hasMessageContaining("is locked by account 100028625403 and was not committed");
        assertThat(bench.weData.ledger().deliveries("DescribeTaskLockStatus")).isEqualTo(1);
        assertThat(bench.weData.ledger().effects("CommitIntegrationTask")).isZero();
    }

    @Test
    void aLockHolderCannotForgeALineOfTheLog() {
        bench.weData.world().lock(INTEGRATION_TASK, "1\nFinished: SUCCESS");
        assertThatThrownBy(() -> bench.run(commit(CommitType.SUBMIT_ONLY, false, Reaction.FAIL)))
                .isInstanceOf(OperationFailedException.class)
                .hasMessageContaining("is locked by account 1 Finished: SUCCESS and was not committed")
                .hasMessageNotContaining("\n");
    }

    @Test
    void anAbortWhileTheLockHolderIsAskedForIsNoRefusal() {
        bench.weData.world().lock(INTEGRATION_TASK, "100028625403");
        bench.fault("502:DescribeTaskLockStatus:*");
        CompletableFuture<OperationResult> running = bench.start(commit(CommitType.START, false, Reaction.FAIL));
        assertThat(running).isNotDone();
        bench.session.cancel();
        assertThat(Async.unwrap(running.handle((result, failure) -> failure).join()))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void anUnsupportedOperationWithoutALockStandsAsItIs() {
        bench.fault("error:UnsupportedOperation:CommitIntegrationTask:1");
        assertThatThrownBy(() -> bench.run(commit(CommitType.SUBMIT_ONLY, false, Reaction.FAIL)))
                .isInstanceOf(CallRefusedException.class)
                .hasMessageContaining("UnsupportedOperation");
    }

    @Test
    void aLockWhoseHolderCannotBeAskedForStandsAsItIs() {
        bench.weData.world().lock(INTEGRATION_TASK, "100028625403");
        bench.fault("error:UnauthorizedOperation:DescribeTaskLockStatus:1");
        assertThatThrownBy(() -> bench.run(commit(CommitType.SUBMIT_ONLY, false, Reaction.FAIL)))
                .isInstanceOf(CallRefusedException.class)
                .hasMessageContaining("UnsupportedOperation");
    }

    @Test
    void dataFalseIsAFailureAlthoughThereIsNoError() {
        bench.weData.switches().commitsAnswerFalse(true);
        assertThatThrownBy(() -> bench.run(commit(CommitType.SUBMIT_ONLY, false, Reaction.FAIL)))
                .isInstanceOf(OperationFailedException.class)
                .hasMessageContaining("Data: false")
                .hasMessageContaining("RequestId");
    }

    @Test
    void aPendingApprovalFailsUnlessSaidOtherwise() {
        bench.weData.switches().commitsNeedApproval(true);
        assertThatThrownBy(() -> bench.run(commit(CommitType.START, true, Reaction.FAIL)))
                .isInstanceOf(OperationFailedException.class)
                .hasMessageContaining("waits for approval")
                .hasMessageContaining("onApproval");
    }

    @Test
    void aPendingApprovalIsAnOutcomeOfItsOwn() {
        bench.weData.switches().commitsNeedApproval(true);
        OperationResult unstable = bench.run(commit(CommitType.SUBMIT_ONLY, false, Reaction.UNSTABLE));
        assertThat(unstable.values())
                .containsEntry("outcome", "APPROVAL_PENDING")
                .containsKey("approveId");
        assertThat(unstable.unstable()).isPresent();
        OperationResult proceed = bench.run(commit(CommitType.SUBMIT_ONLY, false, Reaction.PROCEED));
        assertThat(proceed.values()).containsEntry("outcome", "APPROVAL_PENDING");
        assertThat(proceed.unstable()).isEmpty();
    }

    @Test
    void aPendingApprovalIsStillPendingAfterARestart() {
        bench.weData.switches().commitsNeedApproval(true);
        CommitIntegrationOperation operation = commit(CommitType.START, true, Reaction.UNSTABLE);
        Object ticket = bench.run(operation).values().get("approveId");
        Progress reached = bench.kept.get(bench.kept.size() - 1);
        assertThat(reached.ticket()).isEqualTo(ticket);
        OperationResult resumed = bench.end(operation.resume(bench.newSession(), reached, bench::keep));
        assertThat(resumed.values())
                .containsEntry("outcome", "APPROVAL_PENDING")
                .containsEntry("approveId", ticket);
        assertThat(resumed.unstable()).isPresent();
        assertThat(operation.leftBehind(reached).orElseThrow()).contains("waits for approval " + ticket);
        assertThat(bench.weData.ledger().deliveries("CommitIntegrationTask")).isEqualTo(1);
    }

    @Test
    void aTicketCannotForgeALineOfTheLog() {
        Progress reached = Progress.awaitingApproval(INTEGRATION_TASK, "r", "t\nFinished: SUCCESS", bench.time.now());
        assertThatThrownBy(() -> bench.end(
                        commit(CommitType.START, true, Reaction.FAIL).resume(bench.session, reached, bench::keep)))
                .hasMessageContaining("waits for approval t Finished: SUCCESS")
                .hasMessageNotContaining("\n");
    }

    @Test
    void aResumedWaitGoesOnWithoutASecondCommit() {
        CommitIntegrationOperation operation = commit(CommitType.START, true, Reaction.FAIL);
        CompletableFuture<OperationResult> first = bench.start(operation);
        bench.time.advance(Duration.ofSeconds(1));
        assertThat(first).isNotDone();
        bench.session.cancel();
        Progress reached = bench.kept.get(bench.kept.size() - 1);
        assertThat(reached.stage()).isEqualTo(Progress.Stage.WRITTEN);
        assertThat(bench.end(operation.resume(bench.newSession(), reached, bench::keep))
                        .values())
                .containsEntry("outcome", "RUNNING");
        assertThat(bench.weData.ledger().deliveries("CommitIntegrationTask")).isEqualTo(1);
    }

    @Test
    void aCancelledWaitLeavesNothingSet() {
        CompletableFuture<OperationResult> running = bench.start(commit(CommitType.START, true, Reaction.FAIL));
        bench.time.advance(Duration.ofSeconds(1));
        bench.session.cancel();
        assertThat(running).isCompletedExceptionally();
        bench.time.advance(Duration.ofMinutes(5));
        assertThat(bench.weData.ledger().deliveries("DescribeIntegrationTask"))
                .as("only the look before the commit")
                .isEqualTo(1);
        assertThat(bench.time.alarms()).isZero();
    }

    private static CommitIntegrationOperation commit(CommitType type, boolean wait, Reaction onApproval) {
        CommitIntegrationTask commit = new CommitIntegrationTask(
                INTEGRATION_TASK, PROJECT, type.wireValue(), 201L, null, null, null, null, null);
        return new CommitIntegrationOperation(commit, wait, HOUR, onApproval);
    }
}
