package io.jenkins.plugins.wedata.operation;

import io.jenkins.plugins.wedata.client.CallListener;
import io.jenkins.plugins.wedata.client.TimeSource;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Tells the build log what the calls of one session go through: of each action at most one retry a minute, however many
 * calls of it are under way, and one recovery for a told retry. Safe for many threads.
 */
final class Narrator implements CallListener {

    private static final long PERIOD = Duration.ofMinutes(1).toNanos();

    private final TimeSource time;
    private final ProgressLog log;
    private final Map<String, Long> toldAt = new HashMap<>();
    private final Set<String> unrecovered = new HashSet<>();

    Narrator(TimeSource time, ProgressLog log) {
        this.time = time;
        this.log = log;
    }

    @Override
    public void retrying(String actionName, String reason, Duration delay) {
        if (isDue(actionName)) {
            log.milestone(
                    delay.isZero()
                            ? Messages.Narrator_RetriesNow(actionName, reason)
                            : Messages.Narrator_Retries(actionName, reason, Durations.inWords(delay)));
        }
    }

    private synchronized boolean isDue(String actionName) {
        long now = time.nanos();
        Long last = toldAt.get(actionName);
        if (last != null && now - last < PERIOD) {
            return false;
        }
        toldAt.put(actionName, now);
        unrecovered.add(actionName);
        return true;
    }

    @Override
    public void recovered(String actionName, int attempts) {
        if (wasTold(actionName)) {
            log.milestone(Messages.Narrator_Recovered(actionName, String.valueOf(attempts)));
        }
    }

    private synchronized boolean wasTold(String actionName) {
        return unrecovered.remove(actionName);
    }
}
