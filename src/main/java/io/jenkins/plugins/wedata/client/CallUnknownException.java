package io.jenkins.plugins.wedata.client;

/** No readable reply came, so that nobody but WeData knows whether the call took effect. */
public final class CallUnknownException extends CallException {

    private static final long serialVersionUID = 1L;

    CallUnknownException(String actionName, Failure failure, int attempts) {
        super(actionName, failure, attempts);
    }
}
