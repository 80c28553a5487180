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

    /** The same, without what a reply repeated of the request. */
    Outcome<R> without(Echo echo);

    /** {@code Response} without {@code Error}, holding what it must. */
    record Done<R>(Reply<R> reply) implements Outcome<R> {
        @Override
        public String describe() {
            return "done, RequestId " + reply.requestId();
        }

        @Override
        public Outcome<R> without(Echo echo) {
            return new Done<>(new Reply<>(reply.result(), echo.without(reply.requestId())));
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
            return OutcomeClassifier.inWords(failure().code());
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
            return ErrorCodes.isThrottle(failure.code()) ? Messages.Outcome_Throttled() : Failed.super.reason();
        }

        @Override
        public CallException exception(String actionName, int attempts) {
            return new CallNotExecutedException(actionName, failure, attempts);
        }

        @Override
        public Outcome<R> without(Echo echo) {
            return new NotExecuted<>(echo.without(failure));
        }
    }

    /** WeData said no. */
    record Refused<R>(Failure failure) implements Failed<R> {
        @Override
        public CallException exception(String actionName, int attempts) {
            return new CallRefusedException(actionName, failure, attempts);
        }

        @Override
        public Outcome<R> without(Echo echo) {
            return new Refused<>(echo.without(failure));
        }
    }

    /** WeData answered with an error that does not say whether the call took effect. */
    record Doubtful<R>(Failure failure) implements Failed<R> {
        @Override
        public CallException exception(String actionName, int attempts) {
            return new CallDoubtfulException(actionName, failure, attempts);
        }

        @Override
        public Outcome<R> without(Echo echo) {
            return new Doubtful<>(echo.without(failure));
        }
    }

    /** No readable reply. */
    record Unknown<R>(Failure failure) implements Failed<R> {
        @Override
        public CallException exception(String actionName, int attempts) {
            return new CallUnknownException(actionName, failure, attempts);
        }

        @Override
        public Outcome<R> without(Echo echo) {
            return new Unknown<>(echo.without(failure));
        }
    }
}
