package io.jenkins.plugins.wedata.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.wedata.client.SteadyRetries;
import io.jenkins.plugins.wedata.client.WeDataClient;
import io.jenkins.plugins.wedata.client.WireReply;
import io.jenkins.plugins.wedata.client.WireRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Ten thousand steps that wait at once: little memory, no threads, and each has its turn. */
@Timeout(300)
class TenThousandWaitsTest {

    private static final int WAITS = 10_000;
    private static final long MOST_BYTES = 4_096;
    private static final Pattern JOB = Pattern.compile("\"JobId\":(\\d+)");
    private static final byte[] RUNNING =
            "{\"Response\":{\"JobStatus\":\"RUNNING\",\"TotalResource\":5,\"RequestId\":\"r\"}}"
                    .getBytes(StandardCharsets.UTF_8);

    private final StepBench bench = new StepBench();
    private final AtomicIntegerArray looks = new AtomicIntegerArray(WAITS);
    private final AtomicInteger calls = new AtomicInteger();
    private final List<Object> alive = new ArrayList<>(2 * WAITS);

    @BeforeEach
    void answer() {
        bench.client.close();
        bench.client = WeDataClient.over(this::running, bench.time, SteadyRetries.policy());
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private CompletableFuture<WireReply> running(WireRequest request) {
        Matcher job = JOB.matcher(new String(request.body(), StandardCharsets.UTF_8));
        assertThat(job.find()).isTrue();
        looks.incrementAndGet(Integer.parseInt(job.group(1)) % WAITS);
        calls.incrementAndGet();
        CompletableFuture<WireReply> reply = new CompletableFuture<>();
        bench.time.after(Duration.ofMillis(10), () -> {
            // Each step looks its key up once a minute, in real time: none comes to this look too late.
            StepBench.handOutKeys();
            reply.complete(new WireReply(200, null, RUNNING));
        });
        return reply;
    }

    @Test
    void eachHoldsUnderFourKilobytesAndNoThreadAndHasItsTurn() throws Exception {
        int few = 200;
        wait(0, few);
        untilEachHasBeenLookedAt(few);
        long before = usedMemory();

        wait(few, WAITS);
        untilEachHasBeenLookedAt(WAITS);

        assertThat((usedMemory() - before) / (WAITS - few)).isLessThan(MOST_BYTES);
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.getName().startsWith("wedata"))
                .hasSizeLessThan(50);
        assertNoneIsPassedOver();
        assertThat(alive).hasSize(2 * WAITS);
    }

    private void assertNoneIsPassedOver() {
        int[] before = IntStream.range(0, WAITS).map(looks::get).toArray();
        int enough = calls.get() + WAITS * 3 / 2;
        bench.time.advanceUntil(() -> calls.get() >= enough, Duration.ofSeconds(2), Duration.ofHours(2));

        assertThat(IntStream.range(0, WAITS).map(i -> looks.get(i) - before[i]))
                .allMatch(more -> more == 1 || more == 2);
    }

    @Test
    void manyStepsThatWaitForTheSameJobLookAtItTogether() throws Exception {
        for (int i = 0; i < 100; i++) {
            waitFor("7");
            bench.time.advance(Duration.ofMillis(137));
        }
        bench.until(() -> alive.stream()
                .filter(StepExecution.class::isInstance)
                .allMatch(step -> ((StepExecution) step).getStatus().contains("RUNNING")));
        pass(Duration.ofMinutes(5));
        int before = calls.get();
        pass(Duration.ofMinutes(10));

        // As many as one of them alone makes.
        assertThat(calls.get() - before).isBetween(20, 25);
    }

    private void pass(Duration length) {
        for (long i = 0; i < length.toSeconds(); i++) {
            bench.time.advance(Duration.ofSeconds(1));
            StepBench.handOutKeys();
        }
    }

    private void wait(int from, int to) throws Exception {
        for (int i = from; i < to; i++) {
            waitFor(String.valueOf(WAITS + i));
        }
    }

    private void waitFor(String job) throws Exception {
        bench.context = bench.new Context();
        alive.add(bench.context);
        alive.add(bench.start(bench.called(new AwaitJobStep(job))));
    }

    private void untilEachHasBeenLookedAt(int count) {
        bench.time.advanceUntil(
                () -> IntStream.range(0, count).allMatch(i -> looks.get(i) > 0),
                Duration.ofSeconds(2),
                Duration.ofHours(2));
    }

    /** Without what the bench notes of each step: it is not the steps'. */
    private long usedMemory() {
        bench.build.forget();
        System.gc();
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
