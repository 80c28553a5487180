package io.jenkins.plugins.wedata.steps;

import io.jenkins.plugins.wedata.api.WeDataAction;
import io.jenkins.plugins.wedata.client.Endpoint;
import io.jenkins.plugins.wedata.client.Region;
import io.jenkins.plugins.wedata.environment.ControllerSession;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** What WeData answered to forms a short while ago. However many forms ask the same, one call is under way. */
final class LiveAnswers {

    static final int MOST = 100;
    static final Duration LIFETIME = Duration.ofSeconds(60);
    static final Duration FAILURE_LIFETIME = Duration.ofSeconds(10);

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final LongSupplier nanos;
    private final Duration patience;
    private final Map<Question, Answer> answers = new LinkedHashMap<>();

    /**
     * Those of this controller.
     *
     * @throws CancellationException when Jenkins is ending
     */
    static LiveAnswers current() {
        return ControllerSession.current().shared(LiveAnswers.class, () -> new LiveAnswers(System::nanoTime, PATIENCE));
    }

    /**
     * Holds none yet.
     *
     * @param nanos a clock that only goes forward, by which an answer's age is told
     * @param patience how long someone in front of a form waits for an answer, from the beginning of the call
     */
    LiveAnswers(LongSupplier nanos, Duration patience) {
        this.nanos = nanos;
        this.patience = patience;
    }

    /**
     * What makes two questions the same.
     *
     * @param endpoint where it is asked
     * @param region the region of the call
     * @param credential names the credential and where it is looked up; no part of a key
     * @param action what is asked
     */
    record Question(Endpoint endpoint, Region region, String credential, WeDataAction<?> action) {}

    /**
     * Gives an answer that is fresh enough, or asks.
     *
     * @param question what is asked
     * @param call asks WeData
     * @return empty without an answer in time
     */
    List<String> to(Question question, Supplier<CompletableFuture<List<String>>> call) {
        Answer answer = fresh(question, call);
        try {
            return answer.texts.get(Math.max(0, patience.toNanos() - answer.age()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException | CancellationException e) {
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private Answer fresh(Question question, Supplier<CompletableFuture<List<String>>> call) {
        Answer asked;
        synchronized (this) {
            Answer known = answers.get(question);
            if (known != null && known.isFresh()) {
                return known;
            }
            asked = new Answer();
            // At the end of the line, since what is asked again is wanted.
            answers.remove(question);
            answers.put(question, asked);
            if (answers.size() > MOST) {
                answers.remove(answers.keySet().iterator().next());
            }
        }
        asked.follow(call);
        return asked;
    }

    synchronized int size() {
        return answers.size();
    }

    private final class Answer {

        final CompletableFuture<List<String>> texts = new CompletableFuture<>();
        private final long begun = nanos.getAsLong();
        private volatile long ended;

        void follow(Supplier<CompletableFuture<List<String>>> call) {
            try {
                call.get().whenComplete(this::end);
            } catch (RuntimeException e) {
                end(null, e);
            }
        }

        private void end(List<String> found, Throwable failure) {
            ended = nanos.getAsLong();
            if (failure == null) {
                texts.complete(found);
            } else {
                texts.completeExceptionally(failure);
            }
        }

        /** A call that nothing is heard of is given up after a while too. */
        boolean isFresh() {
            if (!texts.isDone()) {
                return age() < LIFETIME.toNanos();
            }
            return nanos.getAsLong() - ended
                    < (texts.isCompletedExceptionally() ? FAILURE_LIFETIME : LIFETIME).toNanos();
        }

        long age() {
            return nanos.getAsLong() - begun;
        }
    }
}
