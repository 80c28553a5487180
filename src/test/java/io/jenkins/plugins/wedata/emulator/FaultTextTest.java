package io.jenkins.plugins.wedata.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultTextTest {

    @Test
    void kindActionCountAndProbabilityAreRead() {
        assertThat(Fault.parse("lost-reply:CreateTask:3:0.25"))
                .isEqualTo(Fault.of(FaultKind.LOST_REPLY)
                        .on("CreateTask")
                        .times(3)
                        .withProbability(0.25));
    }

    @Test
    void aKindAloneStrikesTheNextCallOfAnyAction() {
        assertThat(Fault.parse("drop")).isEqualTo(Fault.of(FaultKind.DROP));
        assertThat(Fault.parse("drop:*:*").count()).isEqualTo(Fault.ALWAYS);
        assertThat(Fault.parse("drop:*:*").action()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"slow=200ms, 200", "late-effect=70s, 70000", "clock-skew=-6m, -360000", "slow, 5000"})
    void aTimeHasAUnit(String text, long millis) {
        assertThat(Fault.parse(text).duration()).isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void anErrorHasItsCodeAsAPartOfItsOwn() {
        assertThat(Fault.parse("error:InvalidParameter.ServiceIsBusy:ListBatchDetail:2"))
                .isEqualTo(Fault.error("InvalidParameter.ServiceIsBusy")
                        .on("ListBatchDetail")
                        .times(2));
        assertThat(Fault.parse("error-after-work:InternalError").afterWork()).isTrue();
    }

    @Test
    void aStatusCanComeAfterTheWork() {
        assertThat(Fault.parse("502").afterWork()).isFalse();
        assertThat(Fault.parse("502=done:CreateTask"))
                .isEqualTo(Fault.of(FaultKind.STATUS_502).afterTheWork().on("CreateTask"));
    }

    @ParameterizedTest
    @EnumSource(FaultKind.class)
    void everyKindCanBeWritten(FaultKind kind) {
        String code = kind.value() == FaultKind.Value.CODE ? ":FailedOperation" : "";

        assertThat(Fault.parse(kind.text() + code + ":CreateTask").kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "lost",
                "error",
                "error:",
                "slow=5",
                "slow=soon",
                "slow=",
                "drop=1s",
                "502=undone",
                "drop:Create Task",
                "drop:",
                "drop:CreateTask:0",
                "drop:CreateTask:-1",
                "drop:CreateTask:many",
                "drop:CreateTask:1:0",
                "drop:CreateTask:1:0.0",
                "drop:CreateTask:1:1.5",
                "drop:CreateTask:1:x",
                "drop:CreateTask:1:0.5:more"
            })
    void aTextThatIsNoFaultSaysWhatWouldBeRight(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fault.parse(text))
                .withMessageStartingWith("fault '" + text + "': ")
                .withMessageEndingWith("such as lost-reply:CreateTask:1");
    }

    @Test
    void anUnknownKindIsToldTheKindsThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fault.parse("explode"))
                .withMessageContaining("lost-reply, lost-reply-fresh")
                .withMessageContaining("clock-skew");
    }

    @ParameterizedTest
    @CsvSource({"-1, 1, 1", "0, 0, 1", "0, 1, 0", "0, 1, 1.1", "0, 1, NaN"})
    void numbersThatMakeNoSenseAreRefused(int skip, int count, double probability) {
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.of(FaultKind.DROP)
                .skipping(skip)
                .times(count)
                .withProbability(probability));
    }
}
