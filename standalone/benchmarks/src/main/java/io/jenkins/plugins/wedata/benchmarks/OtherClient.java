package io.jenkins.plugins.wedata.benchmarks;

import io.jenkins.plugins.wedata.client.CallListener;
import io.jenkins.plugins.wedata.client.OkHttpTransport;
import io.jenkins.plugins.wedata.client.WeDataClient;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.OkHttpClient;

/** Makes tasks with the same account at an even pace, knows of nobody else, and goes no slower when it is refused. */
final class OtherClient implements AutoCloseable {

    private final WeDataClient client = WeDataClient.over(OkHttpTransport.over(new OkHttpClient.Builder()));
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger calls = new AtomicInteger();

    OtherClient(Bench bench, int callsPerSecond) {
        if (callsPerSecond > 0) {
            clock.scheduleAtFixedRate(
                    () -> call(bench), 0, TimeUnit.SECONDS.toMicros(1) / callsPerSecond, TimeUnit.MICROSECONDS);
        }
    }

    private void call(Bench bench) {
        int number = calls.incrementAndGet();
        client.call(bench.heedless("other" + number), Bench.newTask("other_" + number), CallListener.NONE);
    }

    int calls() {
        return calls.get();
    }

    @Override
    public void close() {
        clock.shutdownNow();
        client.close();
    }
}
