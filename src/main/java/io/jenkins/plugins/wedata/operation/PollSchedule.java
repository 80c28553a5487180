package io.jenkins.plugins.wedata.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * When to look next at something that takes its time: after 2 s first, then 1.5 times as long each time, 30 s at the
 * most, each shortened by up to a fifth. By how much follows from what is looked at: all who look at the same come to do
 * so at the same moments, so that it is one call, and different things are looked at at different moments.
 */
final class PollSchedule {

    private static final double FIRST_MILLIS = 2_000;
    private static final double LONGEST_MILLIS = 30_000;
    private static final double GROWTH = 1.5;
    private static final double SPREAD = 0.2;

    /** The golden ratio of 64 bits: takes numbers that are near each other far apart. */
    private static final long SCATTERING = 0x9E3779B97F4A7C15L;

    private final Supplier<Instant> clock;
    private final long origin;
    private double next = FIRST_MILLIS;

    /**
     * Plans the looks at something.
     *
     * @param what is looked at: equal for all who look at the same
     * @param clock is the same for all of them
     */
    PollSchedule(Object what, Supplier<Instant> clock) {
        this.clock = clock;
        this.origin = (what.hashCode() * SCATTERING) >>> 32;
    }

    /** How long to wait before the next look: never longer than the time that is left, so that the last look is at its end. */
    Duration nextDelay(Duration left) {
        if (left.isNegative()) {
            return Duration.ZERO;
        }
        Duration delay = Duration.ofMillis(nextMillis());
        return delay.compareTo(left) < 0 ? delay : left;
    }

    /**
     * To the last common moment within the time. Such moments lie as far apart as a delay may be shortened, but for the
     * longest delay, whose own length they lie apart: nearer by a fifth with each look, it is there after five.
     */
    private long nextMillis() {
        double longest = next;
        next = Math.min(LONGEST_MILLIS, next * GROWTH);
        long apart = (long) (longest < LONGEST_MILLIS ? longest * SPREAD : LONGEST_MILLIS);
        long most = Math.round(longest);
        long sinceCommonMoment = Math.floorMod(clock.get().toEpochMilli() + most - origin, apart);
        return Math.max(Math.round(longest * (1 - SPREAD)), most - sinceCommonMoment);
    }
}
