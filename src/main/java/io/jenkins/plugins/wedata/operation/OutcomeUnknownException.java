package io.jenkins.plugins.wedata.operation;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.client.WeDataException;

/** Whether a write took effect can't be found out from here. The message names what to check and how to go on. */
public final class OutcomeUnknownException extends WeDataException {

    private static final long serialVersionUID = 1L;

    OutcomeUnknownException(String message, @CheckForNull Throwable cause) {
        super(message, cause);
    }
}
