package io.jenkins.plugins.wedata.api;

/** What CommitIntegrationTask does besides submitting a version; the values of {@code CommitType}. */
public enum CommitType {
    /** Submits and starts nothing. */
    SUBMIT_ONLY(0),
    /** Submits and starts now. */
    START(1),
    /** Stops the live job, <b>drops its state</b> and starts again. */
    RESTART_DROPPING_STATE(2),
    /** Pauses the live job, keeps its state and goes on. */
    PAUSE_AND_CONTINUE(3),
    /** Keeps the live job's state and goes on. */
    CONTINUE(4);

    private final long wireValue;

    CommitType(long wireValue) {
        this.wireValue = wireValue;
    }

    /**
     * The type as WeData's number.
     *
     * @return 0 to 4
     */
    public long wireValue() {
        return wireValue;
    }
}
