package io.jenkins.plugins.wedata.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ScaledTimeTest {

    private final ManualTime real = new ManualTime();
    private final Instant begin = real.now();
    private final ScaledTime scaled = new ScaledTime(real, 20);

    @Test
    void itBeginsAtTheRealTimeAndRunsFaster() {
        long nanos = scaled.nanos();
        assertThat(scaled.now()).isEqualTo(begin);

        real.pass(Duration.ofSeconds(3));

        assertThat(scaled.now()).isEqualTo(begin.plusSeconds(60));
        assertThat(scaled.nanos() - nanos).isEqualTo(Duration.ofMinutes(1).toNanos());
    }

    @Test
    void anAlarmGoesOffSooner() {
        AtomicInteger rang = new AtomicInteger();
        scaled.after(Duration.ofMinutes(1), rang::incrementAndGet);
        scaled.after(Duration.ofMinutes(1), rang::incrementAndGet).cancel();

        real.pass(Duration.ofMillis(2999));
        assertThat(rang).hasValue(0);
        real.pass(Duration.ofMillis(1));
        assertThat(rang).hasValue(1);
    }

    @Test
    void atSpeedOneItIsTheRealTime() {
        ScaledTime same = new ScaledTime(real, 1);
        real.pass(Duration.ofSeconds(5));

        assertThat(same.now()).isEqualTo(real.now());
        assertThat(same.nanos()).isEqualTo(real.nanos());
    }
}
