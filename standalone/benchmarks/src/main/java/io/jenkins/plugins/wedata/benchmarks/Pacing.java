package io.jenkins.plugins.wedata.benchmarks;

import io.jenkins.plugins.wedata.client.CallLimits;
import io.jenkins.plugins.wedata.client.Endpoint;
import io.jenkins.plugins.wedata.client.OkHttpTransport;
import io.jenkins.plugins.wedata.client.RetryPolicy;
import io.jenkins.plugins.wedata.client.SystemTimeSource;
import io.jenkins.plugins.wedata.client.WeDataClient;
import io.jenkins.plugins.wedata.emulator.BuiltInWeData;
import io.jenkins.plugins.wedata.emulator.HttpFrontEnd;
import io.jenkins.plugins.wedata.emulator.Pace;
import io.jenkins.plugins.wedata.operation.Operation;
import io.jenkins.plugins.wedata.operation.OperationResult;
import io.jenkins.plugins.wedata.operation.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import okhttp3.OkHttpClient;

/** A release of 500 tasks by the real clock, over HTTP, and at the service's real limits. */
final class Pacing {

    static final String ALONE = "release alone";
    static final String BESIDE = "release beside another client";

    private static final Duration JOB = Duration.ofSeconds(10);
    private static final double POLL_SECONDS = 30;
    private static final int HALF = 10;

    private final Measured measured;
    private final int tasks;

    Pacing(Measured measured, int tasks) {
        this.measured = measured;
        this.tasks = tasks;
    }

    void alone() {
        measure(ALONE, 0);
    }

    void beside() {
        measure(BESIDE, HALF);
    }

    private void measure(String what, int takenByOthers) {
        try (BuiltInWeData weData = Bench.weData().build();
                HttpFrontEnd front = weData.listen(0);
                SystemTimeSource time = new SystemTimeSource()) {
            weData.switches().pace(Pace.byTime(JOB, Duration.ZERO, Duration.ZERO, Duration.ZERO));
            Bench.tasks(weData, 0);
            WatchedTransport wire = new WatchedTransport(OkHttpTransport.over(new OkHttpClient.Builder()), time);
            Bench bench = new Bench(Endpoint.parse(front.uri().toString()));
            try (WeDataClient client = WeDataClient.over(wire, time, RetryPolicy.standard());
                    OtherClient other = new OtherClient(bench, takenByOthers)) {
                long begin = System.nanoTime();
                release(bench.session(client));
                double seconds = (System.nanoTime() - begin) / (double) TimeUnit.SECONDS.toNanos(1);
                double rate = CallLimits.MOST_CALLS_PER_SECOND - takenByOthers;
                double planned = tasks / rate + JOB.toSeconds() + POLL_SECONDS;
                measured.add(what + "/seconds", seconds);
                measured.add(what + "/of the plan", seconds / planned);
                measured.add(what + "/throttled", wire.throttled());
                measured.add(what + "/throttled %", 100.0 * wire.throttled() / wire.count());
                measured.add(what + "/calls of the other", other.calls());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void release(Session session) {
        List<CompletableFuture<OperationResult>> creations = IntStream.range(0, tasks)
                .mapToObj(i -> run(Bench.creation("release_" + i), session))
                .toList();
        List<String> ids = creations.stream()
                .map(creation -> String.valueOf(creation.join().values().get("taskId")))
                .toList();
        run(Bench.batch(ids, "[release]", true), session).join();
    }

    private static CompletableFuture<OperationResult> run(Operation operation, Session session) {
        return operation.run(session, progress -> CompletableFuture.completedFuture(null));
    }
}
