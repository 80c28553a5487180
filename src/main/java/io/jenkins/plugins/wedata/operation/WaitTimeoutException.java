package io.jenkins.plugins.wedata.operation;

import io.jenkins.plugins.wedata.client.WeDataException;

/** What was waited for did not come in the time given for it. It goes on in WeData. */
public final class WaitTimeoutException extends WeDataException {

    private static final long serialVersionUID = 1L;

    WaitTimeoutException(String message) {
        super(message, null);
    }
}
