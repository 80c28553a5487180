package io.jenkins.plugins.wedata.operation;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.api.CommitType;
import io.jenkins.plugins.wedata.api.IntegrationTaskStatus;

/**
 * Whether an integration task runs because of the commit. One that the commit stops or pauses first may for a moment still
 * be shown as it ran before.
 */
final class RunningProof {

    private final boolean ranBefore;
    private boolean hasLeft;
    private int runningLooks;

    RunningProof(@CheckForNull Long commitType) {
        ranBefore = commitType == null || commitType != CommitType.START.wireValue();
    }

    /** Takes what a look showed, and tells whether that is enough. */
    boolean isGivenBy(IntegrationTaskStatus status) {
        if (status == IntegrationTaskStatus.RUNNING) {
            runningLooks++;
            return !ranBefore || hasLeft || runningLooks >= 2;
        }
        runningLooks = 0;
        hasLeft |= status != IntegrationTaskStatus.UNKNOWN;
        return false;
    }

    /** What can't be said yet, for a message. */
    String missing() {
        return runningLooks == 0 ? "does not run" : "was seen running only once";
    }
}
