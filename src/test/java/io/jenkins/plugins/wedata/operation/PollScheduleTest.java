package io.jenkins.plugins.wedata.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PollScheduleTest {

    private static final Duration LONG = Duration.ofDays(1);

    @Test
    void theFirstLookIsAfterTwoSecondsAndTheNextOnesFartherApartUpToThirty() {
        PollSchedule schedule = new PollSchedule(() -> 0);
        assertThat(Stream.generate(() -> schedule.nextDelay(LONG)).limit(9).map(Duration::toMillis))
                .containsExactly(2000L, 3000L, 4500L, 6750L, 10125L, 15188L, 22781L, 30000L, 30000L);
    }

    @Test
    void aDelayIsShortenedByAFifthAtTheMost() {
        PollSchedule schedule = new PollSchedule(() -> 0.999999);
        assertThat(schedule.nextDelay(LONG)).isEqualTo(Duration.ofMillis(1600));
        assertThat(schedule.nextDelay(LONG)).isEqualTo(Duration.ofMillis(2400));
    }

    @Test
    void theLastLookIsAtTheEndOfTheTimeThatIsLeft() {
        PollSchedule schedule = new PollSchedule(() -> 0);
        assertThat(schedule.nextDelay(Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(1));
        assertThat(schedule.nextDelay(Duration.ofSeconds(-1))).isEqualTo(Duration.ZERO);
    }
}
