package io.jenkins.plugins.wedata.client;

import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** A clock that stands still until a test turns it. Any thread may ask it and set alarms. */
public final class ManualTimeSource implements TimeSource {

    /** Where the clock stands at first. */
    public static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    private static final long REAL_PATIENCE_MILLIS = 5;

    /** Threads of a busy machine may stand still while the clock is turned for hours. */
    private static final long LEAST_REAL_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final PriorityQueue<Task> tasks = new PriorityQueue<>();
    private long elapsed;
    private long sequence;
    private volatile Runnable beforeEachTurn = () -> {};

    @Override
    public synchronized Instant now() {
        return START.plusNanos(elapsed);
    }

    @Override
    public synchronized long nanos() {
        // Near the end of the range, so that whoever compares such numbers instead of their difference is found out.
        return Long.MAX_VALUE - TimeUnit.MINUTES.toNanos(1) + elapsed;
    }

    @Override
    public synchronized Alarm after(Duration delay, Runnable task) {
        Task entry = new Task(elapsed + Math.max(0, delay.toNanos()), sequence++, task);
        tasks.add(entry);
        return () -> forget(entry);
    }

    private synchronized void forget(Task entry) {
        tasks.remove(entry);
    }

    /** How many alarms are set. */
    public synchronized int alarms() {
        return tasks.size();
    }

    /** How far the clock was turned. */
    public synchronized Duration elapsed() {
        return Duration.ofNanos(elapsed);
    }

    /**
     * Turns the clock, and runs what is due on the way, each task at its own time, on this thread.
     *
     * @param step how far
     */
    public void advance(Duration step) {
        long target = elapsed().plus(step).toNanos();
        for (Runnable task = takeDue(target, true); task != null; task = takeDue(target, true)) {
            task.run();
        }
        turnTo(target);
    }

    /**
     * Turns the clock at once, and runs what has become due afterwards, too late: as after a pause of the whole machine.
     *
     * @param step how far
     */
    public void jump(Duration step) {
        long target = elapsed().plus(step).toNanos();
        turnTo(target);
        for (Runnable task = takeDue(target, false); task != null; task = takeDue(target, false)) {
            task.run();
        }
    }

    /**
     * What is done before each turn of those below, such as waiting for what goes on in real time.
     *
     * @param work returns when the clock may be turned
     */
    public void beforeEachTurn(Runnable work) {
        beforeEachTurn = work;
    }

    /**
     * Turns the clock step by step until something has completed. Each step waits a few real milliseconds at the most, so
     * that real input and output can go on meanwhile.
     *
     * @param awaited what to wait for
     * @param step how far the clock goes at a time
     * @param limit how far it may go in all, and farther in the first real seconds
     */
    public void advanceUntil(CompletableFuture<?> awaited, Duration step, Duration limit) {
        Duration end = elapsed().plus(limit);
        long realBegin = System.nanoTime();
        while (!isDoneSoon(awaited)) {
            if (elapsed().compareTo(end) >= 0 && System.nanoTime() - realBegin >= LEAST_REAL_NANOS) {
                throw new AssertionError("still waiting after " + limit);
            }
            beforeEachTurn.run();
            if (!awaited.isDone()) {
                advance(step);
            }
        }
    }

    /**
     * Turns the clock step by step until something can be seen, as the other method does.
     *
     * @param seen what to wait for
     * @param step how far the clock goes at a time
     * @param limit how far it may go in all, and farther in the first real seconds
     */
    public void advanceUntil(BooleanSupplier seen, Duration step, Duration limit) {
        Duration end = elapsed().plus(limit);
        long realBegin = System.nanoTime();
        while (!seen.getAsBoolean()) {
            if (elapsed().compareTo(end) >= 0 && System.nanoTime() - realBegin >= LEAST_REAL_NANOS) {
                throw new AssertionError("still not seen after " + limit);
            }
            isDoneSoon(new CompletableFuture<>());
            beforeEachTurn.run();
            if (!seen.getAsBoolean()) {
                advance(step);
            }
        }
    }

    private static boolean isDoneSoon(CompletableFuture<?> awaited) {
        try {
            awaited.get(REAL_PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException | java.util.concurrent.CancellationException e) {
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private synchronized Runnable takeDue(long target, boolean atItsTime) {
        if (tasks.isEmpty() || tasks.peek().due > target) {
            return null;
        }
        Task next = tasks.remove();
        if (atItsTime) {
            elapsed = Math.max(elapsed, next.due);
        }
        return next.task;
    }

    private synchronized void turnTo(long target) {
        elapsed = Math.max(elapsed, target);
    }

    private static final class Task implements Comparable<Task> {
        private final long due;
        private final long number;
        private final Runnable task;

        Task(long due, long number, Runnable task) {
            this.due = due;
            this.number = number;
            this.task = task;
        }

        @Override
        public int compareTo(Task other) {
            return due == other.due ? Long.compare(number, other.number) : Long.compare(due, other.due);
        }
    }
}
