package io.jenkins.plugins.wedata.client;

/** WeData answered that it will not do it: identity, a parameter, a lock, something that does not exist. */
public final class CallRefusedException extends CallException {

    private static final long serialVersionUID = 1L;

    CallRefusedException(String actionName, Failure failure, int attempts) {
        super(actionName, failure, attempts);
    }
}
