package io.jenkins.plugins.wedata.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.wedata.client.ManualTimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PollScheduleTest {

    private static final Duration LONG = Duration.ofDays(1);
    private static final List<Long> LONGEST_MILLIS =
            List.of(2_000L, 3_000L, 4_500L, 6_750L, 10_125L, 15_188L, 22_781L, 30_000L, 30_000L);

    private Instant now = ManualTimeSource.START;

    @Test
    void theFirstLookIsAfterTwoSecondsAndTheNextOnesFartherApartUpToThirtyAllShortenedByAFifthAtTheMost() {
        for (int job = 0; job < 1_000; job++) {
            PollSchedule schedule = schedule(job);
            for (long longest : LONGEST_MILLIS) {
                assertThat(pass(schedule)).isBetween((long) (longest * 0.8), longest);
            }
        }
    }

    @Test
    void allWhoWaitForTheSameComeToLookAtTheSameMoments() {
        Random random = new Random(7);
        List<Set<Instant>> moments = new ArrayList<>();
        for (int wait = 0; wait < 50; wait++) {
            now = ManualTimeSource.START.plusMillis(random.nextInt(60_000));
            moments.add(looks(schedule("job 7"), ManualTimeSource.START.plusSeconds(300)));
        }
        assertThat(moments).allSatisfy(looks -> assertThat(looks).isEqualTo(moments.get(0)));
        assertThat(moments.get(0)).hasSizeBetween(20, 25);
    }

    @Test
    void whoeverBeginsAtOnceToWaitForTheSameLooksTogetherFromTheFirstLookOn() {
        Set<Instant> first = new HashSet<>();
        for (int wait = 0; wait < 100; wait++) {
            now = ManualTimeSource.START.plusMillis(wait * 4L);
            pass(schedule("job 7"));
            first.add(now);
        }
        assertThat(first).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void whoeverWaitsForDifferentThingsLooksAtDifferentMoments() {
        int[] inSecond = new int[30];
        for (int job = 0; job < 3_000; job++) {
            now = ManualTimeSource.START;
            Instant look = looks(schedule(job), ManualTimeSource.START.plusSeconds(300)).stream()
                    .min(Instant::compareTo)
                    .orElseThrow();
            inSecond[(int) (Duration.between(ManualTimeSource.START, look).toSeconds() % 30)]++;
        }
        for (int looks : inSecond) {
            assertThat(looks).isBetween(50, 150);
        }
    }

    @Test
    void theLastLookIsAtTheEndOfTheTimeThatIsLeft() {
        PollSchedule schedule = schedule(1);
        assertThat(schedule.nextDelay(Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(1));
        assertThat(schedule.nextDelay(Duration.ofSeconds(-1))).isEqualTo(Duration.ZERO);
    }

    private PollSchedule schedule(Object what) {
        return new PollSchedule(what, () -> now);
    }

    /** Lets the time until the next look pass, and gives it in milliseconds. */
    private long pass(PollSchedule schedule) {
        Duration delay = schedule.nextDelay(LONG);
        now = now.plus(delay);
        return delay.toMillis();
    }

    /** The looks of ten minutes. */
    private Set<Instant> looks(PollSchedule schedule, Instant from) {
        Set<Instant> looks = new HashSet<>();
        while (now.isBefore(from.plusSeconds(600))) {
            if (!now.isBefore(from)) {
                looks.add(now);
            }
            pass(schedule);
        }
        return looks;
    }
}
