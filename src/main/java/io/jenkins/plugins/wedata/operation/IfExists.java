package io.jenkins.plugins.wedata.operation;

/** What to do when a task of the same name is there already. The first is the default. */
public enum IfExists {
    /** Fail, and name the task that is there. */
    FAIL,
    /** Take the task that is there for the one that was wanted. */
    REUSE,
    /** Change the task that is there into the one that was wanted: what differs is sent, and nothing when nothing does. */
    UPDATE
}
