package io.jenkins.plugins.wedata.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PollLoopTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Bench bench = new Bench();
    private final AtomicInteger looks = new AtomicInteger();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void itLooksUntilALookDecides() {
        CompletableFuture<String> wait = PollLoop.until(bench.session, () -> SECOND, () -> look(3, "there"));
        assertThat(looks).hasValue(0);
        bench.time.advance(Duration.ofSeconds(2));
        assertThat(wait).isNotDone();
        bench.time.advance(SECOND);
        assertThat(wait).isCompletedWithValue("there");
        bench.time.advance(Duration.ofMinutes(1));
        assertThat(looks).hasValue(3);
        assertThat(bench.time.alarms()).isZero();
    }

    @Test
    void itMayLookAtOnce() {
        CompletableFuture<String> wait = PollLoop.lookingAtOnce(bench.session, () -> SECOND, () -> look(1, "there"));
        assertThat(wait).isCompletedWithValue("there");
    }

    @Test
    void aHundredThousandRoundsNeitherDeepenTheStackNorHangOnToTheResult() {
        CompletableFuture<String> wait = PollLoop.until(bench.session, () -> SECOND, () -> look(100_000, "there"));
        bench.time.advance(Duration.ofSeconds(99_999));
        assertThat(looks).hasValue(99_999);
        assertThat(wait.getNumberOfDependents()).isZero();
        assertThat(bench.time.alarms()).isEqualTo(1);
        bench.time.advance(SECOND);
        assertThat(wait).isCompletedWithValue("there");
    }

    @Test
    void aFailedLookEndsTheWaitWithItsOwnFailure() {
        IllegalStateException failure = new IllegalStateException("gone");
        CompletableFuture<String> wait = PollLoop.until(
                bench.session,
                () -> SECOND,
                () -> CompletableFuture.<Void>failedFuture(failure).thenApply(nothing -> Optional.empty()));
        bench.time.advance(SECOND);
        assertThat(wait.handle((result, cause) -> cause)).isCompletedWithValue(failure);
    }

    @Test
    void aLookThatThrowsEndsTheWaitToo() {
        IllegalStateException failure = new IllegalStateException("gone");
        CompletableFuture<String> wait = PollLoop.until(bench.session, () -> SECOND, () -> {
            throw failure;
        });
        bench.time.advance(SECOND);
        assertThat(wait.handle((result, cause) -> cause)).isCompletedWithValue(failure);
        assertThat(bench.time.alarms()).isZero();
    }

    @Test
    void theEndOfTheSessionEndsTheWait() {
        CompletableFuture<String> wait = PollLoop.until(bench.session, () -> SECOND, () -> look(9, "there"));
        bench.time.advance(SECOND);
        bench.session.cancel();
        assertThat(wait.handle((result, cause) -> cause).join()).isInstanceOf(CancellationException.class);
        bench.time.advance(Duration.ofMinutes(1));
        assertThat(looks).hasValue(1);
        assertThat(bench.time.alarms()).isZero();
    }

    private CompletableFuture<Optional<String>> look(int decisive, String decision) {
        boolean decided = looks.incrementAndGet() == decisive;
        return CompletableFuture.completedFuture(decided ? Optional.of(decision) : Optional.empty());
    }
}
