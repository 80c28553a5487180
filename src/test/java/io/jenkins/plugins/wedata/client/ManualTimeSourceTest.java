package io.jenkins.plugins.wedata.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ManualTimeSourceTest {

    private final ManualTimeSource time = new ManualTimeSource();
    private final List<String> ran = new ArrayList<>();

    private void set(String name, long millis) {
        time.after(
                Duration.ofMillis(millis),
                () -> ran.add(name + "@" + time.elapsed().toMillis()));
    }

    @Test
    void alarmsGoOffInOrderEachAtItsTime() {
        set("late", 30);
        set("early", 10);
        set("same as early", 10);
        set("never", 1_000);

        time.advance(Duration.ofMillis(50));

        assertThat(ran).containsExactly("early@10", "same as early@10", "late@30");
        assertThat(time.elapsed()).isEqualTo(Duration.ofMillis(50));
        assertThat(time.now()).isEqualTo(ManualTimeSource.START.plusMillis(50));
        assertThat(time.alarms()).isEqualTo(1);
    }

    @Test
    void anAlarmMaySetAnother() {
        time.after(Duration.ofMillis(10), () -> set("second", 10));

        time.advance(Duration.ofMillis(50));

        assertThat(ran).containsExactly("second@20");
    }

    @Test
    void aJumpRunsAlarmsTooLate() {
        set("one", 10);
        set("two", 30);

        time.jump(Duration.ofMillis(50));

        assertThat(ran).containsExactly("one@50", "two@50");
    }

    @Test
    void aCancelledAlarmDoesNotGoOff() {
        time.after(Duration.ofMillis(10), () -> ran.add("cancelled")).cancel();

        time.advance(Duration.ofMillis(50));

        assertThat(ran).isEmpty();
    }

    @Test
    void timeGoesOnUntilSomethingIsDone() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        time.after(Duration.ofSeconds(3), () -> done.complete(null));

        time.advanceUntil(done, Duration.ofSeconds(1), Duration.ofSeconds(10));

        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(3));
        assertThatThrownBy(() ->
                        time.advanceUntil(new CompletableFuture<>(), Duration.ofSeconds(1), Duration.ofSeconds(2)))
                .isInstanceOf(AssertionError.class);
    }
}
