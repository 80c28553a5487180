package io.jenkins.plugins.wedata.operation;

import static io.jenkins.plugins.wedata.operation.Bench.INTEGRATION_TASK;
import static io.jenkins.plugins.wedata.operation.Bench.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.wedata.api.CommitIntegrationTask;
import io.jenkins.plugins.wedata.api.CommitType;
import io.jenkins.plugins.wedata.client.CallRefusedException;
import io.jenkins.plugins.wedata.emulator.Pace;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LockedCommitTest {

    private static final String OTHER = "100028625403";

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void theLockIsTakenBeforeTheCommitAndReleasedAfterIt() {
        OperationResult result = bench.run(commit(CommitType.SUBMIT_ONLY, false));
        assertThat(result.values()).containsEntry("outcome", "COMMITTED");
        assertThat(writes()).containsExactly("LockIntegrationTask", "CommitIntegrationTask", "UnlockIntegrationTask");
        assertThat(locker()).isNull();
        assertThat(bench.log)
                .containsSubsequence(
                        "Locked integration task " + INTEGRATION_TASK,
                        "Committed integration task " + INTEGRATION_TASK,
                        "Unlocked integration task " + INTEGRATION_TASK);
        assertThat(bench.kept).extracting(Progress::memo).containsExactly("locked", "locked before 0|", "locked", null);
    }

    @Test
    void withoutLockNothingIsLocked() {
        bench.run(new CommitIntegrationOperation(
                action(CommitType.SUBMIT_ONLY), false, Duration.ofHours(1), Reaction.FAIL));
        assertThat(writes()).containsExactly("CommitIntegrationTask");
    }

    @Test
    void theLockIsReleasedBeforeTheWaitForTheTaskToRun() {
        bench.weData.switches().pace(Pace.byTime(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ofMinutes(5)));
        CompletableFuture<OperationResult> running = bench.start(commit(CommitType.START, true));
        bench.time.advance(Duration.ofSeconds(10));
        assertThat(running).isNotDone();
        assertThat(locker()).isNull();
        assertThat(bench.end(running).values()).containsEntry("outcome", "RUNNING");
        assertThat(bench.weData.ledger().deliveries("UnlockIntegrationTask")).isEqualTo(1);
    }

    @Test
    void aLockOfAnotherAccountNamesItsHolderAndNothingIsCommittedOrUnlocked() {
        bench.weData.world().lock(INTEGRATION_TASK, OTHER);
        assertThatThrownBy(() -> bench.run(commit(CommitType.START, false)))
                .isInstanceOf(OperationFailedException.class)
                .hasMessageContaining("is locked by account " + OTHER + " and was not committed");
        assertThat(writes()).isEmpty();
        assertThat(bench.kept).isEmpty();
        assertThat(locker()).isEqualTo(OTHER);
    }

    @Test
    void aLockThatIsAnsweredWithFalseIsAFailure() {
        bench.weData.switches().answerFalse("LockIntegrationTask");
        assertThatThrownBy(() -> bench.run(commit(CommitType.START, false)))
                .isInstanceOf(OperationFailedException.class)
                .hasMessageContaining("did not lock integration task " + INTEGRATION_TASK)
                .hasMessageContaining("nothing was committed")
                .hasMessageContaining("Data: false");
        assertThat(writes()).containsExactly("LockIntegrationTask");
    }

    @Test
    void aLockThatIsRefusedStandsAsItIsAndNothingIsUnlocked() {
        bench.fault("error:OperationDenied:LockIntegrationTask:1");
        assertThatThrownBy(() -> bench.run(commit(CommitType.START, false)))
                .isInstanceOf(CallRefusedException.class)
                .hasMessageContaining("OperationDenied");
        assertThat(writes()).containsExactly("LockIntegrationTask");
    }

    @Test
    void aLockThatThisAccountHeldBeforeIsUsedAndLeftAsItWas() {
        hold();
        assertThat(bench.run(commit(CommitType.SUBMIT_ONLY, false)).values()).containsEntry("outcome", "COMMITTED");
        assertThat(writes()).containsExactly("CommitIntegrationTask");
        assertThat(locker()).isNotNull();
        assertThat(bench.log).anyMatch(line -> line.contains("is locked by this account already"));
        assertThat(bench.kept).noneMatch(LockedCommit::isHeldIn);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lost-reply", "cut-json", "error-after-work:InternalError", "late-effect=20s"})
    void aLockWhoseReplyIsLostIsLookedForAndNotTakenTwice(String fault) {
        bench.fault(fault + ":LockIntegrationTask:1");
        assertThat(bench.run(commit(CommitType.SUBMIT_ONLY, false)).values()).containsEntry("outcome", "COMMITTED");
        assertThat(writes()).containsExactly("LockIntegrationTask", "CommitIntegrationTask", "UnlockIntegrationTask");
        assertThat(locker()).isNull();
    }

    @Test
    void aLockThatNeverAppearsEndsTheStepWithoutACommit() {
        bench.fault("drop:LockIntegrationTask:1");
        assertThatThrownBy(() -> bench.run(commit(CommitType.SUBMIT_ONLY, false)))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("Nothing was committed")
                .hasMessageContaining("unlock the task in project " + PROJECT);
        assertThat(writes()).containsExactly("LockIntegrationTask");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "error:InvalidParameter",
                "error:UnsupportedOperation",
                "error:InternalError",
                "late-effect=5m",
                "drop",
                "502"
            })
    void aCommitThatFailsOrIsUnknownReleasesTheLockToo(String fault) {
        bench.fault(fault + ":CommitIntegrationTask:1");
        assertThatThrownBy(() -> bench.run(commit(CommitType.START, false)))
                .isInstanceOf(io.jenkins.plugins.wedata.client.WeDataException.class);
        assertThat(writes()).containsExactly("LockIntegrationTask", "CommitIntegrationTask", "UnlockIntegrationTask");
        assertThat(locker()).isNull();
    }

    @Test
    void aCommitThatIsNotAcceptedReleasesTheLockToo() {
        bench.weData.switches().commitsAnswerFalse(true);
        assertThatThrownBy(() -> bench.run(commit(CommitType.START, false))).hasMessageContaining("Data: false");
        assertThat(locker()).isNull();
    }

    @Test
    void aPendingApprovalReleasesTheLockToo() {
        bench.weData.switches().commitsNeedApproval(true);
        assertThatThrownBy(() -> bench.run(commit(CommitType.START, false))).hasMessageContaining("waits for approval");
        assertThat(locker()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "error:OperationDenied:UnlockIntegrationTask:1",
                "error:InternalError:UnlockIntegrationTask:2",
                "drop:UnlockIntegrationTask:2"
            })
    void anUnlockThatFailsIsAWarningAndTheCommitStands(String fault) {
        bench.fault(fault);
        assertThat(bench.run(commit(CommitType.SUBMIT_ONLY, false)).values()).containsEntry("outcome", "COMMITTED");
        assertThat(bench.log)
                .anySatisfy(line -> assertThat(line)
                        .startsWith(
                                "WARNING: The lock of integration task " + INTEGRATION_TASK + " of project " + PROJECT)
                        .contains("unlock the task in WeData"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"error:InternalError", "drop", "502"})
    void anUnlockWithoutEffectIsTriedOnceMore(String fault) {
        bench.fault(fault + ":UnlockIntegrationTask:1");
        assertThat(bench.run(commit(CommitType.SUBMIT_ONLY, false)).values()).containsEntry("outcome", "COMMITTED");
        assertThat(locker()).isNull();
        assertThat(bench.weData.ledger().deliveries("UnlockIntegrationTask")).isEqualTo(2);
        assertThat(bench.log).noneMatch(line -> line.startsWith("WARNING"));
    }

    @Test
    void aLockThatCannotBeLookedAtAfterALostReplyIsUnknownAndSaysWhatToDo() {
        CommitIntegrationOperation operation = commit(CommitType.START, false);
        bench.fault("lost-reply:LockIntegrationTask:1");
        CompletableFuture<OperationResult> running = bench.start(operation);
        bench.fault("error:UnauthorizedOperation:DescribeTaskLockStatus:1");
        assertThatThrownBy(() -> bench.end(running))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("the lock can't be looked at")
                .hasMessageContaining("UnauthorizedOperation")
                .hasMessageContaining("unlock the task in project " + PROJECT);
        assertThat(writes()).containsExactly("LockIntegrationTask");
    }

    @Test
    void aRefusedLockIsRefusedAlthoughItsHolderCannotBeRead() {
        bench.fault("error:OperationDenied:LockIntegrationTask:1").fault("slow=5s:LockIntegrationTask:1");
        CompletableFuture<OperationResult> running = bench.start(commit(CommitType.START, false));
        bench.fault("lost-reply:DescribeTaskLockStatus:100");
        assertThatThrownBy(() -> bench.end(running))
                .isInstanceOf(CallRefusedException.class)
                .hasMessageContaining("OperationDenied");
        assertThat(writes()).containsExactly("LockIntegrationTask");
    }

    @Test
    void anUnlockThatAnswersFalseIsAWarningToo() {
        bench.weData.switches().answerFalse("UnlockIntegrationTask");
        assertThat(bench.run(commit(CommitType.SUBMIT_ONLY, false)).values()).containsEntry("outcome", "COMMITTED");
        assertThat(bench.log).anyMatch(line -> line.startsWith("WARNING: ") && line.contains("Data: false"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lost-reply", "empty", "late-effect=3s"})
    void anUnlockWhoseReplyIsLostIsLookedForAndNoWarning(String fault) {
        bench.fault(fault + ":UnlockIntegrationTask:1");
        assertThat(bench.run(commit(CommitType.SUBMIT_ONLY, false)).values()).containsEntry("outcome", "COMMITTED");
        assertThat(bench.log)
                .anyMatch(line -> line.contains("was not answered, but it is unlocked"))
                .noneMatch(line -> line.startsWith("WARNING"));
        assertThat(bench.weData.ledger().deliveries("UnlockIntegrationTask")).isEqualTo(1);
    }

    @Test
    void aLockThatWasTakenOverIsNotMissed() {
        bench.fault("error:FailedOperation.NoLock:UnlockIntegrationTask:1");
        assertThat(bench.run(commit(CommitType.SUBMIT_ONLY, false)).values()).containsEntry("outcome", "COMMITTED");
        assertThat(bench.log)
                .anyMatch(line -> line.contains("was not locked by this account any more"))
                .noneMatch(line -> line.startsWith("WARNING"));
    }

    @Test
    void whoeverIsGivenUpBetweenLockAndCommitGivesTheLockBack() {
        bench.fault("slow=60m:CommitIntegrationTask:1");
        CommitIntegrationOperation operation = commit(CommitType.START, false);
        CompletableFuture<OperationResult> running = bench.start(operation);
        assertThat(locker()).isNotNull();
        bench.session.cancel();
        assertThat(Async.unwrap(running.handle((result, failure) -> failure).join()))
                .isInstanceOf(CancellationException.class);
        assertThat(locker()).as("a cancelled line says nothing more").isNotNull();
        GivingBack.start(operation, last(), bench.newSession());
        bench.time.advance(Duration.ofSeconds(1));
        assertThat(locker()).isNull();
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
        assertThat(locker()).isNull();
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
        hold();
        CommitIntegrationOperation operation = commit(CommitType.SUBMIT_ONLY, false);
        bench.run(operation);
        assertThat(bench.kept)
                .allSatisfy(progress ->
                        assertThat(operation.giveBack(bench.session, progress)).isEmpty());
    }

    @Test
    void aRestartBeforeTheCommitTakesTheLockItHasAndGoesOn() {
        hold();
        OperationResult result = bench.end(commit(CommitType.SUBMIT_ONLY, false)
                .resume(bench.session, Progress.preparing(bench.time.now()).remembering("locked"), bench::keep));
        assertThat(result.values()).containsEntry("outcome", "COMMITTED");
        assertThat(writes()).containsExactly("CommitIntegrationTask", "UnlockIntegrationTask");
        assertThat(locker()).isNull();
    }

    @Test
    void aRestartBeforeTheLockWasTakenTakesItAndGoesOn() {
        OperationResult result = bench.end(commit(CommitType.SUBMIT_ONLY, false)
                .resume(bench.session, Progress.preparing(bench.time.now()).remembering("locked"), bench::keep));
        assertThat(result.values()).containsEntry("outcome", "COMMITTED");
        assertThat(writes()).containsExactly("LockIntegrationTask", "CommitIntegrationTask", "UnlockIntegrationTask");
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
        assertThat(locker()).as("came late").isNotNull();
        assertThat(bench.log)
                .anySatisfy(line -> assertThat(line)
                        .contains("The edit lock of integration task " + INTEGRATION_TASK + " of project " + PROJECT)
                        .contains("unlock the task in WeData"));
    }

    @Test
    void aLockThatCanNotBeLookedAtAfterARestartIsReleasedAllTheSame() {
        hold();
        bench.fault("302:DescribeTaskLockStatus:1");
        assertThatThrownBy(() -> bench.end(commit(CommitType.SUBMIT_ONLY, false)
                        .resume(
                                bench.session,
                                Progress.preparing(bench.time.now()).remembering("locked"),
                                bench::keep)))
                .isInstanceOf(CallRefusedException.class);
        assertThat(writes()).containsExactly("UnlockIntegrationTask");
        assertThat(locker()).isNull();
    }

    @Test
    void aRestartDuringTheCommitReleasesTheLockAndIsUnknown() {
        hold();
        assertThatThrownBy(() -> bench.end(commit(CommitType.START, false)
                        .resume(bench.session, Progress.intent(bench.time.now()).remembering("locked"), bench::keep)))
                .isInstanceOf(OutcomeUnknownException.class);
        assertThat(writes()).containsExactly("UnlockIntegrationTask");
        assertThat(locker()).isNull();
    }

    @Test
    void aRestartAfterTheCommitReleasesTheLockOnceAndGoesOnWaiting() {
        hold();
        Progress written =
                Progress.written(INTEGRATION_TASK, "r", bench.time.now()).remembering("locked");
        CommitIntegrationOperation operation = commit(CommitType.SUBMIT_ONLY, false);
        assertThat(bench.end(operation.resume(bench.session, written, bench::keep))
                        .values())
                .containsEntry("outcome", "COMMITTED")
                .containsEntry("requestId", "r");
        assertThat(locker()).isNull();
        hold();
        bench.end(operation.resume(bench.newSession(), last(), bench::keep));
        assertThat(locker()).as("a lock taken since is not ours").isNotNull();
        assertThat(writes()).containsExactly("UnlockIntegrationTask");
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

    /** Lets this account hold the lock. */
    private void hold() {
        bench.session.call(new io.jenkins.plugins.wedata.api.LockIntegrationTask(INTEGRATION_TASK, PROJECT));
        bench.time.advance(Duration.ofSeconds(2));
        assertThat(locker()).isNotNull();
        locksBefore++;
    }

    private int locksBefore;

    private String locker() {
        return bench.weData
                .world()
                .integrationTask(INTEGRATION_TASK)
                .orElseThrow()
                .locker();
    }

    private Progress last() {
        return bench.kept.get(bench.kept.size() - 1);
    }

    /** The writes of the operation, in the order of their arrival. */
    private List<String> writes() {
        return bench.weData.ledger().requests().stream()
                .map(request -> request.action())
                .filter(action -> !action.startsWith("Describe"))
                .filter(new java.util.function.Predicate<>() {
                    private int skipped;

                    @Override
                    public boolean test(String action) {
                        return !action.equals("LockIntegrationTask") || skipped++ >= locksBefore;
                    }
                })
                .toList();
    }

    private static CommitIntegrationTask action(CommitType type) {
        return new CommitIntegrationTask(
                INTEGRATION_TASK, PROJECT, type.wireValue(), 201L, null, null, null, null, null);
    }

    private static CommitIntegrationOperation commit(CommitType type, boolean wait) {
        return new CommitIntegrationOperation(action(type), wait, Duration.ofHours(1), Reaction.FAIL, true);
    }
}
