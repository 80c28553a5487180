package io.jenkins.plugins.wedata.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

    private static final int LONGEST_MESSAGE = 500;
    private static final int LONGEST_NAME = 100;

    private final Json json;

    OutcomeClassifier(Json json) {
        this.json = json;
    }

    /**
     * What an attempt without a reply came to.
     *
     * @param error why there is none
     * @return not executed or unknown
     */
    <R> Outcome<R> unanswered(Throwable error) {
        boolean mayHaveBeenSent = !(error instanceof TransportException e) || e.mayHaveBeenSent();
        String message = error instanceof TransportException
                ? error.getMessage()
                : error.getClass().getSimpleName();
        Failure failure = new Failure(
                mayHaveBeenSent ? "no reply" : "not reached",
                PlainText.line(String.valueOf(message), LONGEST_MESSAGE),
                null,
                mayHaveBeenSent ? "" : "Check the network and the proxy between this controller and Tencent Cloud",
                error);
        return mayHaveBeenSent ? new Outcome.Unknown<>(failure) : new Outcome.NotExecuted<>(failure);
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
                    httpFailure(status, "too many calls", Advice.forCode("RequestLimitExceeded")));
        }
        if (status >= 500 || status == 408) {
            return new Outcome.Unknown<>(httpFailure(status, "no answer of WeData's", ""));
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
        JsonNode body;
        try {
            body = json.read(reply.body());
        } catch (IOException e) {
            // Its message quotes the body, so it goes no further.
            return unreadable("it is not JSON", null);
        }
        if (body == null || !(body.get("Response") instanceof ObjectNode response)) {
            return unreadable("it has no Response", null);
        }
        String requestId = text(response.get("RequestId"), LONGEST_NAME);
        if (requestId.isEmpty()) {
            return unreadable("it has no RequestId", null);
        }
        JsonNode error = response.get("Error");
        return error == null || error.isNull()
                ? result(action, response, requestId)
                : failure(error, requestId, reply.date(), now);
    }

    private <R> Outcome<R> result(WeDataAction<R> action, ObjectNode response, String requestId) {
        R result;
        try {
            result = json.bind(response, action.type().result());
        } catch (JsonProcessingException e) {
            return unreadable("it has a value of the wrong kind" + place(e), requestId);
        }
        Optional<String> absent = action.absentIn(result);
        return absent.isPresent()
                ? unreadable("it has no " + absent.get(), requestId)
                : new Outcome.Done<>(new Reply<>(result, requestId));
    }

    private static String place(JsonProcessingException e) {
        if (!(e instanceof JsonMappingException mapping) || mapping.getPath().isEmpty()) {
            return "";
        }
        return mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining(".", " at ", ""));
    }

    private static <R> Outcome<R> failure(JsonNode error, String requestId, Optional<Instant> date, Instant now) {
        String code = text(error.get("Code"), LONGEST_NAME);
        if (code.isEmpty()) {
            return unreadable("its Error has no Code", requestId);
        }
        String advice = code.equals(ErrorCodes.SIGNATURE_EXPIRE) ? Advice.forClock(date, now) : Advice.forCode(code);
        Failure failure = new Failure(code, text(error.get("Message"), LONGEST_MESSAGE), requestId, advice, null);
        return switch (ErrorCodes.kind(code)) {
            case NOT_EXECUTED -> new Outcome.NotExecuted<>(failure);
            case REFUSED -> new Outcome.Refused<>(failure);
            case DOUBTFUL -> new Outcome.Doubtful<>(failure);
        };
    }

    private static <R> Outcome<R> unreadable(String why, @CheckForNull String requestId) {
        return new Outcome.Unknown<>(new Failure("unreadable reply", why, requestId, "", null));
    }

    private static String text(@CheckForNull JsonNode node, int most) {
        return node == null || !node.isTextual() ? "" : PlainText.line(node.textValue(), most);
    }
}
