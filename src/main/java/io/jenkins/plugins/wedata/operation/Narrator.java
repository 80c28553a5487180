package io.jenkins.plugins.wedata.operation;

import io.jenkins.plugins.wedata.client.CallListener;
import io.jenkins.plugins.wedata.client.TimeSource;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Tells the build log what the calls of one session go through: of each action at most one retry a minute, however many
 * calls of it are under way, and one recovery for a told retry. Safe for many threads.
 */
final class Narrator implements CallListener {

    private static final long PERIOD = Duration.ofMinutes(1).toNanos();

    private final TimeSource time;
    private final ProgressLog log;
    private final Map<String, Told> told = new HashMap<>();

    /** The last retry of an action that was told, and whether its end was told too. */
    private record Told(long at, boolean recovered) {}

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
        Told last = told.get(actionName);
        if (last != null && now - last.at < PERIOD) {
            return false;
        }
        told.put(actionName, new Told(now, false));
        return true;
    }

    @Override
    public void recovered(String actionName, int attempts) {
        if (wasTold(actionName)) {
            log.milestone(Messages.Narrator_Recovered(actionName, String.valueOf(attempts)));
        }
    }

    private synchronized boolean wasTold(String actionName) {
        Told last = told.get(actionName);
        if (last == null || last.recovered) {
            return false;
        }
        told.put(actionName, new Told(last.at, true));
        return true;
    }
}
