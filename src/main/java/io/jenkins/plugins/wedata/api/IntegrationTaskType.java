package io.jenkins.plugins.wedata.api;

/** The two kinds of integration task; the values of {@code TaskType} in the integration actions. */
public enum IntegrationTaskType {
    /** Real-time: the service's default. */
    REAL_TIME(201),
    /** Offline. */
    OFFLINE(202);

    private final long wireValue;

    IntegrationTaskType(long wireValue) {
        this.wireValue = wireValue;
    }

    /**
     * The kind as WeData's number.
     *
     * @return 201 or 202
     */
    public long wireValue() {
        return wireValue;
    }
}
