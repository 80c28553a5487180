package io.jenkins.plugins.wedata.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.Locale;

/** The states of a batch job; the values of {@code JobStatus} in {@link ListBatchDetail}. */
public enum JobStatus {
    /** The job is being made. */
    CREATING(false, false),
    /** The job is made and waits. */
    INIT(false, false),
    /** The job works on its tasks. */
    RUNNING(false, false),
    /** Every task went well. */
    SUCCESS(true, true),
    /** Every task went well, and something deserves a look. */
    SUCCESS_WITH_ALARM(true, true),
    /** Some tasks failed. */
    PART_SUCCESS(true, false),
    /** Some tasks failed, and something else deserves a look. */
    PART_SUCCESS_WITH_ALARM(true, false),
    /** The job failed. */
    FAIL(true, false),
    /** WeData itself does not know, or says nothing, or says something that this plugin does not know. */
    UNKNOWN(false, false);

    private final boolean ended;
    private final boolean successful;

    JobStatus(boolean ended, boolean successful) {
        this.ended = ended;
        this.successful = successful;
    }

    /**
     * Whether the job has come to its end.
     *
     * @return false for the states from which it goes on, and for {@link #UNKNOWN}
     */
    public boolean hasEnded() {
        return ended;
    }

    /**
     * Whether the job ended and every task went well.
     *
     * @return true for the two success states only
     */
    public boolean isSuccess() {
        return successful;
    }

    /**
     * Whether the job ended and some tasks went well, but not all.
     *
     * @return true for the two part-success states
     */
    public boolean isPartial() {
        return this == PART_SUCCESS || this == PART_SUCCESS_WITH_ALARM;
    }

    /**
     * Reads a state off the wire.
     *
     * @param text what WeData said; may be null
     * @return the state, {@link #UNKNOWN} when there is none or none of these
     */
    public static JobStatus of(@CheckForNull String text) {
        if (text != null) {
            String name = text.strip().toUpperCase(Locale.ROOT);
            for (JobStatus status : values()) {
                if (status.name().equals(name)) {
                    return status;
                }
            }
        }
        return UNKNOWN;
    }
}
