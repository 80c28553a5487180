package io.jenkins.plugins.wedata.operation;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.client.WeDataException;

/** WeData did something else than what was asked, and says so: a job that failed, a name that is taken, a lock. */
public final class OperationFailedException extends WeDataException {

    private static final long serialVersionUID = 1L;

    OperationFailedException(String message) {
        this(message, null);
    }

    OperationFailedException(String message, @CheckForNull Throwable cause) {
        super(message, cause);
    }
}
