package io.jenkins.plugins.wedata.operation;

import static io.jenkins.plugins.wedata.operation.Bench.INTEGRATION_TASK;
import static io.jenkins.plugins.wedata.operation.Bench.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.wedata.api.CommitIntegrationTask;
import io.jenkins.plugins.wedata.api.CommitType;
import io.jenkins.plugins.wedata.api.IntegrationTaskStatus;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A task that ran before the commit is not taken for one that runs because of it. */
class RunningWaitTest {

    private static final int OPERATING = 2;
    private static final int RUNNING = 3;
    private static final int UNKNOWN = 21;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Deque<Integer> states = new ArrayDeque<>();
    private final CannedWeData weData = new CannedWeData(
            body -> "\"TaskInfo\":{\"Status\":" + (states.size() > 1 ? states.remove() : states.element()) + "}");

    @Test
    void aStartNeedsOneLook() {
        assertThat(looksUntilRunning(CommitType.START, RUNNING)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = CommitType.class,
            names = {"RESTART_DROPPING_STATE", "PAUSE_AND_CONTINUE", "CONTINUE"})
    void aCommitToALiveTaskNeedsTwoLooksOrAnotherStateBefore(CommitType type) {
        assertThat(looksUntilRunning(type, RUNNING)).isEqualTo(2);
        assertThat(looksUntilRunning(type, OPERATING, RUNNING)).isEqualTo(2);
        assertThat(looksUntilRunning(type, RUNNING, OPERATING, OPERATING, RUNNING))
                .isEqualTo(4);
    }

    @Test
    void anUnknownStateIsNoOtherState() {
        assertThat(looksUntilRunning(CommitType.CONTINUE, RUNNING, UNKNOWN, RUNNING, RUNNING))
                .isEqualTo(4);
    }

    @Test
    void aTaskSeenRunningOnlyOnceAtTheEndIsNotTakenForRunning() {
        states.add(RUNNING);
        CompletableFuture<IntegrationTaskStatus> wait = wait(CommitType.CONTINUE, Duration.ofMillis(500));
        weData.time.advance(MINUTE);
        assertThat(weData.calls).isEqualTo(1);
        assertThatThrownBy(wait::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(WaitTimeoutException.class)
                .hasMessageContaining("was seen running only once");
    }

    private int looksUntilRunning(CommitType type, Integer... seen) {
        int before = weData.calls;
        states.clear();
        states.addAll(Arrays.asList(seen));
        CompletableFuture<IntegrationTaskStatus> wait = wait(type, MINUTE);
        weData.time.advance(MINUTE);
        assertThat(wait).isCompletedWithValue(IntegrationTaskStatus.RUNNING);
        return weData.calls - before;
    }

    private CompletableFuture<IntegrationTaskStatus> wait(CommitType type, Duration timeout) {
        CommitIntegrationTask commit = new CommitIntegrationTask(
                INTEGRATION_TASK, PROJECT, type.wireValue(), 201L, null, null, null, null, null);
        return new RunningWait(weData.session, commit, weData.time.now().plus(timeout), timeout, false).untilRunning();
    }
}
