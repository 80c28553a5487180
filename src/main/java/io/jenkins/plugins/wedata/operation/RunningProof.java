package io.jenkins.plugins.wedata.operation;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.api.CommitType;
import io.jenkins.plugins.wedata.api.IntegrationTaskStatus;

/**
 * Whether an integration task runs, or fails to, because of the commit: for a moment it may still be shown as it was
 * before, running or failed.
 */
final class RunningProof {

    private final boolean ranBefore;
    private boolean hasLeft;
    private int runningLooks;
    private int failedLooks;

    RunningProof(@CheckForNull Long commitType) {
        ranBefore = commitType == null || commitType != CommitType.START.wireValue();
    }

    /** Takes a look that showed a failure, and tells whether it is the commit's. */
    boolean isRefutedBy(IntegrationTaskStatus status) {
        if (!status.isFailed()) {
            return false;
        }
        failedLooks++;
        return hasLeft || failedLooks >= 3;
    }

    /** Takes what a look showed, and tells whether that is enough. */
    boolean isGivenBy(IntegrationTaskStatus status) {
        if (status == IntegrationTaskStatus.RUNNING) {
            runningLooks++;
            return !ranBefore || hasLeft || runningLooks >= 2;
        }
        runningLooks = 0;
        hasLeft |= status != IntegrationTaskStatus.UNKNOWN && !status.isFailed();
        return false;
    }

    /** What can't be said yet, for a message. */
    String missing() {
        return runningLooks == 0 ? Messages.RunningProof_NotRunning() : Messages.RunningProof_SeenOnce();
    }
}
