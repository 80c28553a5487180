package io.jenkins.plugins.wedata.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.jenkins.plugins.wedata.client.CallDoubtfulException;
import io.jenkins.plugins.wedata.client.CallNotExecutedException;
import io.jenkins.plugins.wedata.client.CallRefusedException;
import io.jenkins.plugins.wedata.client.CallUnknownException;
import io.jenkins.plugins.wedata.client.InvalidInputException;
import io.jenkins.plugins.wedata.journal.OperationOutcome;
import io.jenkins.plugins.wedata.operation.OperationFailedException;
import io.jenkins.plugins.wedata.operation.OutcomeUnknownException;
import io.jenkins.plugins.wedata.operation.Progress;
import io.jenkins.plugins.wedata.operation.WaitTimeoutException;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WriteCertaintyTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    private final WriteCertainty write = new WriteCertainty();

    @ParameterizedTest
    @ValueSource(classes = {CallRefusedException.class, CallNotExecutedException.class, OperationFailedException.class})
    void whatTellsThatNothingWasWrittenIsAFailureAlsoAfterTheIntent(Class<? extends Throwable> failure) {
        write.reached(Progress.intent(NOW));
        assertThat(write.outcome(mock(failure))).isEqualTo(OperationOutcome.FAILED);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                CallDoubtfulException.class,
                CallUnknownException.class,
                InvalidInputException.class,
                WaitTimeoutException.class,
                IOException.class,
                StackOverflowError.class
            })
    void anythingElseAfterTheIntentLeavesTheWriteUnknown(Class<? extends Throwable> failure) {
        Throwable any = mock(failure);
        assertThat(write.outcome(any)).isEqualTo(OperationOutcome.FAILED);
        write.reached(Progress.preparing(NOW));
        assertThat(write.outcome(any)).isEqualTo(OperationOutcome.FAILED);
        write.reached(Progress.intent(NOW));
        assertThat(write.outcome(any)).isEqualTo(OperationOutcome.UNKNOWN);
        assertThat(write.outcome(null)).isEqualTo(OperationOutcome.UNKNOWN);
        write.reached(Progress.written("4711", null, NOW));
        assertThat(write.outcome(any)).isEqualTo(OperationOutcome.FAILED);
    }

    @Test
    void ofAnIntentFromBeforeARestartNoRefusalOfNowTells() {
        write.begins(Optional.of(Progress.intent(NOW)));
        assertThat(write.outcome(mock(CallRefusedException.class))).isEqualTo(OperationOutcome.UNKNOWN);
        write.reached(Progress.intent(NOW));
        assertThat(write.outcome(mock(CallRefusedException.class)))
                .as("nor of a second send")
                .isEqualTo(OperationOutcome.UNKNOWN);
        write.reached(Progress.written("4711", null, NOW));
        assertThat(write.outcome(mock(CallRefusedException.class))).isEqualTo(OperationOutcome.FAILED);
    }

    @Test
    void whatSaysThatItIsUnknownIsThatWhereverItCameFrom() {
        OutcomeUnknownException unknown = mock(OutcomeUnknownException.class);
        assertThat(write.outcome(unknown)).isEqualTo(OperationOutcome.UNKNOWN);
        write.begins(Optional.of(Progress.written("4711", null, NOW)));
        assertThat(write.outcome(unknown)).isEqualTo(OperationOutcome.UNKNOWN);
    }
}
