package io.jenkins.plugins.wedata.benchmarks;

import io.jenkins.plugins.wedata.client.CallListener;
import io.jenkins.plugins.wedata.client.Endpoint;
import io.jenkins.plugins.wedata.client.OkHttpTransport;
import io.jenkins.plugins.wedata.client.RetryPolicy;
import io.jenkins.plugins.wedata.client.SystemTimeSource;
import io.jenkins.plugins.wedata.client.WeDataClient;
import io.jenkins.plugins.wedata.emulator.BuiltInWeData;
import io.jenkins.plugins.wedata.emulator.HttpFrontEnd;
import io.jenkins.plugins.wedata.emulator.Pace;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import okhttp3.OkHttpClient;

/** The same 10,000 waits for half a minute by the real clock and over HTTP: how many threads they need. */
final class RealWaits {

    static final String WHAT = "real waits";

    private static final int WAITS = 10_000;
    private static final Duration LOOKING = Duration.ofSeconds(25);

    private final Measured measured;

    RealWaits(Measured measured) {
        this.measured = measured;
    }

    void measure() throws IOException {
        try (BuiltInWeData weData = Bench.weData().build();
                HttpFrontEnd front = weData.listen(0);
                SystemTimeSource time = new SystemTimeSource()) {
            weData.switches().pace(Pace.byTime(Duration.ZERO, Duration.ofHours(1), Duration.ZERO, Duration.ZERO));
            WatchedTransport wire = new WatchedTransport(OkHttpTransport.over(new OkHttpClient.Builder()), time);
            Bench bench = new Bench(Endpoint.parse(front.uri().toString()));
            long[] jobs = jobs(weData, bench);
            try (WeDataClient client = WeDataClient.over(wire, time, RetryPolicy.standard());
                    Threads threads = new Threads()) {
                for (long job : jobs) {
                    Bench.await(job).run(bench.session(client), progress -> CompletableFuture.completedFuture(null));
                }
                long end = System.nanoTime() + LOOKING.toNanos();
                while (System.nanoTime() < end) {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
                }
                measured.add(WHAT + "/threads", threads.most());
                measured.add(WHAT + "/calls in flight", wire.mostOpen());
                measured.add(WHAT + "/threads beyond calls", Math.max(0, threads.most() - wire.mostOpen()));
                measured.add(
                        WHAT + "/starts within a second",
                        wire.starts("ListBatchDetail").mostWithinASecond());
                measured.add(WHAT + "/throttled", wire.throttled());
            }
        }
    }

    /** Started as fast as they go, with the service's limit away for that long. */
    private static long[] jobs(BuiltInWeData weData, Bench bench) {
        List<String> task = Bench.tasks(weData, 1);
        weData.switches().callsPerSecond(Integer.MAX_VALUE);
        try (WeDataClient starter = WeDataClient.over(weData.transport())) {
            for (int i = 0; i < WAITS; i++) {
                starter.call(bench.heedless("wait" + i), Bench.newJob(task, ""), CallListener.NONE)
                        .join();
            }
        }
        weData.switches().callsPerSecond(20);
        return weData.world().jobs().stream().mapToLong(job -> job.jobId()).toArray();
    }
}
