package io.jenkins.plugins.wedata.operation;

import static io.jenkins.plugins.wedata.operation.Bench.INTEGRATION_TASK;
import static io.jenkins.plugins.wedata.operation.Bench.PROJECT;
import static io.jenkins.plugins.wedata.operation.LockBench.action;
import static io.jenkins.plugins.wedata.operation.LockBench.commit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.wedata.api.CommitType;
import io.jenkins.plugins.wedata.client.CallRefusedException;
import io.jenkins.plugins.wedata.emulator.Pace;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LockedCommitTest {

    private static final String OTHER = "100028625403";

    private final Bench bench = new Bench();
    private final LockBench lock = new LockBench(bench);

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void theLockIsTakenBeforeTheCommitAndReleasedAfterIt() {
        OperationResult result = bench.run(commit(CommitType.SUBMIT_ONLY, false));
        assertThat(result.values()).containsEntry("outcome", "COMMITTED");
        assertThat(lock.writes())
                .containsExactly("LockIntegrationTask", "CommitIntegrationTask", "UnlockIntegrationTask");
        assertThat(lock.holder()).isNull();
        assertThat(bench.log)
                .containsSubsequence(
                        "Locked integration task " + INTEGRATION_TASK,
                        "Committed integration task " + INTEGRATION_TASK,
                        "Unlocked integration task " + INTEGRATION_TASK);
        assertThat(bench.kept)
                .extracting(Progress::memo)
                .containsExactly("locked", "locked before 0|NOT_STARTED|", "locked", null);
    }

    @Test
    void withoutLockNothingIsLocked() {
        bench.run(new CommitIntegrationOperation(
                action(CommitType.SUBMIT_ONLY), false, Duration.ofHours(1), Reaction.FAIL));
        assertThat(lock.writes()).containsExactly("CommitIntegrationTask");
    }

    @Test
    void theLockIsReleasedBeforeTheWaitForTheTaskToRun() {
        bench.weData.switches().pace(Pace.byTime(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ofMinutes(5)));
        CompletableFuture<OperationResult> running = bench.start(commit(CommitType.START, true));
        bench.time.advance(Duration.ofSeconds(10));
        assertThat(running).isNotDone();
        assertThat(lock.holder()).isNull();
        assertThat(bench.end(running).values()).containsEntry("outcome", "RUNNING");
        assertThat(bench.weData.ledger().deliveries("UnlockIntegrationTask")).isEqualTo(1);
    }

    @Test
    void aLockOfAnotherAccountNamesItsHolderAndNothingIsCommittedOrUnlocked() {
        bench.weData.world().lock(INTEGRATION_TASK, OTHER);
        assertThatThrownBy(() -> bench.run(commit(CommitType.START, false)))
                .isInstanceOf(OperationFailedException.class)
                .hasMessageContaining("is locked by account " + OTHER + " and was not committed");
        assertThat(lock.writes()).isEmpty();
        assertThat(bench.kept).isEmpty();
        assertThat(lock.holder()).isEqualTo(OTHER);
    }

    @Test
    void aLockThatIsAnsweredWithFalseIsAFailure() {
        bench.weData.switches().answerFalse("LockIntegrationTask");
        assertThatThrownBy(() -> bench.run(commit(CommitType.START, false)))
                .isInstanceOf(OperationFailedException.class)
                .hasMessageContaining("did not lock integration task " + INTEGRATION_TASK)
                .hasMessageContaining("nothing was committed")
                .hasMessageContaining("Data: false");
        assertThat(lock.writes()).containsExactly("LockIntegrationTask");
    }

    @Test
    void aLockThatIsRefusedStandsAsItIsAndNothingIsUnlocked() {
        bench.fault("error:OperationDenied:LockIntegrationTask:1");
        assertThatThrownBy(() -> bench.run(commit(CommitType.START, false)))
                .isInstanceOf(CallRefusedException.class)
                .hasMessageContaining("OperationDenied");
        assertThat(lock.writes()).containsExactly("LockIntegrationTask");
    }

    @Test
    void aLockThatThisAccountHeldBeforeIsUsedAndLeftAsItWas() {
        lock.hold();
        assertThat(bench.run(commit(CommitType.SUBMIT_ONLY, false)).values()).containsEntry("outcome", "COMMITTED");
        assertThat(lock.writes()).containsExactly("CommitIntegrationTask");
        assertThat(lock.holder()).isNotNull();
        assertThat(bench.log).anyMatch(line -> line.contains("is locked by this account already"));
        assertThat(bench.kept).noneMatch(LockedCommit::isHeldIn);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lost-reply", "cut-json", "error-after-work:InternalError", "late-effect=20s"})
    void aLockWhoseReplyIsLostIsLookedForAndNotTakenTwice(String fault) {
        bench.fault(fault + ":LockIntegrationTask:1");
        assertThat(bench.run(commit(CommitType.SUBMIT_ONLY, false)).values()).containsEntry("outcome", "COMMITTED");
        assertThat(lock.writes())
                .containsExactly("LockIntegrationTask", "CommitIntegrationTask", "UnlockIntegrationTask");
        assertThat(lock.holder()).isNull();
    }

    @Test
    void aLockThatNeverAppearsEndsTheStepWithoutACommit() {
        bench.fault("drop:LockIntegrationTask:1");
        assertThatThrownBy(() -> bench.run(commit(CommitType.SUBMIT_ONLY, false)))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("Nothing was committed")
                .hasMessageContaining("unlock the task in project " + PROJECT);
        assertThat(lock.writes()).containsExactly("LockIntegrationTask");
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
        assertThat(lock.writes())
                .containsExactly("LockIntegrationTask", "CommitIntegrationTask", "UnlockIntegrationTask");
        assertThat(lock.holder()).isNull();
    }

    @Test
    void aCommitThatIsNotAcceptedReleasesTheLockToo() {
        bench.weData.switches().commitsAnswerFalse(true);
        assertThatThrownBy(() -> bench.run(commit(CommitType.START, false))).hasMessageContaining("Data: false");
        assertThat(lock.holder()).isNull();
    }

    @Test
    void aPendingApprovalReleasesTheLockToo() {
        bench.weData.switches().commitsNeedApproval(true);
        assertThatThrownBy(() -> bench.run(commit(CommitType.START, false))).hasMessageContaining("waits for approval");
        assertThat(lock.holder()).isNull();
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
        assertThat(lock.holder()).isNull();
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
        assertThat(lock.writes()).containsExactly("LockIntegrationTask");
    }

    @Test
    void aRefusedLockIsRefusedAlthoughItsHolderCannotBeRead() {
        bench.fault("error:OperationDenied:LockIntegrationTask:1").fault("slow=5s:LockIntegrationTask:1");
        CompletableFuture<OperationResult> running = bench.start(commit(CommitType.START, false));
        bench.fault("lost-reply:DescribeTaskLockStatus:100");
        assertThatThrownBy(() -> bench.end(running))
                .isInstanceOf(CallRefusedException.class)
                .hasMessageContaining("OperationDenied");
        assertThat(lock.writes()).containsExactly("LockIntegrationTask");
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
}
