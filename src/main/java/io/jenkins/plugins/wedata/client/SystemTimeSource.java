package io.jenkins.plugins.wedata.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The real clock, with two threads for all alarms. */
public final class SystemTimeSource implements TimeSource, AutoCloseable {

    private static final Logger LOGGER = Logger.getLogger(SystemTimeSource.class.getName());
    private static final int THREADS = 2;

    private final Clock clock = Clock.systemUTC();
    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(
            THREADS, new DaemonThreads("wedata-timer-"), new ThreadPoolExecutor.DiscardPolicy());

    /** Starts no thread before the first alarm. */
    public SystemTimeSource() {
        executor.setRemoveOnCancelPolicy(true);
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public Alarm after(Duration delay, Runnable task) {
        Future<?> scheduled =
                executor.schedule(() -> runLogged(task), Math.max(0, delay.toNanos()), TimeUnit.NANOSECONDS);
        return () -> scheduled.cancel(false);
    }

    private static void runLogged(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "An alarm failed", e);
        }
    }

    /** Lets go of the threads; alarms that have not gone off never will. */
    @Override
    public void close() {
        executor.shutdownNow();
    }
}
