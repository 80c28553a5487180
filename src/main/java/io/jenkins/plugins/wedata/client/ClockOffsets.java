package io.jenkins.plugins.wedata.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How far each endpoint's clock is ahead of this controller's, as far as a refused signature made it known. */
final class ClockOffsets {

    /** WeData bears five minutes; a {@code Date} is cut to seconds and some time old. */
    static final Duration SIGNIFICANT = Duration.ofMinutes(5).minusSeconds(2);

    private final Map<Endpoint, Duration> offsets = new ConcurrentHashMap<>();

    Duration of(Endpoint endpoint) {
        return offsets.getOrDefault(endpoint, Duration.ZERO);
    }

    /**
     * Learns from a refused signature.
     *
     * @param endpoint whose clock
     * @param server its time
     * @param local this controller's time at the same moment
     * @param used the offset that the refused attempt was signed with
     * @return whether that offset was wrong by so much that another attempt is worth while
     */
    boolean correct(Endpoint endpoint, Instant server, Instant local, Duration used) {
        Duration offset = Duration.between(local, server);
        if (offset.minus(used).abs().compareTo(SIGNIFICANT) < 0) {
            return false;
        }
        offsets.put(endpoint, offset);
        return true;
    }
}
