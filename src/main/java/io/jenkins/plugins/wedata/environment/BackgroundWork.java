package io.jenkins.plugins.wedata.environment;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs what may block - looking up a credential, reading a file from an agent - off the Pipeline's thread. Waits do not
 * belong here: they hold no thread.
 */
public final class BackgroundWork {

    private static final int THREADS = 16;
    private static final ThreadPoolExecutor POOL = pool();

    private BackgroundWork() {}

    private static ThreadPoolExecutor pool() {
        AtomicInteger number = new AtomicInteger();
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(THREADS, THREADS, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "wedata-build-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /**
     * Runs something soon.
     *
     * @param work what to run; must not throw
     */
    public static void run(Runnable work) {
        POOL.execute(work);
    }
}
