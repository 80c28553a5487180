package io.jenkins.plugins.wedata.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** When the calls of one action started. Safe for many threads. */
final class StartTimes {

    private static final double SECOND = TimeUnit.SECONDS.toNanos(1);

    private final List<Long> nanos = new ArrayList<>();

    synchronized void add(long now) {
        nanos.add(now);
    }

    synchronized int count() {
        return nanos.size();
    }

    /** Calls a second from the first to the last. */
    synchronized double perSecond() {
        return nanos.size() < 2 ? 0 : (nanos.size() - 1) * SECOND / (nanos.get(nanos.size() - 1) - nanos.get(0));
    }

    /** How many started within any one second at the most. */
    synchronized int mostWithinASecond() {
        int most = 0;
        int first = 0;
        for (int last = 0; last < nanos.size(); last++) {
            while (nanos.get(last) - nanos.get(first) >= SECOND) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }
}
