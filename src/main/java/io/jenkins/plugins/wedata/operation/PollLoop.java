package io.jenkins.plugins.wedata.operation;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Pauses and looks, again and again, until a look decides. However often it looks, it keeps no more than its one result:
 * a wait of many hours costs as little as a short one.
 *
 * @param <T> what a look decides
 */
final class PollLoop<T> {

    private final Session session;
    private final Supplier<Duration> pauses;
    private final Supplier<CompletableFuture<Optional<T>>> looks;
    private final CompletableFuture<T> result = new CompletableFuture<>();

    private PollLoop(Session session, Supplier<Duration> pauses, Supplier<CompletableFuture<Optional<T>>> looks) {
        this.session = session;
        this.pauses = pauses;
        this.looks = looks;
    }

    /**
     * Begins with a pause.
     *
     * @param session ends the loop when it is cancelled
     * @param pauses how long to wait before the next look
     * @param looks looks once: completes with what is decided, or with nothing to go on
     * @return completes with what a look decided, or with what a look or a pause failed with
     */
    static <T> CompletableFuture<T> until(
            Session session, Supplier<Duration> pauses, Supplier<CompletableFuture<Optional<T>>> looks) {
        PollLoop<T> loop = new PollLoop<>(session, pauses, looks);
        loop.guarded(loop::pause);
        return loop.result;
    }

    /** Does the same, and begins with a look. */
    static <T> CompletableFuture<T> lookingAtOnce(
            Session session, Supplier<Duration> pauses, Supplier<CompletableFuture<Optional<T>>> looks) {
        PollLoop<T> loop = new PollLoop<>(session, pauses, looks);
        loop.guarded(loop::look);
        return loop.result;
    }

    private void pause() {
        // Neither stage is handed on: a chain of stages would hold every look that ever was.
        Duration pause = pauses.get();
        session.log().looksAgain(session.now().plus(pause));
        session.pause(pause).whenComplete((over, failure) -> {
            if (failure == null) {
                guarded(this::look);
            } else {
                fail(failure);
            }
        });
    }

    private void look() {
        looks.get().whenComplete((decided, failure) -> {
            if (failure != null) {
                fail(failure);
            } else if (decided.isPresent()) {
                result.complete(decided.get());
            } else {
                guarded(this::pause);
            }
        });
    }

    private void fail(Throwable failure) {
        result.completeExceptionally(Async.unwrap(failure));
    }

    /** Whatever goes wrong in here ends the wait: nobody else would hear of it. */
    private void guarded(Runnable round) {
        try {
            round.run();
        } catch (RuntimeException | Error e) {
            result.completeExceptionally(e);
        }
    }
}
