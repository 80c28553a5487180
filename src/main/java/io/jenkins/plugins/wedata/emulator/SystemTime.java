package io.jenkins.plugins.wedata.emulator;

import io.jenkins.plugins.wedata.client.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The machine's own clock, and one daemon thread for what is to happen later. */
final class SystemTime implements TimeSource, AutoCloseable {

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "wedata-emulator-timer");
        thread.setDaemon(true);
        return thread;
    });

    SystemTime() {
        timer.setRemoveOnCancelPolicy(true);
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public Alarm after(Duration delay, Runnable task) {
        Future<?> waiting = timer.schedule(task, Math.max(0, delay.toNanos()), TimeUnit.NANOSECONDS);
        return () -> waiting.cancel(false);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
