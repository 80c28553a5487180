package io.jenkins.plugins.wedata.operation;

import static io.jenkins.plugins.wedata.operation.Bench.INTEGRATION_TASK;
import static io.jenkins.plugins.wedata.operation.Bench.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.api.CommitIntegrationTask;
import io.jenkins.plugins.wedata.api.CommitType;
import io.jenkins.plugins.wedata.api.StartIntegrationTask;
import io.jenkins.plugins.wedata.client.CallDoubtfulException;
import io.jenkins.plugins.wedata.operation.Progress.Stage;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommitSettlementTest {

    private static final String COMMIT = "CommitIntegrationTask";

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
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
                "late-effect=60s"
            })
    void aCommitThatWasNotAnsweredIsLookedUpNotSentAgain(String fault) {
        bench.fault(fault + ":" + COMMIT + ":1");
        assertThat(bench.run(commit("nightly")).values())
                .containsEntry("outcome", "COMMITTED")
                .containsEntry("taskId", INTEGRATION_TASK);
        assertThat(bench.weData.ledger().deliveries(COMMIT)).isEqualTo(1);
        assertThat(bench.log)
                .anyMatch(line -> line.contains("was not answered, but it is there: version 1 is taken for it"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop", "502", "503", "408", "late-effect=5m"})
    void aCommitThatNeverAppearsEndsAsUnknownAndSaysWhatToCheck(String fault) {
        bench.run(commit(null));
        bench.fault(fault + ":" + COMMIT + ":1");
        Duration begun = bench.time.elapsed();
        assertThatThrownBy(() -> bench.run(commit("nightly")))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining(INTEGRATION_TASK)
                .hasMessageContaining("not committed again by itself")
                .hasMessageContaining("no new version has appeared in 90 s")
                .hasMessageContaining("(before the commit it had version 1)")
                .hasMessageContaining("run again if the commit is not there");
        assertThat(bench.time.elapsed().minus(begun)).isGreaterThanOrEqualTo(Duration.ofSeconds(90));
        bench.time.advance(Duration.ofMinutes(10));
        assertThat(bench.weData.ledger().deliveries(COMMIT)).isEqualTo(2);
    }

    @Test
    void aWaitGoesOnAfterACommitThatWasLookedUp() {
        bench.fault("lost-reply:" + COMMIT + ":1");
        CommitIntegrationTask start = new CommitIntegrationTask(
                INTEGRATION_TASK, PROJECT, CommitType.START.wireValue(), 201L, null, null, null, null, null);
        assertThat(bench.run(new CommitIntegrationOperation(start, true, Duration.ofHours(1), Reaction.FAIL))
                        .values())
                .containsEntry("outcome", "RUNNING");
    }

    @Test
    void aCommitOfASaidNumberIsRecognisedAlsoWhenThatVersionWasThere() {
        bench.run(numbered(7));
        bench.time.advance(Duration.ofSeconds(5));
        bench.fault("lost-reply:" + COMMIT + ":1");
        assertThat(bench.run(numbered(7)).values()).containsEntry("outcome", "COMMITTED");
        assertThat(bench.log).anyMatch(line -> line.contains("version 7 is taken for it"));
    }

    @Test
    void twoNewVersionsLeaveItUnknownWhichIsOurs() {
        bench.fault("lost-reply:" + COMMIT + ":1");
        CompletableFuture<OperationResult> running = bench.start(commit(null));
        commitElsewhere(null);
        assertThatThrownBy(() -> bench.end(running))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("it had no version before and has version 2 now");
    }

    @Test
    void anotherCommitsNoteIsNotTakenForOurs() {
        bench.fault("drop:" + COMMIT + ":1");
        CompletableFuture<OperationResult> running = bench.start(commit("ours"));
        commitElsewhere("theirs");
        assertThatThrownBy(() -> bench.end(running))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("version 1 is new, but its note is not this commit's");
    }

    private void commitElsewhere(@CheckForNull String note) {
        CompletableFuture<OperationResult> other =
                commit(note).run(bench.newSession(), progress -> CompletableFuture.completedFuture(null));
        bench.time.advance(Duration.ofMillis(500));
        assertThat(other).isCompleted();
    }

    @Test
    void anUnreadableTaskAfterALostReplyLeavesItUnknown() {
        bench.fault("lost-reply:" + COMMIT + ":1");
        CompletableFuture<OperationResult> running = bench.start(commit(null));
        bench.fault("error:UnauthorizedOperation:DescribeIntegrationTask:1");
        assertThatThrownBy(() -> bench.end(running))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("its versions can't be read")
                .hasMessageContaining("UnauthorizedOperation");
    }

    @Test
    void whoMayNotLookBeforeTheCommitCommitsAllTheSame() {
        bench.fault("error:UnauthorizedOperation:DescribeIntegrationTask:1");
        assertThat(bench.run(commit(null)).values()).containsEntry("outcome", "COMMITTED");
        assertThat(bench.log).anyMatch(line -> line.contains("a lost reply could not be settled"));
    }

    @Test
    void withoutALookBeforeNothingIsTakenForTheCommit() {
        bench.fault("error:UnauthorizedOperation:DescribeIntegrationTask:1");
        bench.fault("lost-reply:" + COMMIT + ":1");
        assertThatThrownBy(() -> bench.run(commit(null)))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("what was there before it is not known");
    }

    @Test
    void nothingIsSentWhenTheLookBeforeIsNeverAnswered() {
        bench.fault("502:DescribeIntegrationTask:*");
        assertThatThrownBy(() -> bench.run(commit(null))).hasMessageContaining("502");
        assertThat(bench.weData.ledger().deliveries(COMMIT)).isZero();
    }

    @Test
    void anErrorThatDoesNotSayIsSettledByOneLook() {
        bench.fault("error-after-work:InternalError:" + COMMIT + ":1");
        assertThat(bench.run(commit(null)).values()).containsEntry("outcome", "COMMITTED");
        assertThat(bench.weData.ledger().deliveries(COMMIT)).isEqualTo(1);
    }

    @Test
    void anErrorThatDoesNotSayStandsWhenNothingIsFound() {
        bench.fault("error:InternalError:" + COMMIT + ":1");
        assertThatThrownBy(() -> bench.run(commit(null)))
                .isInstanceOf(CallDoubtfulException.class)
                .hasMessageContaining("InternalError");
        assertThat(bench.weData.ledger().deliveries(COMMIT)).isEqualTo(1);
        assertThat(bench.time.elapsed()).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void anErrorThatDoesNotSayIsNotBelievedWhereTheTaskHasBegunToMove() {
        bench.run(commit(null));
        bench.fault("error:InternalError:" + COMMIT + ":1");
        CommitIntegrationTask start = new CommitIntegrationTask(
                INTEGRATION_TASK, PROJECT, CommitType.START.wireValue(), 201L, null, null, null, null, null);
        CompletableFuture<OperationResult> running = new CommitIntegrationOperation(
                        start, false, Duration.ofHours(1), Reaction.FAIL)
                .run(bench.session, progress -> {
                    bench.newSession().call(new StartIntegrationTask(INTEGRATION_TASK, PROJECT, "START", null, null));
                    return bench.keep(progress);
                });
        assertThatThrownBy(() -> bench.end(running))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("no new version is there, but the task, which was not started before, is ")
                .hasMessageContaining("InternalError");
        assertThat(bench.weData.ledger().deliveries(COMMIT)).isEqualTo(2);
    }

    @Test
    void whatWasThereBeforeIsKeptWithTheIntentAndForgottenWithTheCommit() {
        bench.run(commit(null));
        bench.kept.clear();
        bench.run(commit(null));
        assertThat(bench.kept).extracting(Progress::stage).containsExactly(Stage.INTENT, Stage.WRITTEN);
        CommitState before = CommitMemo.of(bench.kept.get(0)).before().orElseThrow();
        assertThat(before.number()).isEqualTo(1);
        assertThat(before.submittedAt()).startsWith("2026-03-02");
        assertThat(bench.kept.get(1).memo()).isNull();
    }

    @Test
    void aRestartBetweenIntentAndReplySettlesTheCommitByWhatWasThereBefore() {
        CommitIntegrationOperation operation = commit("nightly");
        bench.run(operation);
        Progress intent = bench.kept.get(0);
        assertThat(bench.end(operation.resume(bench.newSession(), intent, bench::keep))
                        .values())
                .containsEntry("outcome", "COMMITTED");
        assertThat(bench.kept).extracting(Progress::stage).last().isEqualTo(Stage.WRITTEN);
        assertThat(bench.weData.ledger().deliveries(COMMIT)).isEqualTo(1);
    }

    @Test
    void aRestartBeforeTheCommitWasSentEndsAsUnknown() {
        CommitIntegrationOperation operation = commit("nightly");
        AtomicInteger stages = new AtomicInteger();
        operation.run(bench.session, progress -> {
            bench.keep(progress);
            stages.incrementAndGet();
            return new CompletableFuture<>();
        });
        assertThat(stages).hasValue(1);
        Progress intent = bench.kept.get(0);
        assertThat(operation.leftBehind(intent).orElseThrow()).contains("(it had no version before)");
        assertThatThrownBy(() -> bench.end(operation.resume(bench.newSession(), intent, bench::keep)))
                .isInstanceOf(OutcomeUnknownException.class);
        assertThat(bench.weData.ledger().deliveries(COMMIT)).isZero();
    }

    @Test
    void anIntentWithoutAMemoIsUnknownAtOnceAndNotSentAgain() {
        Duration begun = bench.time.elapsed();
        assertThatThrownBy(() ->
                        bench.end(commit(null).resume(bench.session, Progress.intent(bench.time.now()), bench::keep)))
                .isInstanceOf(OutcomeUnknownException.class);
        assertThat(bench.time.elapsed()).isEqualTo(begun);
        assertThat(bench.weData.ledger().deliveries(COMMIT)).isZero();
    }

    private static CommitIntegrationOperation commit(@CheckForNull String note) {
        return operation(note, null);
    }

    private static CommitIntegrationOperation numbered(long version) {
        return operation(null, version);
    }

    private static CommitIntegrationOperation operation(@CheckForNull String note, @CheckForNull Long version) {
        CommitIntegrationTask commit = new CommitIntegrationTask(
                INTEGRATION_TASK, PROJECT, CommitType.SUBMIT_ONLY.wireValue(), 201L, null, note, version, null, null);
        return new CommitIntegrationOperation(commit, false, Duration.ofHours(1), Reaction.FAIL);
    }
}
