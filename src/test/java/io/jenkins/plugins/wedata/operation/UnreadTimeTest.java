package io.jenkins.plugins.wedata.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class UnreadTimeTest {

    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    private final UnreadTime unread = new UnreadTime();

    @Test
    void troubleIsToldAtOnceAndThenOnceAMinute() {
        assertThat(unread.failed(START, after(1))).contains("the state could not be read; looking again");
        assertThat(unread.failed(after(30), after(31))).isEmpty();
        assertThat(unread.failed(after(60), after(61)))
                .contains("the state has been unreadable for 61 s; looking again");
        assertThat(unread.failed(after(120), after(120))).isEmpty();
        assertThat(unread.failed(after(180), after(180)))
                .contains("the state has been unreadable for 3 min; looking again");
    }

    @Test
    void recoveryIsToldToWhoHeardOfTheTroubleAndThenNoMore() {
        assertThat(unread.read(START)).isEmpty();
        unread.failed(START, after(1));

        assertThat(unread.read(after(180))).contains("the state is readable again after 3 min");
        assertThat(unread.read(after(181))).isEmpty();
    }

    @Test
    void aQuarterOfAnHourIsTooLongCountedFromTheFirstLookThatFailed() {
        assertThat(unread.isTooLong(after(100_000))).isFalse();
        unread.failed(START, after(300));

        assertThat(unread.isTooLong(after(899))).isFalse();
        assertThat(unread.isTooLong(after(900))).isTrue();
    }

    @Test
    void aLookThatShowsSomethingBeginsTheTimeAnew() {
        unread.failed(START, after(800));
        unread.read(after(810));
        unread.failed(after(820), after(821));

        assertThat(unread.isTooLong(after(901))).isFalse();
        assertThat(unread.isTooLong(after(820 + 900))).isTrue();
    }

    private static Instant after(long seconds) {
        return START.plus(Duration.ofSeconds(seconds));
    }
}
