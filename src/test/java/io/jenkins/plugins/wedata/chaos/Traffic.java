package io.jenkins.plugins.wedata.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The starts of calls, over all lives of a controller: never more than 20 of an action within a second. */
final class Traffic {

    private static final int MOST = 20;

    private final Map<String, Deque<Instant>> latest = new HashMap<>();
    private final TreeSet<String> tooFast = new TreeSet<>();

    void started(String action, Instant at) {
        Deque<Instant> before = latest.computeIfAbsent(action, key -> new ArrayDeque<>());
        if (before.size() == MOST) {
            Instant first = before.removeFirst();
            if (Duration.between(first, at).compareTo(Duration.ofSeconds(1)) < 0) {
                tooFast.add("21 calls of " + action + " within a second, from " + first);
            }
        }
        before.addLast(at);
    }

    List<String> findings() {
        return List.copyOf(tooFast);
    }
}
