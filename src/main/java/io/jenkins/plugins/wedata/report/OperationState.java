package io.jenkins.plugins.wedata.report;

import io.jenkins.plugins.wedata.journal.JournalEntry;
import io.jenkins.plugins.wedata.journal.OperationOutcome;
import io.jenkins.plugins.wedata.journal.OperationRow;

/** How an operation stands, as the page shows it. */
public enum OperationState {
    /** It goes on. */
    RUNNING("nobuilt-anime"),
    /** It did what it was to do. */
    SUCCESS("blue"),
    /** It did it, with a blemish. */
    UNSTABLE("yellow"),
    /** It failed. */
    FAILED("red"),
    /** It was given up. */
    ABORTED("aborted"),
    /** Whether its write took effect is not known. */
    UNKNOWN("yellow"),
    /** The build ended, and nobody was left to note how the operation did. */
    INTERRUPTED("aborted");

    private final String ball;

    OperationState(String ball) {
        this.ball = ball;
    }

    static OperationState of(OperationRow row, boolean building) {
        JournalEntry.Ended ended = row.ended();
        if (ended == null) {
            return building ? RUNNING : INTERRUPTED;
        }
        OperationOutcome outcome = ended.outcome();
        return outcome == null ? UNKNOWN : valueOf(outcome.name());
    }

    /**
     * How it looks.
     *
     * @return the name of one of Jenkins' symbols
     */
    public String getIcon() {
        return "symbol-status-" + ball;
    }

    /**
     * Its name for people.
     *
     * @return in the reader's language
     */
    public String getText() {
        return switch (this) {
            case RUNNING -> Messages.OperationState_Running();
            case SUCCESS -> Messages.OperationState_Success();
            case UNSTABLE -> Messages.OperationState_Unstable();
            case FAILED -> Messages.OperationState_Failed();
            case ABORTED -> Messages.OperationState_Aborted();
            case UNKNOWN -> Messages.OperationState_Unknown();
            case INTERRUPTED -> Messages.OperationState_Interrupted();
        };
    }

    /** Whether people should look at it first. */
    boolean isTrouble() {
        return this == FAILED || this == UNKNOWN || this == UNSTABLE;
    }
}
