package io.jenkins.plugins.wedata.api;

/** Whether a call changes what WeData holds. */
public enum Effect {
    /** Sending it twice is the same as sending it once. */
    READ,
    /** Sending it twice may do it twice: no action of WeData takes an idempotency token. */
    WRITE
}
