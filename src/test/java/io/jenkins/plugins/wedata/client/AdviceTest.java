package io.jenkins.plugins.wedata.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.wedata.api.WeDataAction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a call fails with, the user is told what to do. */
class AdviceTest {

    private static final OutcomeClassifier CLASSIFIER = new OutcomeClassifier(new Json());

    static Stream<String> codes() {
        return Stream.concat(
                ErrorCodes.published().stream(),
                Stream.of("Whatever", "FailedOperation.Whatever", "InternalError.Whatever", "Whatever.Whatever", "."));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void anErrorOfWeDatasHasAdvice(String code) {
        assertAdvised(200, ScriptedTransport.error(code));
    }

    static IntStream statuses() {
        return IntStream.of(300, 302, 400, 401, 403, 404, 407, 408, 413, 429, 500, 502, 503, 504);
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void aStatusHasAdvice(int status) {
        assertAdvised(status, "<html>");
    }

    @Test
    void anUnreadableReplyHasAdvice() {
        for (String body : List.of("", "{}", "<html>", "{\"Response\":{\"RequestId\":\"r\",\"Data\":[[]]}}")) {
            assertAdvised(200, body);
        }
    }

    @Test
    void aCallWithoutReplyHasAdvice() {
        IOException cause = new IOException("reset");
        for (Throwable error : List.of(
                TransportException.notSent("refused", cause),
                TransportException.replyLost("reset", cause),
                TransportException.untrusted("who?", cause),
                TransportException.broken(new NoSuchMethodError(), false),
                TransportException.broken(new NoSuchMethodError(), true),
                new IllegalStateException("bug"))) {
            assertAdvised(Calls.WRITE, CLASSIFIER.unanswered(Calls.WRITE, error));
            assertAdvised(Calls.READ, CLASSIFIER.unanswered(Calls.READ, error));
        }
    }

    @Test
    void whoseCertificateIsNotTrustedNamesProxyAndTrustStore() {
        assertThat(Messages.Advice_Certificate()).contains("proxy", "trust store");
    }

    private static void assertAdvised(int status, String body) {
        WireReply reply = new WireReply(status, null, body.getBytes(StandardCharsets.UTF_8));
        assertAdvised(Calls.WRITE, CLASSIFIER.classify(Calls.WRITE, reply, Instant.EPOCH));
        assertAdvised(Calls.READ, CLASSIFIER.classify(Calls.READ, reply, Instant.EPOCH));
    }

    private static void assertAdvised(WeDataAction<?> action, Outcome<?> outcome) {
        CallException error =
                ((Outcome.Failed<?>) outcome).exception(action.type().name(), 1);
        boolean open = action == Calls.WRITE
                && (error instanceof CallDoubtfulException || error instanceof CallUnknownException);

        assertThat(error.advice()).isNotBlank().doesNotContain("\n").doesNotEndWith(".");
        assertThat(error.advice().contains("may have taken effect"))
                .as(error.toString())
                .isEqualTo(open);
    }
}
