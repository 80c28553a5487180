package io.jenkins.plugins.wedata.chaos;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.client.CallDoubtfulException;
import io.jenkins.plugins.wedata.client.CallException;
import io.jenkins.plugins.wedata.client.CallUnknownException;
import io.jenkins.plugins.wedata.operation.OutcomeUnknownException;
import io.jenkins.plugins.wedata.operation.Progress;
import io.jenkins.plugins.wedata.operation.WaitTimeoutException;
import java.util.Map;

/**
 * What a step told the pipeline in the end.
 *
 * @param values what the script got; null unless it succeeded
 * @param failure what it failed with; null when it succeeded or was given up
 * @param reached the last progress that it kept; null when it kept none
 */
record Report(
        @CheckForNull Map<String, Object> values,
        @CheckForNull Throwable failure,
        @CheckForNull Progress reached) {

    boolean isSuccess() {
        return values != null;
    }

    boolean isGivenUp() {
        return values == null && failure == null;
    }

    /** Whether the step has noted that its write is done. */
    boolean isWritten() {
        return reached != null && reached.stage() == Progress.Stage.WRITTEN;
    }

    /** Whether it says, or has noted nothing else than, that no write of it took effect. */
    boolean tellsOfNoEffect() {
        if (isSuccess() || isWritten()) {
            return false;
        }
        boolean notBegun = reached == null || reached.stage() == Progress.Stage.PREPARING;
        return notBegun
                || failure != null
                        && !(failure instanceof WaitTimeoutException)
                        && !(failure instanceof OutcomeUnknownException)
                        && !(failure instanceof CallDoubtfulException)
                        && !(failure instanceof CallUnknownException);
    }

    String text(String key) {
        return String.valueOf(values == null ? null : values.get(key));
    }

    @Override
    public String toString() {
        if (isGivenUp()) {
            return "given up";
        }
        return isSuccess()
                ? values.toString()
                : failure.getClass().getSimpleName()
                        + (failure instanceof CallException call ? " " + call.code() : "")
                        + ": " + failure.getMessage();
    }
}
