package io.jenkins.plugins.wedata.operation;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/**
 * How far a batch job is.
 *
 * @param jobId the job's number; null when WeData did not tell it
 * @param state the job's state, in WeData's words
 * @param done how many of its tasks have ended, the failed ones included
 * @param failed how many of its tasks have failed
 * @param total how many tasks it has; null when WeData does not tell
 */
public record JobTally(
        @CheckForNull String jobId,
        String state,
        long done,
        long failed,
        @CheckForNull Long total) {}
