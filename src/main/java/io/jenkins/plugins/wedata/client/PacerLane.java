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
 * up with, but never so that 21 calls are sent within a second. A lane that has been quiet sends one call ahead: the
 * others follow when it is back, since the first exchange of all may take long.
 */
final class PacerLane {

    private static final int LIMIT = 20;

    private static final double FULL_RATE = 19.6;
    private static final double LEAST_RATE = 1;
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private static final long QUIET = 5 * SECOND;

    /** So long a lower limit stands that no call names any more: longer than who waits pauses between two looks. */
    private static final long LIMIT_STANDS = TimeUnit.MINUTES.toNanos(5);

    /** Long enough for any rate to come back to the full one. */
    private static final long MEMORY = 20 * SECOND;

    private final TimeSource time;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final Deque<Trip> latest = new ArrayDeque<>(LIMIT);
    private TripTimes times = new TripTimes();
    private boolean warm;
    private long nextOnGrid;
    private double fullRate = FULL_RATE;
    private double rate = FULL_RATE;
    private long limitNamed;
    private long rateChanged;
    private long slowedDown;

    @CheckForNull
    private TimeSource.Alarm alarm;

    private long alarmAt;

    PacerLane(TimeSource time) {
        this.time = time;
        long now = time.nanos();
        this.nextOnGrid = now;
        this.limitNamed = now;
        this.rateChanged = now;
        this.slowedDown = now - SECOND;
    }

    /** Who is in the queue, and how fast the lane may be then. */
    private record Waiting(CompletableFuture<Trip> turn, int callsPerSecond) {}

    /** Goes no faster than this, until nobody has named as low a limit for a while. */
    private void limit(int callsPerSecond, long now) {
        double named = Math.min(FULL_RATE, callsPerSecond);
        if (named <= fullRate || now - limitNamed >= LIMIT_STANDS) {
            fullRate = named;
            limitNamed = now;
            rate = Math.min(rate, fullRate);
        }
    }

    synchronized void add(CompletableFuture<Trip> turn, int callsPerSecond) {
        limit(callsPerSecond, time.nanos());
        dropCancelled();
        if (waiting.isEmpty()) {
            long now = time.nanos();
            nextOnGrid = later(nextOnGrid, now);
            if (warm && now - latest.getLast().start(now) >= QUIET) {
                warm = false;
                times = new TripTimes();
            }
        }
        waiting.add(new Waiting(turn, callsPerSecond));
    }

    /** A turn that has come, and what it counts as. */
    record Due(CompletableFuture<Trip> turn, Trip trip) {}

    /**
     * Takes those out of the queue whose time has come, and sets the alarm for the next.
     *
     * @param look what the alarm runs
     * @return to be completed, in this order, without holding any lock
     */
    synchronized List<Due> takeDue(Runnable look) {
        long now = time.nanos();
        speedUp(now);
        List<Due> due = new ArrayList<>();
        dropCancelled();
        while (!waiting.isEmpty() && earliestStart(now) - now <= 0) {
            Waiting next = waiting.remove();
            limit(next.callsPerSecond(), now);
            due.add(new Due(next.turn(), start(now)));
            dropCancelled();
        }
        setAlarm(now, waiting.isEmpty() ? now + MEMORY : earliestStart(now), look);
        return due;
    }

    /** Notes that a call has been handed over to be sent: until then it counts as one that starts at this moment. */
    synchronized void sent(Trip trip) {
        trip.sent(time.nanos());
    }

    /**
     * Notes that an exchange is over, whatever came of it.
     *
     * @return whether that is news
     */
    synchronized boolean end(Trip trip) {
        if (!trip.isOpen()) {
            return false;
        }
        long now = time.nanos();
        trip.end(now);
        times.add(trip);
        if (!warm) {
            warm = true;
            nextOnGrid = later(nextOnGrid, now);
        }
        return true;
    }

    /** Notes that the alarm went off. */
    synchronized boolean isForgettable() {
        alarm = null;
        dropCancelled();
        long now = time.nanos();
        return waiting.isEmpty() && (latest.isEmpty() || now - latest.getLast().start(now) >= MEMORY);
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
        rate = Math.min(fullRate, rate + seconds);
        rateChanged += seconds * SECOND;
    }

    private void dropCancelled() {
        while (!waiting.isEmpty() && waiting.peek().turn().isDone()) {
            waiting.remove();
        }
    }

    private long earliestStart(long now) {
        long earliest = nextOnGrid;
        if (!warm && !latest.isEmpty() && latest.getLast().isOpen()) {
            earliest = later(earliest, latest.getLast().start(now) + TripTimes.LONGEST);
        }
        return latest.size() < LIMIT ? earliest : later(earliest, times.over(latest.getFirst(), now));
    }

    private Trip start(long now) {
        if (latest.size() == LIMIT) {
            latest.removeFirst();
        }
        Trip trip = new Trip(this, now);
        latest.addLast(trip);
        long caughtUp = rate < FULL_RATE ? now + interval() : now - SECOND;
        nextOnGrid = later(nextOnGrid + interval(), caughtUp);
        return trip;
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
