package io.jenkins.plugins.wedata.benchmarks;

import io.jenkins.plugins.wedata.client.Endpoint;
import io.jenkins.plugins.wedata.client.RetryPolicy;
import io.jenkins.plugins.wedata.client.WeDataClient;
import io.jenkins.plugins.wedata.emulator.BuiltInWeData;
import io.jenkins.plugins.wedata.emulator.JobSnapshot;
import io.jenkins.plugins.wedata.emulator.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Waits that all go on at once, by a simulated clock and without a wire. */
final class ManyWaits {

    private static final int WAITS = 10_000;
    private static final Duration JOB = Duration.ofHours(2);
    private static final double LIMIT = 20;

    static final String HEAP = "heap of a wait";

    private final Table table;
    private final Measured measured;
    private final SimulatedTime time = new SimulatedTime();
    private final Figures delays = new Figures();
    private int failed;

    ManyWaits(Table table, Measured measured) {
        this.table = table;
        this.measured = measured;
    }

    void measure() {
        try (BuiltInWeData weData = Bench.weData().time(time).build()) {
            weData.switches().pace(Pace.byTime(Duration.ZERO, JOB, Duration.ZERO, Duration.ZERO));
            List<String> task = Bench.tasks(weData, 1);
            WatchedTransport wire = new WatchedTransport(weData.transport(), time);
            Bench bench = new Bench(Endpoint.parse("https://wedata.tencentcloudapi.com"));
            try (WeDataClient client = WeDataClient.over(wire, time, RetryPolicy.standard())) {
                Instant firstStart = time.now();
                startJobs(bench, client, task);
                Instant allStarted = firstStart.plus(Duration.ofMinutes(10));
                time.runUntil(allStarted);
                List<Long> jobs =
                        weData.world().jobs().stream().map(JobSnapshot::jobId).toList();
                // A wait's first looks come at shorter pauses, and load what every wait shares.
                bench.session(client);
                long before = Heap.used();
                List<CompletableFuture<?>> waits = waits(bench, client, jobs, firstStart);
                time.runUntil(allStarted.plus(Duration.ofMinutes(45)));
                double bytes = (Heap.used() - before) / (double) WAITS;
                wire.looks();
                time.runUntil(firstStart.plus(JOB));
                Figures polls = wire.looks();
                time.runUntil(firstStart.plus(JOB).plus(Duration.ofHours(2)));
                show(wire, bytes, polls, waits);
            }
        }
    }

    private void startJobs(Bench bench, WeDataClient client, List<String> task) {
        for (int i = 0; i < WAITS; i++) {
            Bench.batch(task, "", false)
                    .run(bench.session(client), progress -> CompletableFuture.completedFuture(null));
        }
    }

    /** The jobs were started one after the other, at the pace that the limit allows, and end so. */
    private List<CompletableFuture<?>> waits(Bench bench, WeDataClient client, List<Long> jobs, Instant firstStart) {
        List<CompletableFuture<?>> waits = new ArrayList<>();
        double eachSeconds = 1 / 19.6;
        for (int i = 0; i < jobs.size(); i++) {
            Instant end = firstStart.plus(JOB).plusMillis(Math.round(i * eachSeconds * 1_000));
            waits.add(Bench.await(jobs.get(i))
                    .run(bench.session(client), progress -> CompletableFuture.completedFuture(null))
                    .handle((result, failure) -> {
                        if (failure == null) {
                            delays.add(Duration.between(end, time.now()).toMillis() / 1_000.0);
                        } else {
                            failed++;
                        }
                        return null;
                    }));
        }
        return waits;
    }

    private void show(WatchedTransport wire, double bytes, Figures polls, List<CompletableFuture<?>> waits) {
        StartTimes looks = wire.starts("ListBatchDetail");
        long open = waits.stream().filter(wait -> !wait.isDone()).count();
        table.title(String.format("%,d waits at once (simulated clock, in process)", WAITS));
        table.row("Waits that failed or did not end", "0", failed + open);
        measured.add(HEAP, bytes);
        table.row("Heap of a wait, bytes", "4096", bytes);
        table.row("Looks a second", "up to 20", looks.perSecond());
        table.row("Most starts of an action within a second", "20", looks.mostWithinASecond());
        table.row("Calls that were throttled", "0", wire.throttled());
        table.row("Looks of a wait while all wait, least / median / most", "", ManyBuilds.spread(polls));
        table.row("Delay from a job's end to the step's, median, seconds", "", delays.percentile(0.5));
        table.row(
                "Delay from a job's end to the step's, p99, seconds",
                String.format("%.1f", 1.1 * Math.max(30, WAITS / LIMIT)),
                delays.percentile(0.99));
    }
}
