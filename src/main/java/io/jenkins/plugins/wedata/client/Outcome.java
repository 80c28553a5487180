package io.jenkins.plugins.wedata.client;

import io.jenkins.plugins.wedata.client.CallException.Failure;

/**
 * What one attempt came to.
 *
 * @param <R> the action's result
 */
sealed interface Outcome<R> {

    /** Class, code and RequestId, for the log. */
    String describe();

    /** {@code Response} without {@code Error}, holding what it must. */
    record Done<R>(Reply<R> reply) implements Outcome<R> {
        @Override
        public String describe() {
            return "done, RequestId " + reply.requestId();
        }
    }

    /** Anything but a result. */
    sealed interface Failed<R> extends Outcome<R> {

        /** Why. */
        Failure failure();

        /** The same for the caller. */
        CallException exception(String actionName, int attempts);

        /** The same in a word or two. */
        default String reason() {
            return failure().code();
        }

        @Override
        default String describe() {
            return getClass().getSimpleName() + ", " + failure().code() + ", RequestId "
                    + failure().requestId();
        }
    }

    /** WeData certainly did nothing: throttled, busy, or never reached. */
    record NotExecuted<R>(Failure failure) implements Failed<R> {
        @Override
        public String reason() {
            return ErrorCodes.isThrottle(failure.code()) ? "throttled" : failure.code();
        }

        @Override
        public CallException exception(String actionName, int attempts) {
            return new CallNotExecutedException(actionName, failure, attempts);
        }
    }

    /** WeData said no. */
    record Refused<R>(Failure failure) implements Failed<R> {
        @Override
        public CallException exception(String actionName, int attempts) {
            return new CallRefusedException(actionName, failure, attempts);
        }
    }

    /** WeData answered with an error that does not say whether the call took effect. */
    record Doubtful<R>(Failure failure) implements Failed<R> {
        @Override
        public CallException exception(String actionName, int attempts) {
            return new CallDoubtfulException(actionName, failure, attempts);
        }
    }

    /** No readable reply. */
    record Unknown<R>(Failure failure) implements Failed<R> {
        @Override
        public CallException exception(String actionName, int attempts) {
            return new CallUnknownException(actionName, failure, attempts);
        }
    }
}
