package io.jenkins.plugins.wedata.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/** The states of an integration task; the values of {@code Status} in {@link IntegrationTaskInfo}. */
public enum IntegrationTaskStatus {
    /** Just made. */
    NEW(0),
    /** Not started. */
    NOT_STARTED(1),
    /** Being started, stopped or paused. */
    OPERATING(2),
    /** Running. */
    RUNNING(3),
    /** Paused. */
    PAUSED(4),
    /** Stopping. */
    STOPPING(5),
    /** Stopped. */
    STOPPED(6),
    /** The run failed. */
    RUN_FAILED(7),
    /** Abnormal. */
    ABNORMAL(20),
    /** WeData itself does not know, or says nothing, or says something that this plugin does not know. */
    UNKNOWN(21);

    private final long wireValue;

    IntegrationTaskStatus(long wireValue) {
        this.wireValue = wireValue;
    }

    /**
     * Reads a state off the wire.
     *
     * @param wireValue what WeData said; may be null
     * @return the state, {@link #UNKNOWN} when there is none or none of these
     */
    public static IntegrationTaskStatus of(@CheckForNull Long wireValue) {
        for (IntegrationTaskStatus status : values()) {
            if (wireValue != null && status.wireValue == wireValue) {
                return status;
            }
        }
        return UNKNOWN;
    }

    /**
     * Whether the task has come to a state that it does not leave for running by itself.
     *
     * @return true for a failed run and for an abnormal task
     */
    public boolean isFailed() {
        return this == RUN_FAILED || this == ABNORMAL;
    }

    /**
     * The state for people.
     *
     * @return in English in lower case, such as {@code not started}
     */
    public String inWords() {
        return switch (this) {
            case NEW -> Messages.IntegrationTaskStatus_New();
            case NOT_STARTED -> Messages.IntegrationTaskStatus_NotStarted();
            case OPERATING -> Messages.IntegrationTaskStatus_Operating();
            case RUNNING -> Messages.IntegrationTaskStatus_Running();
            case PAUSED -> Messages.IntegrationTaskStatus_Paused();
            case STOPPING -> Messages.IntegrationTaskStatus_Stopping();
            case STOPPED -> Messages.IntegrationTaskStatus_Stopped();
            case RUN_FAILED -> Messages.IntegrationTaskStatus_RunFailed();
            case ABNORMAL -> Messages.IntegrationTaskStatus_Abnormal();
            case UNKNOWN -> Messages.IntegrationTaskStatus_Unknown();
        };
    }
}
