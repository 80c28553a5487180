package io.jenkins.plugins.wedata.client;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Duration;

/**
 * What an administrator allows calls to take, below what the service and the client allow anyway.
 *
 * @param retryBudget how long a call may be repeated, from its first attempt; null for the client's own
 * @param callsPerSecond how many calls of an action may start within a second
 */
public record CallLimits(@CheckForNull Duration retryBudget, int callsPerSecond) {

    /** The service's own limit: calls of one action a second. */
    public static final int MOST_CALLS_PER_SECOND = 20;

    /** Nothing below what the service and the client allow. */
    public static final CallLimits STANDARD = new CallLimits(null, MOST_CALLS_PER_SECOND);

    /** Refuses what the service would not bear. */
    public CallLimits {
        if (callsPerSecond < 1 || callsPerSecond > MOST_CALLS_PER_SECOND) {
            throw new IllegalArgumentException(callsPerSecond + " calls a second");
        }
    }
}
