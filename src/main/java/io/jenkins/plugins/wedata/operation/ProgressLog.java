package io.jenkins.plugins.wedata.operation;

import java.time.Instant;
import java.util.List;

/**
 * Where the news of an operation goes: milestones to the build log; what is told in numbers and lists besides to whoever
 * shows it.
 */
@FunctionalInterface
public interface ProgressLog {

    /**
     * Writes one line.
     *
     * @param milestone for people; control characters in it are replaced before it reaches the log
     */
    void milestone(String milestone);

    /**
     * Hears how far a batch job is, at each look at it.
     *
     * @param tally how far
     */
    default void counted(JobTally tally) {}

    /**
     * Hears which tasks failed of a batch job that has ended: once for each job.
     *
     * @param failed the job's, with the reasons as far as they could be read
     */
    default void failures(List<FailedTask> failed) {}

    /**
     * Hears, at each look of a wait, what was seen.
     *
     * @param state what is waited for and how it is, for people
     */
    default void seen(String state) {}

    /**
     * Hears when a wait will look again.
     *
     * @param when the moment; never in the past
     */
    default void looksAgain(Instant when) {}

    /**
     * Hears that what was done waits for an approval.
     *
     * @param message all that waits, for people
     */
    default void awaitsApproval(String message) {}
}
