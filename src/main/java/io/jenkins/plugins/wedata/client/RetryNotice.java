package io.jenkins.plugins.wedata.client;

import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Tells a listener of one call's retries, at most once a minute. */
final class RetryNotice {

    private static final Logger LOGGER = Logger.getLogger(RetryNotice.class.getName());
    private static final long PERIOD = Duration.ofMinutes(1).toNanos();

    private final TimeSource time;
    private final CallListener listener;
    private final String actionName;
    private boolean told;
    private long toldAt;

    RetryNotice(TimeSource time, CallListener listener, String actionName) {
        this.time = time;
        this.listener = listener;
        this.actionName = actionName;
    }

    synchronized void retrying(String reason, Duration delay) {
        long now = time.nanos();
        if (!told || now - toldAt >= PERIOD) {
            told = true;
            toldAt = now;
            guarded(() -> listener.retrying(actionName, reason, delay));
        }
    }

    synchronized void recovered(int attempts) {
        if (told) {
            guarded(() -> listener.recovered(actionName, attempts));
        }
    }

    /** A log that cannot be written to is no reason to lose a call. */
    private static void guarded(Runnable notice) {
        try {
            notice.run();
        } catch (RuntimeException e) {
            LOGGER.log(Level.FINE, "A listener failed", e);
        }
    }
}
