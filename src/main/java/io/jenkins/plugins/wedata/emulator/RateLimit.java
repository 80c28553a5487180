package io.jenkins.plugins.wedata.emulator;

import io.jenkins.plugins.wedata.client.TimeSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** So many calls of one action in any second for one account. A refused call does not count. */
final class RateLimit {

    private static final long SECOND = 1_000_000_000L;

    private record Counted(String uin, String action) {}

    private final TimeSource time;
    private final Switches switches;
    private final Map<Counted, Deque<Long>> admitted = new HashMap<>();

    RateLimit(TimeSource time, Switches switches) {
        this.time = time;
        this.switches = switches;
    }

    /**
     * Counts a call.
     *
     * @throws ServiceError when it is one too many
     */
    synchronized void admit(String uin, String action) {
        long now = time.nanos();
        Deque<Long> lately = admitted.computeIfAbsent(new Counted(uin, action), key -> new ArrayDeque<>());
        while (!lately.isEmpty() && now - lately.peekFirst() >= SECOND) {
            lately.removeFirst();
        }
        int limit = switches.callsPerSecond();
        if (lately.size() >= limit) {
            throw new ServiceError(
                    switches.throttleCode(),
                    "Your current request times equals to " + (lately.size() + 1) + " in a second, which exceeds the"
                            + " frequency limit " + limit + " for a second. Please reduce the frequency of calls.");
        }
        lately.addLast(now);
    }
}
