package io.jenkins.plugins.wedata.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts, many times a second, the threads of the plugin and of its HTTP library. */
final class Threads implements AutoCloseable {

    private static final long EVERY_MILLIS = 20;

    private final AtomicInteger most = new AtomicInteger();
    private final ScheduledExecutorService counter = Executors.newSingleThreadScheduledExecutor();
    private final ThreadMXBean all = ManagementFactory.getThreadMXBean();

    Threads() {
        counter.scheduleWithFixedDelay(
                () -> most.accumulateAndGet(now(), Math::max), 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private int now() {
        return (int) Arrays.stream(all.getThreadInfo(all.getAllThreadIds()))
                .filter(Objects::nonNull)
                .map(ThreadInfo::getThreadName)
                .filter(name -> name.startsWith("wedata-") || name.startsWith("OkHttp"))
                // The server's.
                .filter(name -> !name.startsWith("wedata-emulator-"))
                .count();
    }

    int most() {
        return most.get();
    }

    @Override
    public void close() {
        counter.shutdownNow();
    }
}
