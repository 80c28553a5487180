package io.jenkins.plugins.wedata.client;

import io.jenkins.plugins.wedata.api.Effect;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/**
 * Whether and when a failed attempt is repeated: exponential back-off with full jitter, within a budget of time. A write
 * is repeated only when WeData certainly did nothing.
 *
 * @param base the longest first pause
 * @param cap the longest pause
 * @param budget how long a call may be repeated, from its first attempt
 * @param random gives numbers from 0 to below 1
 */
public record RetryPolicy(Duration base, Duration cap, Duration budget, DoubleSupplier random) {

    private static final int MOST_DOUBTFUL_READS = 3;
    private static final Duration ADDRESS_PAUSE = Duration.ofSeconds(5);
    private static final int MOST_DOUBLINGS = 30;

    /**
     * What production uses: 500 ms to 30 s, for five minutes.
     *
     * @return the policy
     */
    public static RetryPolicy standard() {
        return new RetryPolicy(
                Duration.ofMillis(500),
                Duration.ofSeconds(30),
                Duration.ofMinutes(5),
                () -> ThreadLocalRandom.current().nextDouble());
    }

    /** The same within an account's limits. */
    RetryPolicy within(CallLimits limits) {
        return limits.retryBudget() == null ? this : new RetryPolicy(base, cap, limits.retryBudget(), random);
    }

    /**
     * How long to wait before the next attempt.
     *
     * @param effect whether the call changes something
     * @param outcome what the last attempt came to
     * @param attempts how many were made
     * @param doubtful how many of them ended doubtful, the last included
     * @param elapsed since the first
     * @return the pause, or empty when there is to be no other attempt
     */
    Optional<Duration> nextDelay(
            Effect effect, Outcome.Failed<?> outcome, int attempts, int doubtful, Duration elapsed) {
        if (!mayRepeat(effect, outcome, doubtful)) {
            return Optional.empty();
        }
        Duration longest = base.multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
        Duration pause = jittered(longest.compareTo(cap) < 0 ? longest : cap);
        if (outcome.failure().code().equals(ErrorCodes.IP_LIMIT_EXCEEDED)) {
            pause = pause.plus(ADDRESS_PAUSE);
        }
        return elapsed.plus(pause).compareTo(budget) > 0 ? Optional.empty() : Optional.of(pause);
    }

    private static boolean mayRepeat(Effect effect, Outcome.Failed<?> outcome, int doubtful) {
        if (outcome instanceof Outcome.NotExecuted) {
            return true;
        }
        boolean broken = outcome.failure().code().equals(OutcomeClassifier.BROKEN);
        if (effect == Effect.WRITE || broken || outcome instanceof Outcome.Refused) {
            return false;
        }
        return outcome instanceof Outcome.Unknown || doubtful <= MOST_DOUBTFUL_READS;
    }

    private Duration jittered(Duration longest) {
        return Duration.ofNanos((long) (longest.toNanos() * random.getAsDouble()));
    }
}
