package io.jenkins.plugins.wedata.client;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.api.PlainText;
import io.jenkins.plugins.wedata.api.WeDataAction;
import io.jenkins.plugins.wedata.client.CallException.Failure;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jvnet.localizer.Localizable;

/** Tells what an attempt came to, from whatever came back. Nothing of a body gets into a message but WeData's own text. */
final class OutcomeClassifier {

    /** Stands for a code when the exchange broke down on this side; the same happens each time. */
    static final String BROKEN = "error in this controller";

    private static final String NOT_REACHED = "not reached";
    private static final String UNTRUSTED = "certificate not trusted";
    private static final String NO_REPLY = "no reply";
    private static final String UNREADABLE = "unreadable reply";

    /** What stands for a code has one name in every language, since retries go by it; people read these words. */
    private static final Map<String, Localizable> IN_WORDS = Map.of(
            BROKEN, Messages._OutcomeClassifier_Broken(),
            NOT_REACHED, Messages._OutcomeClassifier_NotReached(),
            UNTRUSTED, Messages._OutcomeClassifier_Untrusted(),
            NO_REPLY, Messages._OutcomeClassifier_NoReply(),
            UNREADABLE, Messages._OutcomeClassifier_Unreadable());

    private static final int LONGEST_MESSAGE = 500;
    private static final int LONGEST_NAME = 100;

    private final Json json;

    OutcomeClassifier(Json json) {
        this.json = json;
    }

    /**
     * A failure's code for people.
     *
     * @param code WeData's error code, or what stands for it
     * @return WeData's as it is, anything else in the reader's language
     */
    static String inWords(String code) {
        Localizable words = IN_WORDS.get(code);
        return words == null ? code : words.toString();
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
            case NOT_SENT -> new Outcome.NotExecuted<>(failure(NOT_REACHED, known, Messages.Advice_Network()));
            case UNTRUSTED -> new Outcome.Refused<>(failure(UNTRUSTED, known, Messages.Advice_Certificate()));
            case BROKEN_BEFORE_SENT ->
                new Outcome.Refused<>(failure(BROKEN, known.getCause(), Messages.Advice_Software()));
            case BROKEN ->
                new Outcome.Unknown<>(
                        failure(BROKEN, known.getCause(), Advice.mayBeDone(action, Messages.Advice_Software())));
            case REPLY_LOST ->
                new Outcome.Unknown<>(failure(NO_REPLY, known, Advice.mayBeDone(action, Messages.Advice_Lost())));
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
            return new Outcome.NotExecuted<>(httpFailure(
                    status, Messages.OutcomeClassifier_TooManyCalls(), ErrorAdvice.of("RequestLimitExceeded")));
        }
        if (status >= 500 || status == 408) {
            return new Outcome.Unknown<>(httpFailure(
                    status, Messages.OutcomeClassifier_NotWeDatas(), Advice.mayBeDone(action, Messages.Advice_Lost())));
        }
        if (status >= 300) {
            return new Outcome.Refused<>(
                    httpFailure(status, Messages.OutcomeClassifier_NotWeDatas(), Advice.forStatus(status)));
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
            return unreadable(action, Messages.OutcomeClassifier_NotJson(), null);
        }
        if (frame.isEmpty()) {
            return unreadable(action, Messages.OutcomeClassifier_Lacks("Response"), null);
        }
        String requestId = text(frame.get().requestId(), LONGEST_NAME);
        if (requestId.isEmpty()) {
            return unreadable(action, Messages.OutcomeClassifier_Lacks("RequestId"), null);
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
            return unreadable(action, wrongKind(e), requestId);
        }
        Optional<String> absent = action.absentIn(result);
        return absent.isPresent()
                ? unreadable(action, Messages.OutcomeClassifier_Lacks(absent.get()), requestId)
                : new Outcome.Done<>(new Reply<>(result, requestId));
    }

    private static String wrongKind(Exception e) {
        if (!(e instanceof JsonMappingException mapping) || mapping.getPath().isEmpty()) {
            return Messages.OutcomeClassifier_WrongKind();
        }
        return Messages.OutcomeClassifier_WrongKindAt(mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining(".")));
    }

    private static <R> Outcome<R> failure(
            WeDataAction<R> action, JsonNode error, String requestId, Optional<Instant> date, Instant now) {
        String code = text(error.get("Code"), LONGEST_NAME);
        if (code.isEmpty()) {
            return unreadable(action, Messages.OutcomeClassifier_NoCode(), requestId);
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
                new Failure(UNREADABLE, why, requestId, Advice.mayBeDone(action, Messages.Advice_Unreadable()), null));
    }

    private static String text(@CheckForNull JsonNode node, int most) {
        return node == null || !node.isTextual() ? "" : PlainText.line(node.textValue(), most);
    }
}
