package io.jenkins.plugins.wedata.operation;

/** What an outcome that is neither a success nor a failure does to the build. The first is the default. */
public enum Reaction {
    /** The step fails. */
    FAIL,
    /** The step ends with a result, and the build is marked unstable. */
    UNSTABLE,
    /** The step ends with a result, and nothing else. */
    PROCEED
}
