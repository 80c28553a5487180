package io.jenkins.plugins.wedata.benchmarks;

import io.jenkins.plugins.wedata.client.Endpoint;
import io.jenkins.plugins.wedata.client.OkHttpTransport;
import io.jenkins.plugins.wedata.client.RetryPolicy;
import io.jenkins.plugins.wedata.client.SystemTimeSource;
import io.jenkins.plugins.wedata.client.WeDataClient;
import io.jenkins.plugins.wedata.emulator.BuiltInWeData;
import io.jenkins.plugins.wedata.emulator.HttpFrontEnd;
import io.jenkins.plugins.wedata.emulator.Pace;
import io.jenkins.plugins.wedata.operation.Progress;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.OkHttpClient;

/** Builds that all begin at once, each with a batch job, by the real clock and over HTTP on the loopback address. */
final class ManyBuilds {

    private static final int BUILDS = 1_000;
    private static final int TASKS = 50;
    private static final Duration CREATING = Duration.ofSeconds(5);
    private static final Duration EACH_TASK = Duration.ofSeconds(1);
    private static final Duration JOB = CREATING.multipliedBy(2).plus(EACH_TASK.multipliedBy(TASKS));
    private static final double LIMIT = 20;

    private final Table table;
    private final Figures delays = new Figures();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicInteger started = new AtomicInteger();
    private volatile long heap;

    ManyBuilds(Table table) {
        this.table = table;
    }

    void measure() throws IOException {
        try (BuiltInWeData weData = Bench.weData().build();
                HttpFrontEnd front = weData.listen(0);
                SystemTimeSource time = new SystemTimeSource()) {
            weData.switches().pace(Pace.byTime(CREATING, CREATING, EACH_TASK, Duration.ZERO));
            List<String> tasks = Bench.tasks(weData, BUILDS * TASKS);
            WatchedTransport wire = new WatchedTransport(OkHttpTransport.over(new OkHttpClient.Builder()), time);
            try (WeDataClient client = WeDataClient.over(wire, time, RetryPolicy.standard());
                    Threads threads = new Threads()) {
                Instant began = time.now();
                run(new Bench(Endpoint.parse(front.uri().toString())), client, tasks);
                show(wire, threads, Duration.between(began, time.now()));
            }
        }
    }

    private void run(Bench bench, WeDataClient client, List<String> tasks) {
        List<CompletableFuture<?>> builds = new ArrayList<>();
        for (int i = 0; i < BUILDS; i++) {
            List<String> own = tasks.subList(i * TASKS, (i + 1) * TASKS);
            Instant[] since = {Instant.MAX};
            builds.add(Bench.batch(own, "[build " + i + "]", true)
                    .run(bench.session(client), progress -> {
                        if (progress.stage() == Progress.Stage.WRITTEN) {
                            since[0] = progress.since();
                            lookAtTheHeapWhenAllWait();
                        }
                        return CompletableFuture.completedFuture(null);
                    })
                    .handle((result, failure) -> {
                        if (failure != null) {
                            failed.incrementAndGet();
                        }
                        delays.add(Duration.between(
                                                since[0].plus(JOB),
                                                client.timeSource().now())
                                        .toMillis()
                                / 1_000.0);
                        return null;
                    }));
        }
        CompletableFuture.allOf(builds.toArray(CompletableFuture[]::new)).join();
    }

    private void lookAtTheHeapWhenAllWait() {
        if (started.incrementAndGet() == BUILDS) {
            heap = Heap.used();
        }
    }

    private void show(WatchedTransport wire, Threads threads, Duration took) {
        StartTimes starts = wire.starts("BatchCreateTaskVersionAsync");
        StartTimes looks = wire.starts("ListBatchDetail");
        double least = (BUILDS - 1) / LIMIT + JOB.toSeconds();
        Figures polls = wire.looks();
        table.title(String.format(
                "%,d builds at once, each with a batch job of %d tasks (real clock, HTTP on the loopback address)",
                BUILDS, TASKS));
        table.row("Builds that failed", "0", failed.get());
        table.row("Job starts a second", "19.5 to 20", starts.perSecond());
        table.row("Looks a second", "up to 20", looks.perSecond());
        table.row(
                "Most starts of an action within a second",
                "20",
                Math.max(starts.mostWithinASecond(), looks.mostWithinASecond()));
        table.row("Calls that were throttled", "0", wire.throttled());
        table.row(
                String.format("Time of all, seconds (least by the limit: %.1f)", least), "", took.toMillis() / 1_000.0);
        table.row("Delay from a job's end to the step's, median, seconds", "", delays.percentile(0.5));
        table.row(
                "Delay from a job's end to the step's, p99, seconds",
                String.format("%.1f", 1.1 * Math.max(30, BUILDS / LIMIT)),
                delays.percentile(0.99));
        table.row("Heap when all wait, MB, the built-in WeData's 50,000 tasks included", "", heap >> 20);
        table.row("Threads of the plugin and its HTTP library, at the most", "68", threads.most());
        table.row("Calls in flight, at the most", "64", wire.mostOpen());
        table.row("Looks of a wait, least / median / most", "", spread(polls));
    }

    static String spread(Figures figures) {
        return String.format(
                "%.0f / %.0f / %.0f", figures.percentile(0), figures.percentile(0.5), figures.percentile(1));
    }
}
