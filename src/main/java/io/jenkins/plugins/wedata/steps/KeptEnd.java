package io.jenkins.plugins.wedata.steps;

import hudson.AbortException;
import hudson.model.Result;
import io.jenkins.plugins.wedata.environment.BuildEnvironment;
import io.jenkins.plugins.wedata.journal.JournalEntry;
import io.jenkins.plugins.wedata.journal.OperationOutcome;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;

/**
 * An end that was reached before a restart and that the script has not heard of: it is handed over as it was, and WeData is
 * not called for it.
 */
final class KeptEnd {

    private final JournalEntry.Ended ended;
    private final OperationOutcome outcome;

    private KeptEnd(JournalEntry.Ended ended, OperationOutcome outcome) {
        this.ended = ended;
        this.outcome = outcome;
    }

    /** Empty when a result was too long to be kept whole: it is read from WeData once more. */
    static Optional<KeptEnd> of(JournalEntry.Ended ended) {
        OperationOutcome outcome = ended.outcome();
        boolean hasResult = outcome == OperationOutcome.SUCCESS || outcome == OperationOutcome.UNSTABLE;
        return outcome == null || (hasResult && !ended.whole())
                ? Optional.empty()
                : Optional.of(new KeptEnd(ended, outcome));
    }

    /**
     * Marks the build as the step's end marks it, and gives what the script gets.
     *
     * @throws AbortException with the words of the failure when the step failed
     * @throws FlowInterruptedException when it was given up
     */
    Map<String, Object> handOver(BuildEnvironment build) throws IOException, InterruptedException {
        String message = ended.message() == null ? "" : ended.message();
        switch (outcome) {
            case SUCCESS, UNSTABLE -> {
                build.log().milestone(Messages.KeptEnd_Ended());
                if (outcome == OperationOutcome.UNSTABLE) {
                    build.markUnstable(message);
                }
                return new LinkedHashMap<>(ended.result());
            }
            case ABORTED -> {
                build.log()
                        .milestone(
                                message.isBlank()
                                        ? Messages.KeptEnd_GivenUp()
                                        : Messages.KeptEnd_GivenUpLeaving(message.strip()));
                throw new FlowInterruptedException(Result.ABORTED, true);
            }
            default -> throw new AbortException(message);
        }
    }
}
