package io.jenkins.plugins.wedata.rehearsal;

import io.jenkins.plugins.wedata.client.TimeSource;
import java.time.Duration;
import java.time.Instant;

/** A clock that begins at the real time and runs faster: a sleep of a minute at speed 20 is over after three seconds. */
final class ScaledTime implements TimeSource {

    private final TimeSource real;
    private final int speed;
    private final Instant start;
    private final long startNanos;

    /**
     * Begins now.
     *
     * @param real the clock to go by; stays the caller's
     * @param speed how many times faster, from 1
     */
    ScaledTime(TimeSource real, int speed) {
        this.real = real;
        this.speed = speed;
        this.start = real.now();
        this.startNanos = real.nanos();
    }

    @Override
    public Instant now() {
        return start.plusNanos(sinceStart());
    }

    @Override
    public long nanos() {
        return startNanos + sinceStart();
    }

    /** By the clock that only goes forward, so that both of this one agree. */
    private long sinceStart() {
        return (real.nanos() - startNanos) * speed;
    }

    @Override
    public Alarm after(Duration delay, Runnable task) {
        return real.after(delay.dividedBy(speed), task);
    }
}
