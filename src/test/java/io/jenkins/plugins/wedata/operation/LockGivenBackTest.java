package io.jenkins.plugins.wedata.operation;

import static io.jenkins.plugins.wedata.operation.Bench.INTEGRATION_TASK;
import static io.jenkins.plugins.wedata.operation.Bench.PROJECT;
import static io.jenkins.plugins.wedata.operation.LockBench.commit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.wedata.api.CommitType;
import io.jenkins.plugins.wedata.client.CallRefusedException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An edit lock that is held when a step is given up, or when Jenkins restarts, is given back or told of. */
class LockGivenBackTest {

    private final Bench bench = new Bench();
    private final LockBench lock = new LockBench(bench);

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void whoeverIsGivenUpBetweenLockAndCommitGivesTheLockBack() {
        bench.fault("slow=60m:CommitIntegrationTask:1");
        CommitIntegrationOperation operation = commit(CommitType.START, false);
        CompletableFuture<OperationResult> running = bench.start(operation);
        assertThat(lock.holder()).isNotNull();
        bench.session.cancel();
        assertThat(Async.unwrap(running.handle((result, failure) -> failure).join()))
                .isInstanceOf(CancellationException.class);
        assertThat(lock.holder()).as("a cancelled line says nothing more").isNotNull();
        GivingBack.start(operation, last(), bench.newSession());
        bench.time.advance(Duration.ofSeconds(1));
        assertThat(lock.holder()).isNull();
        assertThat(bench.log).contains("Unlocked integration task " + INTEGRATION_TASK);
        bench.time.advance(GivingBack.LONGEST);
        assertThat(bench.log).as("the limit is off").noneMatch(line -> line.startsWith("WARNING"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1s", "6s", "16s"})
    void whoeverIsGivenUpWhileTheLockIsTakenLooksOn(String late) {
        bench.fault("late-effect=" + late + ":LockIntegrationTask:1");
        CommitIntegrationOperation operation = commit(CommitType.START, false);
        bench.start(operation);
        bench.session.cancel();
        assertThat(last().stage()).isEqualTo(Progress.Stage.PREPARING);
        GivingBack.start(operation, last(), bench.newSession());
        for (int i = 0; i < 20; i++) {
            bench.time.advance(Duration.ofSeconds(1));
        }
        assertThat(bench.weData.ledger().effects("LockIntegrationTask")).isEqualTo(1);
        assertThat(lock.holder()).isNull();
    }

    @Test
    void aLockThatCannotBeGivenBackInTimeIsTold() {
        bench.fault("slow=60m:CommitIntegrationTask:1").fault("slow=60m:UnlockIntegrationTask:1");
        CommitIntegrationOperation operation = commit(CommitType.START, false);
        bench.start(operation);
        bench.session.cancel();
        GivingBack.start(operation, last(), bench.newSession());
        for (int i = 0; i < 31; i++) {
            bench.time.advance(Duration.ofSeconds(1));
        }
        assertThat(bench.log)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("WARNING: What a step held that was given up")
                        .contains("Its edit lock may still be held"));
    }

    @Test
    void whatHoldsNoLockGivesNothingBack() {
        lock.hold();
        CommitIntegrationOperation operation = commit(CommitType.SUBMIT_ONLY, false);
        bench.run(operation);
        assertThat(bench.kept)
                .allSatisfy(progress ->
                        assertThat(operation.giveBack(bench.session, progress)).isEmpty());
    }

    @Test
    void aRestartBeforeTheCommitTakesTheLockItHasAndGoesOn() {
        lock.hold();
        OperationResult result = bench.end(commit(CommitType.SUBMIT_ONLY, false)
                .resume(bench.session, Progress.preparing(bench.time.now()).remembering("locked"), bench::keep));
        assertThat(result.values()).containsEntry("outcome", "COMMITTED");
        assertThat(lock.writes()).containsExactly("CommitIntegrationTask", "UnlockIntegrationTask");
        assertThat(lock.holder()).isNull();
    }

    @Test
    void aRestartBeforeTheLockWasTakenTakesItAndGoesOn() {
        OperationResult result = bench.end(commit(CommitType.SUBMIT_ONLY, false)
                .resume(bench.session, Progress.preparing(bench.time.now()).remembering("locked"), bench::keep));
        assertThat(result.values()).containsEntry("outcome", "COMMITTED");
        assertThat(lock.writes())
                .containsExactly("LockIntegrationTask", "CommitIntegrationTask", "UnlockIntegrationTask");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"302:LockIntegrationTask:1", "502:CommitIntegrationTask:1", "slow=1ms:DescribeTaskLockStatus:1"})
    void aLockThatWasAskedForBeforeARestartAndComesAfterTheEndHasBeenTold(String fault) {
        bench.fault("late-effect=4m:LockIntegrationTask:1");
        CommitIntegrationOperation operation = commit(CommitType.SUBMIT_ONLY, false);
        bench.start(operation);
        bench.session.cancel();
        bench.time.advance(Duration.ofSeconds(5));
        bench.fault(fault);
        CompletableFuture<OperationResult> goneOn = operation.resume(bench.newSession(), last(), bench::keep);
        bench.time.advance(Duration.ofMinutes(10));

        assertThat(goneOn).isDone();
        assertThat(lock.holder()).as("came late").isNotNull();
        assertThat(bench.log)
                .anySatisfy(line -> assertThat(line)
                        .contains("The edit lock of integration task " + INTEGRATION_TASK + " of project " + PROJECT)
                        .contains("unlock the task in WeData"));
    }

    @Test
    void aLockThatCanNotBeLookedAtAfterARestartIsReleasedAllTheSame() {
        lock.hold();
        bench.fault("302:DescribeTaskLockStatus:1");
        assertThatThrownBy(() -> bench.end(commit(CommitType.SUBMIT_ONLY, false)
                        .resume(
                                bench.session,
                                Progress.preparing(bench.time.now()).remembering("locked"),
                                bench::keep)))
                .isInstanceOf(CallRefusedException.class);
        assertThat(lock.writes()).containsExactly("UnlockIntegrationTask");
        assertThat(lock.holder()).isNull();
    }

    @Test
    void aRestartDuringTheCommitReleasesTheLockAndIsUnknown() {
        lock.hold();
        assertThatThrownBy(() -> bench.end(commit(CommitType.START, false)
                        .resume(bench.session, Progress.intent(bench.time.now()).remembering("locked"), bench::keep)))
                .isInstanceOf(OutcomeUnknownException.class);
        assertThat(lock.writes()).containsExactly("UnlockIntegrationTask");
        assertThat(lock.holder()).isNull();
    }

    @Test
    void aRestartAfterTheCommitReleasesTheLockOnceAndGoesOnWaiting() {
        lock.hold();
        Progress written =
                Progress.written(INTEGRATION_TASK, "r", bench.time.now()).remembering("locked");
        CommitIntegrationOperation operation = commit(CommitType.SUBMIT_ONLY, false);
        assertThat(bench.end(operation.resume(bench.session, written, bench::keep))
                        .values())
                .containsEntry("outcome", "COMMITTED")
                .containsEntry("requestId", "r");
        assertThat(lock.holder()).isNull();
        lock.hold();
        bench.end(operation.resume(bench.newSession(), last(), bench::keep));
        assertThat(lock.holder()).as("a lock taken since is not ours").isNotNull();
        assertThat(lock.writes()).containsExactly("UnlockIntegrationTask");
    }

    @ParameterizedTest
    @EnumSource(Progress.Stage.class)
    void whatIsLeftBehindNamesTheLock(Progress.Stage stage) {
        Progress reached = new Progress(stage, INTEGRATION_TASK, "r", null, "locked", bench.time.now());
        assertThat(commit(CommitType.START, false).leftBehind(reached).orElseThrow())
                .contains("Its edit lock may still be held");
        assertThat(commit(CommitType.START, false)
                        .leftBehind(reached.remembering(null))
                        .orElseThrow())
                .doesNotContain("lock");
    }

    private Progress last() {
        return bench.kept.get(bench.kept.size() - 1);
    }
}
