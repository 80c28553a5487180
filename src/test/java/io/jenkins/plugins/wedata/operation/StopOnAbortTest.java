package io.jenkins.plugins.wedata.operation;

import static io.jenkins.plugins.wedata.operation.Bench.INTEGRATION_TASK;
import static io.jenkins.plugins.wedata.operation.Bench.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.wedata.api.CommitIntegrationTask;
import io.jenkins.plugins.wedata.api.CommitType;
import io.jenkins.plugins.wedata.api.Problems;
import io.jenkins.plugins.wedata.emulator.Pace;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StopOnAbortTest {

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void whatTheStepStartedIsStopped() {
        startedAndAborted(OnAbort.STOP);
        assertThat(bench.weData.ledger().effects("StopIntegrationTask")).isEqualTo(1);
        assertThat(bench.log)
                .containsSubsequence(
                        "Stopping integration task " + INTEGRATION_TASK + ", as onAbort says",
                        "Stopped integration task " + INTEGRATION_TASK);
    }

    @Test
    void byDefaultItGoesOn() {
        startedAndAborted(OnAbort.LEAVE);
        assertThat(bench.weData.ledger().deliveries("StopIntegrationTask")).isZero();
    }

    @Test
    void aServiceThatDoesNotAnswerIsGivenUpAfterAMinuteAndTheLogSaysSo() {
        bench.fault("slow=600s:StopIntegrationTask");
        startedAndAborted(OnAbort.STOP);
        assertThat(bench.log).anyMatch(line -> line.startsWith("WARNING: Integration task " + INTEGRATION_TASK));
    }

    @Test
    void aRefusalIsTold() {
        bench.weData.switches().answerFalse("StopIntegrationTask");
        startedAndAborted(OnAbort.STOP);
        assertThat(bench.log).anyMatch(line -> line.contains("could not be stopped for sure"));
    }

    @Test
    void anEndOfTheTimeStopsItTooAndFailsAsItWould() {
        bench.weData.switches().pace(Pace.byTime(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ofHours(5)));
        assertThatThrownBy(() -> bench.run(commit(OnAbort.STOP, CommitType.START)))
                .isInstanceOf(WaitTimeoutException.class)
                .hasMessageContaining("As onAbort says, what the commit started is stopped now")
                .hasMessageNotContaining("goes on in WeData");
        assertThat(bench.log).contains("Stopped integration task " + INTEGRATION_TASK);
        assertThat(bench.weData.ledger().effects("StopIntegrationTask")).isEqualTo(1);
    }

    @Test
    void aControllerThatStopsWhileItStopsTheTaskEndsNoStep() {
        bench.fault("slow=600s:StopIntegrationTask");
        bench.weData.switches().pace(Pace.byTime(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ofHours(5)));
        CompletableFuture<OperationResult> end = bench.start(commit(OnAbort.STOP, CommitType.START));
        bench.time.advanceUntil(
                () -> bench.weData.ledger().deliveries("StopIntegrationTask") > 0,
                Duration.ofSeconds(1),
                Duration.ofHours(2));
        bench.client.close();
        assertThat(end.handle((result, failure) -> Async.unwrap(failure)).join())
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void anAbortWhileTheTaskIsStoppedIsNotToldAsAMinuteWithoutAnAnswer() {
        bench.fault("slow=600s:StopIntegrationTask");
        for (int i = 0; i < 20; i++) {
            StartedTaskStop stop = new StartedTaskStop(bench.session, commitOf(CommitType.START));
            CompletableFuture<Void> stopped = stop.stop();
            bench.session.cancel();
            assertThat(stopped.handle((over, failure) -> Async.unwrap(failure)).join())
                    .isInstanceOf(CancellationException.class);
            bench.session = bench.newSession();
        }
        assertThat(bench.log).noneMatch(line -> line.contains("no answer in"));
    }

    @Test
    void whatIsNotKnownToBeStartedIsNotStopped() {
        Session session = bench.newSession();
        CommitIntegrationOperation commit = commit(OnAbort.STOP, CommitType.START);
        assertThat(commit.giveBack(session, Progress.intent(bench.time.now()))).isEmpty();
        assertThat(commit.giveBack(
                        session, Progress.awaitingApproval(INTEGRATION_TASK, "request", "ticket", bench.time.now())))
                .isEmpty();
    }

    @Test
    void onlyACommitThatStartsCanBeStopped() {
        for (CommitType type : CommitType.values()) {
            Problems problems = new Problems();
            commit(OnAbort.STOP, type).check(problems);
            assertThat(problems.all().stream()
                            .anyMatch(problem -> problem.field().equals("onAbort")))
                    .isEqualTo(type != CommitType.START);
        }
    }

    private void startedAndAborted(OnAbort onAbort) {
        bench.weData.switches().pace(Pace.byTime(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ofMinutes(50)));
        CommitIntegrationOperation commit = commit(onAbort, CommitType.START);
        bench.start(commit);
        bench.time.advanceUntil(
                () -> bench.weData.ledger().deliveries("DescribeIntegrationTask") > 1,
                Duration.ofSeconds(1),
                Duration.ofMinutes(5));
        CompletableFuture<Void> given =
                GivingBack.start(commit, bench.kept.get(bench.kept.size() - 1), bench.newSession());
        bench.time.advanceUntil(given, Duration.ofSeconds(1), Duration.ofSeconds(62));
        assertThat(given).isCompleted();
    }

    private CommitIntegrationOperation commit(OnAbort onAbort, CommitType type) {
        return new CommitIntegrationOperation(commitOf(type), true, Duration.ofHours(1), Reaction.FAIL, false, onAbort);
    }

    private static CommitIntegrationTask commitOf(CommitType type) {
        return new CommitIntegrationTask(
                INTEGRATION_TASK, PROJECT, type.wireValue(), 201L, null, null, null, null, null);
    }
}
