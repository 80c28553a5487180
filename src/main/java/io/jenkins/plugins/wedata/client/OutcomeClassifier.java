package io.jenkins.plugins.wedata.client;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.api.PlainText;
import io.jenkins.plugins.wedata.api.WeDataAction;
import io.jenkins.plugins.wedata.client.CallException.Failure;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells what an attempt came to, from whatever came back. Nothing of a body gets into a message but WeData's own text. */
final class OutcomeClassifier {

    /** Stands for a code when the exchange broke down on this side; the same happens each time. */
    static final String BROKEN = "error in this controller";

    private static final int LONGEST_MESSAGE = 500;
    private static final int LONGEST_NAME = 100;

    private final Json json;

    OutcomeClassifier(Json json) {
        this.json = json;
    }

    /**
     * What an attempt without a reply came to.
     *
     * @param action what was called
     * @param error why there is none
     * @return not executed, refused or unknown
     */
    <R> Outcome<R> unanswered(WeDataAction<R> action, Throwable error) {
        TransportException known = error instanceof TransportException e ? e : TransportException.broken(error, true);
        return switch (known.reason()) {
            case NOT_SENT -> new Outcome.NotExecuted<>(failure("not reached", known, Advice.NETWORK));
            case UNTRUSTED -> new Outcome.Refused<>(failure("certificate not trusted", known, Advice.CERTIFICATE));
            case BROKEN_BEFORE_SENT -> new Outcome.Refused<>(failure(BROKEN, known.getCause(), Advice.SOFTWARE));
            case BROKEN ->
                new Outcome.Unknown<>(failure(BROKEN, known.getCause(), Advice.mayBeDone(action, Advice.SOFTWARE)));
            case REPLY_LOST -> new Outcome.Unknown<>(failure("no reply", known, Advice.mayBeDone(action, Advice.LOST)));
        };
    }

    private static Failure failure(String code, Throwable error, String advice) {
        // What broke the software may say anything, so only its kind gets into the message.
        String message = error instanceof TransportException
                ? PlainText.line(String.valueOf(error.getMessage()), LONGEST_MESSAGE)
                : error.getClass().getSimpleName();
        return new Failure(code, message, null, advice, error);
    }

    /**
     * What a reply says.
     *
     * @param action what was called
     * @param reply what came back
     * @param now this controller's time when it came
     * @return any of the five outcomes
     */
    <R> Outcome<R> classify(WeDataAction<R> action, WireReply reply, Instant now) {
        int status = reply.status();
        if (status == 429) {
            return new Outcome.NotExecuted<>(
                    httpFailure(status, "too many calls", ErrorAdvice.of("RequestLimitExceeded")));
        }
        if (status >= 500 || status == 408) {
            return new Outcome.Unknown<>(
                    httpFailure(status, "no answer of WeData's", Advice.mayBeDone(action, Advice.LOST)));
        }
        if (status >= 300) {
            return new Outcome.Refused<>(httpFailure(status, "no answer of WeData's", Advice.forStatus(status)));
        }
        return read(action, reply, now);
    }

    private static Failure httpFailure(int status, String message, String advice) {
        return new Failure("HTTP " + status, message, null, advice, null);
    }

    private <R> Outcome<R> read(WeDataAction<R> action, WireReply reply, Instant now) {
        Optional<ReplyFrame> frame;
        try {
            frame = json.frame(reply.body());
        } catch (IOException | NumberFormatException e) {
            // Jackson has both for a number that it cannot hold. The message quotes the body, so it goes no further.
            return unreadable(action, "it is not JSON", null);
        }
        if (frame.isEmpty()) {
            return unreadable(action, "it has no Response", null);
        }
        String requestId = text(frame.get().requestId(), LONGEST_NAME);
        if (requestId.isEmpty()) {
            return unreadable(action, "it has no RequestId", null);
        }
        JsonNode error = frame.get().error();
        return error == null || error.isNull()
                ? result(action, reply.body(), frame.get().begin(), requestId)
                : failure(action, error, requestId, reply.date(), now);
    }

    private <R> Outcome<R> result(WeDataAction<R> action, byte[] body, int begin, String requestId) {
        R result;
        try {
            result = json.bind(body, begin, action.type().result());
        } catch (IOException | NumberFormatException e) {
            return unreadable(action, "it has a value of the wrong kind" + place(e), requestId);
        }
        Optional<String> absent = action.absentIn(result);
        return absent.isPresent()
                ? unreadable(action, "it has no " + absent.get(), requestId)
                : new Outcome.Done<>(new Reply<>(result, requestId));
    }

    private static String place(Exception e) {
        if (!(e instanceof JsonMappingException mapping) || mapping.getPath().isEmpty()) {
            return "";
        }
        return mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining(".", " at ", ""));
    }

    private static <R> Outcome<R> failure(
            WeDataAction<R> action, JsonNode error, String requestId, Optional<Instant> date, Instant now) {
        String code = text(error.get("Code"), LONGEST_NAME);
        if (code.isEmpty()) {
            return unreadable(action, "its Error has no Code", requestId);
        }
        ErrorCodes.Kind kind = ErrorCodes.kind(code);
        String byCode = code.equals(ErrorCodes.SIGNATURE_EXPIRE)
                ? Advice.forClock(date, now)
                : ErrorAdvice.of(action.type(), code);
        String advice = kind == ErrorCodes.Kind.DOUBTFUL ? Advice.mayBeDone(action, byCode) : byCode;
        Failure failure = new Failure(code, text(error.get("Message"), LONGEST_MESSAGE), requestId, advice, null);
        return switch (kind) {
            case NOT_EXECUTED -> new Outcome.NotExecuted<>(failure);
            case REFUSED -> new Outcome.Refused<>(failure);
            case DOUBTFUL -> new Outcome.Doubtful<>(failure);
        };
    }

    private static <R> Outcome<R> unreadable(WeDataAction<R> action, String why, @CheckForNull String requestId) {
        return new Outcome.Unknown<>(
                new Failure("unreadable reply", why, requestId, Advice.mayBeDone(action, Advice.UNREADABLE), null));
    }

    private static String text(@CheckForNull JsonNode node, int most) {
        return node == null || !node.isTextual() ? "" : PlainText.line(node.textValue(), most);
    }
}
