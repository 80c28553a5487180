package io.jenkins.plugins.wedata.operation;

/** What to do when a creation was not answered, and what it should have made has not appeared. The first is the default. */
public enum OnUnknown {
    /** Fail, and name what to check. */
    FAIL,
    /** Send it once more, once: should the first one land very late, the task is there twice. */
    RESEND
}
