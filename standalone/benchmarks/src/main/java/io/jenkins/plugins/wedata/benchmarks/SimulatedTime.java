package io.jenkins.plugins.wedata.benchmarks;

import io.jenkins.plugins.wedata.client.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;

/** A clock that goes from alarm to alarm at once, on one thread: hours of waiting take seconds, and are exact. */
final class SimulatedTime implements TimeSource {

    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    private final PriorityQueue<Entry> entries = new PriorityQueue<>();
    private long elapsed;
    private long sequence;

    private record Entry(long due, long number, Runnable task) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            return due == other.due ? Long.compare(number, other.number) : Long.compare(due, other.due);
        }
    }

    @Override
    public Instant now() {
        return START.plusNanos(elapsed);
    }

    @Override
    public long nanos() {
        return elapsed;
    }

    @Override
    public Alarm after(Duration delay, Runnable task) {
        Entry entry = new Entry(elapsed + Math.max(0, delay.toNanos()), sequence++, task);
        entries.add(entry);
        return () -> entries.remove(entry);
    }

    /** Runs everything that is due until then. */
    void runUntil(Instant end) {
        long target = Duration.between(START, end).toNanos();
        while (!entries.isEmpty() && entries.peek().due <= target) {
            Entry next = entries.remove();
            elapsed = Math.max(elapsed, next.due);
            next.task.run();
        }
        elapsed = Math.max(elapsed, target);
    }
}
