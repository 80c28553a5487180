package io.jenkins.plugins.wedata.environment;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Threads for what a step does besides waiting, off the Pipeline's thread. Waits do not belong here: they hold no thread.
 */
public enum BackgroundWork implements Executor {
    /** For the beginning of a step, which may block on the agent that holds its file. */
    BEGIN(16, "wedata-build-"),
    /** For looking a credential up again during a wait, which may block on the store that holds it. */
    CREDENTIALS(4, "wedata-credentials-"),
    /** For the journals of builds, which wait for the disk. */
    JOURNAL(4, "wedata-journal-"),
    /** For what is short: going on after a save, ending a step. Nothing that blocks holds it up. */
    PROMPT(4, "wedata-step-");

    private static final Logger LOGGER = Logger.getLogger(BackgroundWork.class.getName());

    private final ThreadPoolExecutor pool;

    BackgroundWork(int threads, String prefix) {
        AtomicInteger number = new AtomicInteger();
        pool = new ThreadPoolExecutor(threads, threads, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            Thread thread = new Thread(task, prefix + number.incrementAndGet());
            thread.setDaemon(true);
            thread.setContextClassLoader(BackgroundWork.class.getClassLoader());
            return thread;
        });
        pool.allowCoreThreadTimeOut(true);
    }

    /**
     * Runs something soon.
     *
     * @param work what to run; what it throws goes to the system log and nowhere else
     */
    @Override
    public void execute(Runnable work) {
        pool.execute(() -> {
            try {
                work.run();
            } catch (RuntimeException | Error e) {
                LOGGER.log(Level.WARNING, "Work in the background has failed", e);
            }
        });
    }

    /** Whether nothing is at work and nothing waits for a thread, as far as can be seen from outside. */
    boolean isIdle() {
        return pool.getActiveCount() == 0 && pool.getQueue().isEmpty();
    }
}
