package io.jenkins.plugins.wedata.journal;

/** What an operation came to. */
public enum OperationOutcome {
    /** It did what it was to do. */
    SUCCESS,
    /** It did it, with a blemish that marks the build as unstable. */
    UNSTABLE,
    /** It failed. */
    FAILED,
    /** It was given up by a user or a time limit; what it started goes on in WeData. */
    ABORTED,
    /** Whether its write took effect is not known. */
    UNKNOWN
}
