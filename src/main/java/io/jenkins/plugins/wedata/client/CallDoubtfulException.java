package io.jenkins.plugins.wedata.client;

/** WeData answered with an error that does not say whether the call took effect. */
public final class CallDoubtfulException extends CallException {

    private static final long serialVersionUID = 1L;

    CallDoubtfulException(String actionName, Failure failure, int attempts) {
        super(actionName, failure, attempts);
    }
}
