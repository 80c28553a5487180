package io.jenkins.plugins.wedata.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.wedata.api.Effect;
import io.jenkins.plugins.wedata.client.CallException.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

    private static final Failure THROTTLED = new Failure("RequestLimitExceeded", "", null, "", null);
    private static final Outcome.NotExecuted<?> NOT_EXECUTED = new Outcome.NotExecuted<>(THROTTLED);
    private static final Outcome.Unknown<?> UNKNOWN = new Outcome.Unknown<>(THROTTLED);
    private static final Outcome.Doubtful<?> DOUBTFUL = new Outcome.Doubtful<>(THROTTLED);
    private static final Outcome.Refused<?> REFUSED = new Outcome.Refused<>(THROTTLED);

    private static RetryPolicy with(double random) {
        return new RetryPolicy(Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofMinutes(5), () -> random);
    }

    private static Optional<Duration> next(RetryPolicy policy, Outcome.Failed<?> outcome, int attempts) {
        return policy.nextDelay(Effect.READ, outcome, attempts, 0, Duration.ZERO);
    }

    @Test
    void thePauseDoublesFromHalfASecondToThirtySeconds() {
        List<Long> pauses = IntStream.of(1, 2, 3, 4, 5, 6, 7, 8, 100, Integer.MAX_VALUE)
                .mapToObj(attempt ->
                        next(with(1), NOT_EXECUTED, attempt).orElseThrow().toMillis())
                .toList();

        assertThat(pauses)
                .containsExactly(500L, 1_000L, 2_000L, 4_000L, 8_000L, 16_000L, 30_000L, 30_000L, 30_000L, 30_000L);
    }

    @Test
    void theWholePauseIsLeftToChance() {
        assertThat(next(with(0), NOT_EXECUTED, 5)).contains(Duration.ZERO);
        assertThat(next(with(0.25), NOT_EXECUTED, 5)).contains(Duration.ofSeconds(2));
    }

    @Test
    void theStandardIsHalfASecondToThirtySecondsForFiveMinutes() {
        RetryPolicy standard = RetryPolicy.standard();

        assertThat(standard.base()).isEqualTo(Duration.ofMillis(500));
        assertThat(standard.cap()).isEqualTo(Duration.ofSeconds(30));
        assertThat(standard.budget()).isEqualTo(Duration.ofMinutes(5));
        for (int i = 0; i < 1_000; i++) {
            assertThat(next(standard, NOT_EXECUTED, 1).orElseThrow()).isLessThan(Duration.ofMillis(500));
        }
    }

    @Test
    void noPauseReachesBeyondTheBudget() {
        Duration almost = Duration.ofMinutes(5).minusMillis(500);

        assertThat(with(1).nextDelay(Effect.READ, NOT_EXECUTED, 1, 0, almost)).isPresent();
        assertThat(with(1).nextDelay(Effect.READ, NOT_EXECUTED, 1, 0, almost.plusMillis(1)))
                .isEmpty();
    }

    @Test
    void aWriteIsRepeatedOnlyWhenNothingWasDone() {
        for (Outcome.Failed<?> outcome : List.of(UNKNOWN, DOUBTFUL, REFUSED)) {
            assertThat(with(1).nextDelay(Effect.WRITE, outcome, 1, 1, Duration.ZERO))
                    .isEmpty();
        }
        assertThat(with(1).nextDelay(Effect.WRITE, NOT_EXECUTED, 1, 0, Duration.ZERO))
                .isPresent();
    }

    @Test
    void aReadIsRepeatedUnlessItIsRefused() {
        assertThat(next(with(1), UNKNOWN, 50)).isPresent();
        assertThat(next(with(1), NOT_EXECUTED, 50)).isPresent();
        assertThat(next(with(1), REFUSED, 1)).isEmpty();
    }

    @Test
    void onlyDoubtfulAttemptsCountAgainstADoubtfulRead() {
        assertThat(with(1).nextDelay(Effect.READ, DOUBTFUL, 40, 3, Duration.ZERO))
                .isPresent();
        assertThat(with(1).nextDelay(Effect.READ, DOUBTFUL, 4, 4, Duration.ZERO))
                .isEmpty();
    }

    @Test
    void anAddressThatCallsTooOftenPausesFiveSecondsAtLeast() {
        Outcome.NotExecuted<?> address =
                new Outcome.NotExecuted<>(new Failure(ErrorCodes.IP_LIMIT_EXCEEDED, "", null, "", null));

        assertThat(next(with(0), address, 1)).contains(Duration.ofSeconds(5));
    }
}
