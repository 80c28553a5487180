package io.jenkins.plugins.wedata.client;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The queue for one limit. Starts lie on an even grid; an alarm that goes off late costs no start, since the grid is caught
 * up with, but never so that 21 starts come together within a second.
 */
final class PacerLane {

    private static final int LIMIT = 20;

    /** In any such time at most {@link #LIMIT} starts: a second, and some room for calls that travel faster than others. */
    private static final long WINDOW = TimeUnit.MILLISECONDS.toNanos(1_005);

    private static final double FULL_RATE = 19.6;
    private static final double LEAST_RATE = 1;
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    /** Long enough for any rate to come back to the full one. */
    private static final long MEMORY = 20 * SECOND;

    private final TimeSource time;
    private final Deque<CompletableFuture<Void>> waiting = new ArrayDeque<>();
    private final long[] starts = new long[LIMIT];
    private long startCount;
    private long nextOnGrid;
    private double rate = FULL_RATE;
    private long rateChanged;
    private long slowedDown;

    @CheckForNull
    private TimeSource.Alarm alarm;

    private long alarmAt;

    PacerLane(TimeSource time) {
        this.time = time;
        long now = time.nanos();
        this.nextOnGrid = now;
        this.rateChanged = now;
        this.slowedDown = now - SECOND;
    }

    synchronized void add(CompletableFuture<Void> turn) {
        dropCancelled();
        if (waiting.isEmpty()) {
            nextOnGrid = later(nextOnGrid, time.nanos());
        }
        waiting.add(turn);
    }

    /**
     * Takes those out of the queue whose time has come, and sets the alarm for the next.
     *
     * @param look what the alarm runs
     * @return to be completed, in this order, without holding any lock
     */
    synchronized List<CompletableFuture<Void>> takeDue(Runnable look) {
        long now = time.nanos();
        speedUp(now);
        List<CompletableFuture<Void>> due = new ArrayList<>();
        dropCancelled();
        while (!waiting.isEmpty() && earliestStart() - now <= 0) {
            due.add(waiting.remove());
            start(now);
            dropCancelled();
        }
        setAlarm(now, waiting.isEmpty() ? now + MEMORY : earliestStart(), look);
        return due;
    }

    /** Notes that the alarm went off. */
    synchronized boolean isForgettable() {
        alarm = null;
        dropCancelled();
        return waiting.isEmpty() && (startCount == 0 || time.nanos() - lastStart() >= MEMORY);
    }

    synchronized void slowDown() {
        long now = time.nanos();
        if (now - slowedDown >= SECOND) {
            speedUp(now);
            rate = Math.max(LEAST_RATE, rate / 2);
            slowedDown = now;
            rateChanged = now;
            nextOnGrid = later(nextOnGrid, now + interval());
        }
    }

    private void speedUp(long now) {
        long seconds = (now - rateChanged) / SECOND;
        rate = Math.min(FULL_RATE, rate + seconds);
        rateChanged += seconds * SECOND;
    }

    private void dropCancelled() {
        while (!waiting.isEmpty() && waiting.peek().isDone()) {
            waiting.remove();
        }
    }

    private long earliestStart() {
        return startCount < LIMIT ? nextOnGrid : later(nextOnGrid, starts[(int) (startCount % LIMIT)] + WINDOW);
    }

    private void start(long now) {
        starts[(int) (startCount % LIMIT)] = now;
        startCount++;
        long caughtUp = rate < FULL_RATE ? now + interval() : now - SECOND;
        nextOnGrid = later(nextOnGrid + interval(), caughtUp);
    }

    private long lastStart() {
        return starts[(int) ((startCount - 1) % LIMIT)];
    }

    private long interval() {
        return (long) (SECOND / rate);
    }

    private void setAlarm(long now, long at, Runnable look) {
        if (alarm != null) {
            if (alarmAt - at <= 0) {
                return;
            }
            alarm.cancel();
        }
        alarmAt = at;
        alarm = time.after(Duration.ofNanos(at - now), look);
    }

    /** The later of two moments on a clock whose numbers may run over. */
    private static long later(long one, long other) {
        return one - other > 0 ? one : other;
    }
}
