package io.jenkins.plugins.wedata.benchmarks;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;

/**
 * The compilers of a measured virtual machine. On few processors they fall behind the threads that are measured, and would
 * be at work for half a minute of the measurement.
 */
final class Compilers {

    private static final long STEP = 100;
    private static final int QUIET_STEPS = 3;
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(20);

    private Compilers() {}

    /** After an iteration of a real warm-up: waits until they have nothing left to do. */
    static void settle(IterationParams iteration) throws InterruptedException {
        if (iteration.getType() != IterationType.WARMUP || iteration.getCount() == 1) {
            return;
        }
        CompilationMXBean compilers = ManagementFactory.getCompilationMXBean();
        long begin = System.nanoTime();
        long spent = compilers.getTotalCompilationTime();
        int quiet = 0;
        while (quiet < QUIET_STEPS && System.nanoTime() - begin < LONGEST) {
            TimeUnit.MILLISECONDS.sleep(STEP);
            long now = compilers.getTotalCompilationTime();
            quiet = now == spent ? quiet + 1 : 0;
            spent = now;
        }
    }
}
