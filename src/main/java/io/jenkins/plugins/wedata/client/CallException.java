package io.jenkins.plugins.wedata.client;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.Optional;

/**
 * A call did not end with a result. The four subclasses say what that means for WeData: {@link CallNotExecutedException},
 * {@link CallRefusedException}, {@link CallDoubtfulException} and {@link CallUnknownException}.
 */
public abstract sealed class CallException extends WeDataException
        permits CallNotExecutedException, CallRefusedException, CallDoubtfulException, CallUnknownException {

    private static final long serialVersionUID = 1L;

    private final String actionName;
    private final String code;
    private final String requestId;
    private final String advice;
    private final int attempts;

    CallException(String actionName, Failure failure, int attempts) {
        super(message(actionName, failure, attempts), failure.cause());
        this.actionName = actionName;
        this.code = failure.code();
        this.requestId = failure.requestId();
        this.advice = failure.advice();
        this.attempts = attempts;
    }

    private static String message(String actionName, Failure failure, int attempts) {
        String requestId = failure.requestId();
        return Messages.CallException_Whole(
                actionName,
                OutcomeClassifier.inWords(failure.code()),
                failure.message().isEmpty() ? "" : Messages.CallException_Explanation(failure.message()),
                requestId == null ? "" : Messages.CallException_RequestId(requestId),
                attempts > 1 ? Messages.CallException_Attempts(String.valueOf(attempts)) : "",
                failure.advice().isEmpty() ? "" : Messages.CallException_Advice(failure.advice()));
    }

    /**
     * The action that was called.
     *
     * @return such as {@code CreateTask}
     */
    public String actionName() {
        return actionName;
    }

    /**
     * WeData's error code, or what stands for it when no error came: {@code HTTP 502}, {@code no reply}.
     *
     * @return never blank; the same in every language
     */
    public String code() {
        return code;
    }

    /**
     * WeData's own number of the call.
     *
     * @return empty when no readable reply came
     */
    public Optional<String> requestId() {
        return Optional.ofNullable(requestId);
    }

    /**
     * One line that tells the user what to do about it.
     *
     * @return never blank; of a write whose effect nobody knows it says that too
     */
    public String advice() {
        return advice;
    }

    /**
     * How often the call was tried.
     *
     * @return at least 1
     */
    public int attempts() {
        return attempts;
    }

    /**
     * Why one attempt failed.
     *
     * @param code WeData's error code, or what stands for it
     * @param message WeData's message, or a description; without control characters, shortened
     * @param requestId WeData's own number of the call, or null
     * @param advice one line for the user
     * @param cause why, or null
     */
    record Failure(
            String code,
            String message,
            @CheckForNull String requestId,
            String advice,
            @CheckForNull Throwable cause) {}
}
