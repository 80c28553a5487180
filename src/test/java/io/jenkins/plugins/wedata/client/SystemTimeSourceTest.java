package io.jenkins.plugins.wedata.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SystemTimeSourceTest {

    private final SystemTimeSource time = new SystemTimeSource();

    @AfterEach
    void close() {
        time.close();
    }

    private Thread threadOfAnAlarm() throws Exception {
        CompletableFuture<Thread> thread = new CompletableFuture<>();
        time.after(Duration.ZERO, () -> thread.complete(Thread.currentThread()));
        return thread.get(60, TimeUnit.SECONDS);
    }

    @Test
    void theClockIsTheSystems() {
        assertThat(time.now()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
        long before = time.nanos();
        assertThat(time.nanos() - before).isNotNegative();
    }

    @Test
    void anAlarmGoesOffNotBeforeItsTimeOnADaemonThreadOfTheClients() throws Exception {
        CompletableFuture<Long> wentOff = new CompletableFuture<>();
        long set = time.nanos();
        time.after(Duration.ofMillis(20), () -> wentOff.complete(time.nanos()));

        assertThat(wentOff.get(60, TimeUnit.SECONDS) - set)
                .isGreaterThanOrEqualTo(Duration.ofMillis(20).toNanos());
        assertThat(threadOfAnAlarm().getName()).startsWith("wedata-timer-");
        assertThat(threadOfAnAlarm().isDaemon()).isTrue();
    }

    @Test
    void anAlarmInThePastGoesOffAtOnce() throws Exception {
        CompletableFuture<Void> wentOff = new CompletableFuture<>();
        time.after(Duration.ofSeconds(-5), () -> wentOff.complete(null));

        wentOff.get(60, TimeUnit.SECONDS);
    }

    @Test
    void aCancelledAlarmDoesNotGoOff() throws Exception {
        CompletableFuture<Void> cancelled = new CompletableFuture<>();
        CompletableFuture<Void> later = new CompletableFuture<>();
        time.after(Duration.ofMillis(50), () -> cancelled.complete(null)).cancel();
        time.after(Duration.ofMillis(100), () -> later.complete(null));

        later.get(60, TimeUnit.SECONDS);
        assertThat(cancelled).isNotDone();
    }

    @Test
    void anAlarmThatFailsStopsNoOther() throws Exception {
        time.after(Duration.ZERO, () -> {
            throw new IllegalStateException("as the test wants");
        });

        assertThat(threadOfAnAlarm()).isNotNull();
    }

    @Test
    void closingEndsTheThreadsAndLaterAlarmsAreIgnored() throws Exception {
        Thread thread = threadOfAnAlarm();

        time.close();

        thread.join(60_000);
        assertThat(thread.isAlive()).isFalse();
        time.after(Duration.ZERO, () -> {}).cancel();
    }

    @Test
    void aClientLetsGoOfTheTimeThatItMade() throws Exception {
        CompletableFuture<Thread> thread = new CompletableFuture<>();
        try (WeDataClient client = WeDataClient.over(new ScriptedTransport())) {
            client.timeSource().after(Duration.ZERO, () -> thread.complete(Thread.currentThread()));
            thread.get(60, TimeUnit.SECONDS);
        }

        thread.join().join(60_000);
        assertThat(List.of(thread.join())).noneMatch(Thread::isAlive);
    }
}
