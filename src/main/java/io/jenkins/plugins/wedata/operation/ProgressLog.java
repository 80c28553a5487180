package io.jenkins.plugins.wedata.operation;

/** Where milestones go: the build log. */
@FunctionalInterface
public interface ProgressLog {

    /**
     * Writes one line.
     *
     * @param milestone for people; control characters in it are replaced before it reaches the log
     */
    void milestone(String milestone);
}
