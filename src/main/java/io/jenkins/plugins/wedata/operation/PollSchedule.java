package io.jenkins.plugins.wedata.operation;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * When to look next at something that takes its time: after 2 s first, then 1.5 times as long each time, 30 s at the
 * most, each shortened by up to a fifth so that many waits do not look at once.
 */
final class PollSchedule {

    private static final double FIRST_MILLIS = 2_000;
    private static final double LONGEST_MILLIS = 30_000;
    private static final double GROWTH = 1.5;
    private static final double SPREAD = 0.2;

    private final DoubleSupplier random;
    private double next = FIRST_MILLIS;

    /** Takes a source of numbers from 0 (inclusive) to 1. */
    PollSchedule(DoubleSupplier random) {
        this.random = random;
    }

    /** How long to wait before the next look: never longer than the time that is left, so that the last look is at its end. */
    Duration nextDelay(Duration left) {
        if (left.isNegative()) {
            return Duration.ZERO;
        }
        Duration delay = nextDelay();
        return delay.compareTo(left) < 0 ? delay : left;
    }

    private Duration nextDelay() {
        double delay = next * (1 - SPREAD * random.getAsDouble());
        next = Math.min(LONGEST_MILLIS, next * GROWTH);
        return Duration.ofMillis(Math.round(delay));
    }
}
