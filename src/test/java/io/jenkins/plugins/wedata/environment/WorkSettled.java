package io.jenkins.plugins.wedata.environment;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Waits, before a test turns its clock, until whatever the plugin does in the background has come to where only the clock
 * brings it on: a busy machine makes a test slow then, and no wait early. Work that a test has made hang is waited for once.
 */
public final class WorkSettled implements Runnable {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long GLANCE_NANOS = TimeUnit.MICROSECONDS.toNanos(50);

    private final BooleanSupplier others;
    private boolean hangs;

    /**
     * Nothing was waited for yet.
     *
     * @param others whether those who work for the test besides are at rest
     */
    public WorkSettled(BooleanSupplier others) {
        this.others = others;
    }

    @Override
    public void run() {
        long end = System.nanoTime() + PATIENCE_NANOS;
        // One kind hands on to another: all are to be idle twice in a row.
        for (int idle = 0; !hangs && idle < 2; ) {
            idle = isAtRest() ? idle + 1 : 0;
            if (idle == 0) {
                hangs = System.nanoTime() - end > 0;
                LockSupport.parkNanos(GLANCE_NANOS);
            }
        }
    }

    private boolean isAtRest() {
        return others.getAsBoolean() && Arrays.stream(BackgroundWork.values()).allMatch(BackgroundWork::isIdle);
    }
}
