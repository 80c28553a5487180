package hudson.init;

import org.jvnet.hudson.reactor.Milestone;

/** Bare signatures of Jenkins core's type. */
public enum TermMilestone implements Milestone {
    STARTED,
    COMPLETED
}
