package io.jenkins.plugins.wedata.client;

import io.jenkins.plugins.wedata.api.Effect;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a call's attempts have been like so far, and whether there is to be another. */
final class Attempts {

    private final CallTools tools;
    private final Endpoint endpoint;
    private final RetryPolicy retryPolicy;
    private int made;
    private int doubtful;
    private long firstAt;
    private Duration offset = Duration.ZERO;
    private ApiKey key;
    private boolean clockCorrected;
    private boolean keyRenewed;

    Attempts(CallTools tools, Account account) {
        this.tools = tools;
        this.endpoint = account.endpoint();
        this.retryPolicy = tools.retryPolicy().within(account.limits());
    }

    synchronized int made() {
        return made;
    }

    /**
     * Counts an attempt.
     *
     * @param usedKey signs it
     * @return the time by the endpoint's clock, as far as that is known
     */
    synchronized Instant begin(ApiKey usedKey) {
        if (made++ == 0) {
            firstAt = tools.time().nanos();
        }
        key = usedKey;
        offset = tools.clockOffsets().of(endpoint);
        return tools.time().now().plus(offset);
    }

    synchronized Optional<Duration> nextDelay(Effect effect, Outcome.Failed<?> failed) {
        if (failed instanceof Outcome.Doubtful) {
            doubtful++;
        }
        Duration elapsed = Duration.ofNanos(tools.time().nanos() - firstAt);
        return retryPolicy.nextDelay(effect, failed, made, doubtful, elapsed);
    }

    /**
     * Learns the endpoint's time from a refused signature, once.
     *
     * @param date the time of the refusal by the endpoint's clock, when it gave one
     * @return whether another attempt has a chance
     */
    synchronized boolean correctClock(Optional<Instant> date) {
        if (clockCorrected || date.isEmpty()) {
            return false;
        }
        clockCorrected = true;
        return tools.clockOffsets().correct(endpoint, date.get(), tools.time().now(), offset);
    }

    /** How far the endpoint's clock is known to be ahead of this controller's. */
    Duration offset() {
        return tools.clockOffsets().of(endpoint);
    }

    synchronized boolean mayRenewKey() {
        boolean first = !keyRenewed;
        keyRenewed = true;
        return first;
    }

    synchronized ApiKey lastKey() {
        return key;
    }
}
