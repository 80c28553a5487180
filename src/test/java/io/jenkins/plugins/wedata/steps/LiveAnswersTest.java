package io.jenkins.plugins.wedata.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.wedata.api.ListProjects;
import io.jenkins.plugins.wedata.client.Endpoint;
import io.jenkins.plugins.wedata.client.ManualTimeSource;
import io.jenkins.plugins.wedata.client.Region;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class LiveAnswersTest {

    private static final Duration GENEROUS = Duration.ofMinutes(1);

    private final ManualTimeSource time = new ManualTimeSource();
    private final LiveAnswers answers = new LiveAnswers(time::nanos, GENEROUS);
    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void noMoreIsKeptThanCanBeBorne() {
        for (int i = 0; i < 3 * LiveAnswers.MOST; i++) {
            answers.to(question("c" + i), answered("a"));
        }
        assertThat(answers.size()).isEqualTo(LiveAnswers.MOST);
        int before = calls.get();
        answers.to(question("c" + (3 * LiveAnswers.MOST - 1)), answered("b"));
        assertThat(calls).as("the youngest are kept").hasValue(before);
        answers.to(question("c0"), answered("b"));
        assertThat(calls).as("the oldest are not").hasValue(before + 1);
    }

    @Test
    void whatIsAskedAgainIsNotTheFirstToGo() {
        answers.to(question("wanted"), answered("a"));
        time.advance(LiveAnswers.LIFETIME);
        for (int i = 1; i < LiveAnswers.MOST; i++) {
            answers.to(question("c" + i), answered("a"));
        }
        answers.to(question("wanted"), answered("b"));
        answers.to(question("one more"), answered("a"));
        int before = calls.get();
        assertThat(answers.to(question("wanted"), answered("c"))).containsExactly("b");
        assertThat(calls).hasValue(before);
    }

    @Test
    void nothingIsThrownWhenTheCallCannotEvenBegin() {
        Supplier<CompletableFuture<List<String>>> broken = () -> {
            calls.incrementAndGet();
            throw new IllegalStateException("no client");
        };
        assertThat(answers.to(question("c"), broken)).isEmpty();
        assertThat(answers.to(question("c"), broken)).isEmpty();
        assertThat(calls).as("remembered").hasValue(1);
    }

    @Test
    void aCallThatNothingIsHeardOfIsGivenUpInTheEnd() {
        LiveAnswers hurried = new LiveAnswers(time::nanos, Duration.ZERO);
        assertThat(hurried.to(question("c"), CompletableFuture::new)).isEmpty();
        time.advance(LiveAnswers.LIFETIME);
        hurried.to(question("c"), answered("a"));
        assertThat(hurried.to(question("c"), answered("b"))).containsExactly("a");
    }

    @Test
    void whoComesLateDoesNotWaitForALongCall() {
        answers.to(question("other"), answered("a"));
        CompletableFuture<List<String>> call = new CompletableFuture<>();
        LiveAnswers hurried = new LiveAnswers(time::nanos, Duration.ZERO);
        hurried.to(question("c"), () -> call);
        time.advance(GENEROUS.minusSeconds(1));
        assertThat(hurried.to(question("c"), answered("b"))).isEmpty();
        call.complete(List.of("late"));
        assertThat(hurried.to(question("c"), answered("b"))).containsExactly("late");
    }

    @Test
    void whoIsInterruptedWhileWaitingLearnsOfIt() {
        Thread.currentThread().interrupt();
        assertThat(answers.to(question("c"), CompletableFuture::new)).isEmpty();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aCancelledCallIsAFailure() {
        CompletableFuture<List<String>> call = new CompletableFuture<>();
        call.cancel(false);
        assertThat(answers.to(question("c"), () -> call)).isEmpty();
        time.advance(LiveAnswers.FAILURE_LIFETIME);
        assertThat(answers.to(question("c"), answered("a"))).containsExactly("a");
    }

    private Supplier<CompletableFuture<List<String>>> answered(String text) {
        return () -> {
            calls.incrementAndGet();
            return CompletableFuture.completedFuture(List.of(text));
        };
    }

    private static LiveAnswers.Question question(String credential) {
        return new LiveAnswers.Question(
                Endpoint.parse("https://wedata.example"),
                new Region("ap-guangzhou"),
                credential,
                new ListProjects(null, null, null, null, 1L, 200L));
    }
}
