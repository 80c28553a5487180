package io.jenkins.plugins.wedata.rehearsal;

import io.jenkins.plugins.wedata.client.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A clock that a test turns by hand. */
public final class ManualTime implements TimeSource {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<Pending> pending = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public synchronized long nanos() {
        return Duration.between(Instant.EPOCH, now).toNanos();
    }

    @Override
    public synchronized Alarm after(Duration delay, Runnable task) {
        Pending alarm = new Pending(now.plus(delay), task);
        pending.add(alarm);
        notifyAll();
        return () -> cancel(alarm);
    }

    private synchronized void cancel(Pending alarm) {
        pending.remove(alarm);
    }

    /** Waits until so many alarms are set. */
    public synchronized ManualTime awaitAlarms(int count) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (pending.size() < count) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                throw new AssertionError(pending.size() + " alarms are set, not " + count);
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return this;
    }

    /** Lets time pass, and runs what is due. */
    public void pass(Duration span) {
        List<Pending> due;
        synchronized (this) {
            now = now.plus(span);
            due = pending.stream()
                    .filter(alarm -> !alarm.at().isAfter(now))
                    .sorted(Comparator.comparing(Pending::at))
                    .toList();
            pending.removeAll(due);
        }
        due.forEach(alarm -> alarm.task().run());
    }

    private record Pending(Instant at, Runnable task) {}
}
