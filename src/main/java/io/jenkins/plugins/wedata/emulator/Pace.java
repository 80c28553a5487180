package io.jenkins.plugins.wedata.emulator;

import java.time.Duration;

/**
 * How fast asynchronous work goes on: by the clock, or by one state for each look at it.
 *
 * @param creating how long a batch job is CREATING
 * @param waiting how long it is INIT
 * @param eachTask how long it is RUNNING for each of its tasks
 * @param starting how long an integration task is operating before it runs, or stopping before it stands
 * @param runningLooks how many looks find a batch job RUNNING; below zero the clock decides
 */
public record Pace(Duration creating, Duration waiting, Duration eachTask, Duration starting, int runningLooks) {

    /** A fifth of a second for CREATING and for INIT, 5 ms for each task, half a second for a start. */
    public static final Pace DEFAULT =
            byTime(Duration.ofMillis(200), Duration.ofMillis(200), Duration.ofMillis(5), Duration.ofMillis(500));

    /**
     * By the clock.
     *
     * @param creating how long a batch job is CREATING
     * @param waiting how long it is INIT
     * @param eachTask how long it is RUNNING for each of its tasks
     * @param starting how long an integration task is operating before it runs, or stopping before it stands
     * @return the pace
     */
    public static Pace byTime(Duration creating, Duration waiting, Duration eachTask, Duration starting) {
        return new Pace(creating, waiting, eachTask, starting, -1);
    }

    /**
     * By looks: the first ListBatchDetail finds CREATING, the second INIT, the next ones RUNNING, then the end; the first
     * DescribeIntegrationTask after a start or a stop finds it on its way, the next one its outcome. On the international site,
     * which has no ListBatchDetail, a ListTaskVersions of one of the tasks is a look.
     *
     * @param runningLooks how many looks find a batch job RUNNING, from 0
     * @return the pace
     */
    public static Pace byLooks(int runningLooks) {
        if (runningLooks < 0) {
            throw new IllegalArgumentException("looks: " + runningLooks + " is below 0");
        }
        return new Pace(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, runningLooks);
    }

    boolean isByLooks() {
        return runningLooks >= 0;
    }
}
