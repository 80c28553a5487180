package io.jenkins.plugins.wedata.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.client.CallNotExecutedException;
import io.jenkins.plugins.wedata.client.CallRefusedException;
import io.jenkins.plugins.wedata.journal.OperationOutcome;
import io.jenkins.plugins.wedata.operation.OperationFailedException;
import io.jenkins.plugins.wedata.operation.OutcomeUnknownException;
import io.jenkins.plugins.wedata.operation.Progress;
import java.util.Optional;

/**
 * What a failure of an operation says of its write. From when the write was about to be sent until it is known to be done
 * a failure is one only where it is certain that nothing was written; all else leaves that unknown. Safe for many threads.
 */
final class WriteCertainty {

    @CheckForNull
    private Progress reached;

    /** Whether a run before this one was about to send the write: of what became of that, no failure of now tells. */
    private boolean intendedBefore;

    /** The operation begins, or goes on from what was reached before an interruption. */
    synchronized void begins(Optional<Progress> before) {
        if (before.isPresent()) {
            reached = before.get();
            intendedBefore = isIntended();
        }
    }

    /** So far it is, and whoever sends the write has been told that it is kept. */
    synchronized void reached(Progress progress) {
        reached = progress;
    }

    /** What the operation came to by this failure. */
    synchronized OperationOutcome outcome(@CheckForNull Throwable failure) {
        return failure instanceof OutcomeUnknownException || (isIntended() && !tellsThatNothingWasWritten(failure))
                ? OperationOutcome.UNKNOWN
                : OperationOutcome.FAILED;
    }

    private boolean isIntended() {
        Progress last = reached;
        return last != null && last.stage() == Progress.Stage.INTENT;
    }

    /** Refused, never executed, or seen to be something else than what was asked. */
    private boolean tellsThatNothingWasWritten(@CheckForNull Throwable failure) {
        return !intendedBefore
                && (failure instanceof CallRefusedException
                        || failure instanceof CallNotExecutedException
                        || failure instanceof OperationFailedException);
    }

    /** The last that was reached; empty when nothing was. */
    synchronized Optional<Progress> reached() {
        return Optional.ofNullable(reached);
    }
}
