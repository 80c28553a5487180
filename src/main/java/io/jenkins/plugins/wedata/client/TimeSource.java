package io.jenkins.plugins.wedata.client;

import java.time.Duration;
import java.time.Instant;

/** The clock and the alarm of everything that paces, retries and waits: real in production, turned by hand in tests. */
public interface TimeSource {

    /**
     * The wall clock.
     *
     * @return now
     */
    Instant now();

    /**
     * A clock that only goes forward, for measuring how long something takes.
     *
     * @return nanoseconds since an arbitrary moment
     */
    long nanos();

    /**
     * Runs something later. The task must be short: it runs on one of very few threads.
     *
     * @param delay how much later; zero or less is as soon as possible
     * @param task what to run
     * @return lets go of the task when it has not run yet
     */
    Alarm after(Duration delay, Runnable task);

    /** A task that is to run later. */
    @FunctionalInterface
    interface Alarm {
        /** Lets go of the task when it has not run yet; does nothing otherwise. */
        void cancel();
    }
}
