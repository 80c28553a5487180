package io.jenkins.plugins.wedata.operation;

/**
 * What becomes of an integration task that a commit started, when the step ends before the task runs as it should. The first
 * is the default.
 */
public enum OnAbort {
    /** It goes on. */
    LEAVE,
    /** It is stopped. */
    STOP
}
