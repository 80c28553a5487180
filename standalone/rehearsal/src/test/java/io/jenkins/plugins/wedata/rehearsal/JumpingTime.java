package io.jenkins.plugins.wedata.rehearsal;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.client.TimeSource;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * A clock for one program on one thread: whenever that thread has nothing left to do, it is the time of the next alarm.
 * What happens is thus in the order of the program's own clock, however slow the machine.
 */
final class JumpingTime implements TimeSource, AutoCloseable {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final long GLANCE_NANOS = 50_000;

    private final List<Pending> pending = new ArrayList<>();
    private final Thread jumps = new Thread(this::jump, "Jumping time");
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private long waitsSeen = -1;

    @CheckForNull
    private Thread program;

    JumpingTime() {
        jumps.setDaemon(true);
        jumps.start();
    }

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public synchronized long nanos() {
        return Duration.between(Instant.EPOCH, now).toNanos();
    }

    /** Is called by the program, which makes itself known so. */
    @Override
    public synchronized Alarm after(Duration delay, Runnable task) {
        program = Thread.currentThread();
        Pending alarm = new Pending(now.plus(delay), task);
        pending.add(alarm);
        return () -> cancel(alarm);
    }

    private synchronized void cancel(Pending alarm) {
        pending.remove(alarm);
    }

    private void jump() {
        while (!Thread.currentThread().isInterrupted()) {
            Pending due = next();
            if (due == null) {
                LockSupport.parkNanos(GLANCE_NANOS);
            } else {
                due.task().run();
            }
        }
    }

    @CheckForNull
    private synchronized Pending next() {
        if (pending.isEmpty() || !programWaits()) {
            return null;
        }
        Pending due = pending.stream().min(Comparator.comparing(Pending::at)).orElseThrow();
        pending.remove(due);
        now = due.at();
        return due;
    }

    /** Whether the program has gone to wait again since the last alarm rang. */
    private boolean programWaits() {
        ThreadInfo info = THREADS.getThreadInfo(program.getId());
        if (info == null || info.getThreadState() != Thread.State.WAITING || info.getWaitedCount() <= waitsSeen) {
            return false;
        }
        waitsSeen = info.getWaitedCount();
        return true;
    }

    @Override
    public void close() {
        jumps.interrupt();
    }

    private record Pending(Instant at, Runnable task) {}
}
