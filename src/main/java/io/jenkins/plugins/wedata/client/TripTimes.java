package io.jenkins.plugins.wedata.client;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * When a start may be followed by the one that is a whole limit later. The service counts a call when it arrives, some time
 * between start and reply, and a slow machine lets calls arrive closer together than they started. Of a near service every
 * second is counted from the reply, which leaves no doubt and costs next to nothing; so it is with any at first. A far one's
 * replies say less of when a call arrived, so only a trip that was unusually long holds the next one back. Guarded by its
 * lane.
 */
final class TripTimes {

    /** As long as a trip is waited for: a service that does not answer holds nobody back for longer. */
    static final long LONGEST = TimeUnit.SECONDS.toNanos(3);

    /** A second after each start, and some room for calls that travel faster than others. */
    private static final long FROM_START = TimeUnit.MILLISECONDS.toNanos(1_005);

    private static final long FROM_REPLY = TimeUnit.MICROSECONDS.toNanos(1_000_500);
    private static final long NEAR = TimeUnit.MILLISECONDS.toNanos(20);
    /** So many times the usual trip. */
    private static final int UNUSUAL = 4;

    private static final int SAMPLE = 20;

    /** So many trips tell how far the service is. */
    private static final int FIRST = 2 * SAMPLE;

    private final long[] lengths = new long[SAMPLE];
    private long count;

    /** Learns from a trip that has come back. */
    void add(Trip trip) {
        lengths[(int) (count++ % SAMPLE)] = trip.length();
    }

    /**
     * When a trip no longer counts against the limit.
     *
     * @param trip the trip
     * @param now by the same clock
     * @return a moment of that clock; for an open trip it may turn out to be earlier once it ends
     */
    long over(Trip trip, long now) {
        long[] sorted = Arrays.copyOf(lengths, (int) Math.min(count, SAMPLE));
        Arrays.sort(sorted);
        long counted;
        if (count < FIRST || sorted[0] <= NEAR) {
            counted = trip.isOpen() ? LONGEST : trip.length() + FROM_REPLY;
        } else {
            counted = fromAfar(trip, UNUSUAL * sorted[SAMPLE / 2], now);
        }
        return trip.start(now) + Math.min(LONGEST, Math.max(FROM_START, counted));
    }

    private static long fromAfar(Trip trip, long unusual, long now) {
        if (trip.isOpen()) {
            return now - trip.start(now) > unusual ? LONGEST : FROM_START;
        }
        return FROM_START + Math.max(0, trip.length() - unusual);
    }
}
