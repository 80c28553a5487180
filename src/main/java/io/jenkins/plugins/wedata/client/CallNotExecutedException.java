package io.jenkins.plugins.wedata.client;

/** WeData certainly did nothing, and went on refusing to be reached until the time for it was used up. */
public final class CallNotExecutedException extends CallException {

    private static final long serialVersionUID = 1L;

    CallNotExecutedException(String actionName, Failure failure, int attempts) {
        super(actionName, failure, attempts);
    }
}
