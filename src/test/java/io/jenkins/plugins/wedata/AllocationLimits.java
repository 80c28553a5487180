package io.jenkins.plugins.wedata;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.util.Properties;

/**
 * Holds work to the bytes that it may allocate, as recorded in {@code allocation-limits.properties}. Bytes, unlike time,
 * are the same on every machine: the least of several rounds is without what loading classes and compiling them takes.
 */
public final class AllocationLimits {

    private static final int ROUNDS = 12;
    private static final int REPETITIONS = 100;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Properties limits;

    AllocationLimits(Properties limits) {
        this.limits = limits;
    }

    /**
     * The limits on record.
     *
     * @return for any kind of work that is named there
     */
    public static AllocationLimits recorded() {
        Properties limits = new Properties();
        try (InputStream file = AllocationLimits.class.getResourceAsStream("allocation-limits.properties")) {
            limits.load(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return new AllocationLimits(limits);
    }

    /**
     * Does some work many times, and fails when it takes more than it may.
     *
     * @param name the work's name on record
     * @param work does it once, on the calling thread
     */
    public void hold(String name, Runnable work) {
        String recorded = limits.getProperty(name);
        if (recorded == null) {
            throw new AssertionError("no limit is on record for " + name);
        }
        long most = Long.parseLong(recorded);
        long measured = bytes(work);
        if (measured > most) {
            throw new AssertionError(
                    "%s allocates %,d bytes, more than the %,d on record".formatted(name, measured, most));
        }
    }

    private long bytes(Runnable work) {
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < REPETITIONS; i++) {
                work.run();
            }
            least = Math.min(least, (threads.getCurrentThreadAllocatedBytes() - before) / REPETITIONS);
        }
        return least;
    }
}
