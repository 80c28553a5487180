package io.jenkins.plugins.wedata.emulator;

import io.jenkins.plugins.wedata.client.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** A clock that stands still until it is turned; what was to run meanwhile runs on the turning thread. */
final class TurnedTime implements TimeSource {

    private record Waiting(Instant at, long order, Runnable task) {}

    private final PriorityQueue<Waiting> waiting =
            new PriorityQueue<>(Comparator.comparing(Waiting::at).thenComparing(Waiting::order));
    private Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private long order;
    private Runnable alarmListener = () -> {};

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
        Waiting entry = new Waiting(now.plus(delay), order++, task);
        waiting.add(entry);
        alarmListener.run();
        return () -> cancel(entry);
    }

    private synchronized void cancel(Waiting entry) {
        waiting.remove(entry);
    }

    /** Hears of each alarm that is set from now on. */
    synchronized void onAlarm(Runnable listener) {
        alarmListener = listener;
    }

    void turn(Duration by) {
        Instant end = now().plus(by);
        for (Waiting next = nextUntil(end); next != null; next = nextUntil(end)) {
            next.task().run();
        }
        synchronized (this) {
            now = end;
        }
    }

    private synchronized Waiting nextUntil(Instant end) {
        if (waiting.isEmpty() || waiting.peek().at().isAfter(end)) {
            return null;
        }
        Waiting next = waiting.remove();
        now = next.at();
        return next;
    }
}
