package io.jenkins.plugins.wedata.journal;

import java.io.IOException;

/** Carries a failure of the disk to the thread that waits for it. */
final class JournalFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JournalFailure(Exception cause) {
        super(cause);
    }

    /** What the user is told: nothing is written in WeData that was not announced. */
    static Throwable told(Throwable failure) {
        Throwable found = failure;
        while (!(found instanceof JournalFailure) && found.getCause() != null) {
            found = found.getCause();
        }
        return found instanceof JournalFailure
                ? new IOException(Messages.JournalFailure_NotSent(), found.getCause())
                : failure;
    }
}
