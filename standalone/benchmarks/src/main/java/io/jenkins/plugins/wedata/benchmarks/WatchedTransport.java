package io.jenkins.plugins.wedata.benchmarks;

import io.jenkins.plugins.wedata.client.TimeSource;
import io.jenkins.plugins.wedata.client.Transport;
import io.jenkins.plugins.wedata.client.WireReply;
import io.jenkins.plugins.wedata.client.WireRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts what goes over a wire. */
final class WatchedTransport implements Transport {

    private static final Pattern JOB = Pattern.compile("\"JobId\":(\\d{1,19})");

    private final Transport wire;
    private final TimeSource time;
    private final Map<String, StartTimes> starts = new ConcurrentHashMap<>();
    private final Map<String, Integer> looks = new ConcurrentHashMap<>();
    private final LongAdder throttled = new LongAdder();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger mostOpen = new AtomicInteger();

    WatchedTransport(Transport wire, TimeSource time) {
        this.wire = wire;
        this.time = time;
    }

    @Override
    public CompletableFuture<WireReply> send(WireRequest request) {
        String action = request.headers().get("X-TC-Action");
        starts.computeIfAbsent(action, name -> new StartTimes()).add(time.nanos());
        if (action.equals("ListBatchDetail")) {
            Matcher job = JOB.matcher(new String(request.body(), StandardCharsets.UTF_8));
            if (job.find()) {
                looks.merge(job.group(1), 1, Integer::sum);
            }
        }
        mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
        CompletableFuture<WireReply> reply = wire.send(request);
        reply.whenComplete((answer, failure) -> {
            open.decrementAndGet();
            if (answer != null && new String(answer.body(), StandardCharsets.UTF_8).contains("LimitExceeded")) {
                throttled.increment();
            }
        });
        return reply;
    }

    @Override
    public void close() {
        wire.close();
    }

    /** When the calls of an action started. */
    StartTimes starts(String action) {
        return starts.getOrDefault(action, new StartTimes());
    }

    /** How often each job was looked at since the last time this was asked. */
    Figures looks() {
        Figures figures = new Figures();
        looks.values().forEach(figures::add);
        looks.clear();
        return figures;
    }

    /** How many calls of all actions started. */
    long count() {
        return starts.values().stream().mapToLong(StartTimes::count).sum();
    }

    long throttled() {
        return throttled.sum();
    }

    int mostOpen() {
        return mostOpen.get();
    }
}
