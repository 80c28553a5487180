package io.jenkins.plugins.wedata.client;

import static io.jenkins.plugins.wedata.client.ScriptedTransport.reply;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.wedata.api.WeDataAction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomeClassifierTest {

    private static final Instant NOW = ManualTimeSource.START;

    private final OutcomeClassifier classifier = new OutcomeClassifier(new Json());

    private <R> Outcome<R> classify(WeDataAction<R> action, int status, String body) {
        return classifier.classify(action, reply(status, body), NOW);
    }

    @SuppressWarnings("unchecked")
    private static <F extends Outcome.Failed<?>> CallException failed(Outcome<?> outcome, Class<F> type) {
        assertThat(outcome).isInstanceOf(type);
        return ((Outcome.Failed<Object>) outcome).exception("CreateTask", 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "{}",
                "[]",
                "12",
                "\"secret-body\"",
                "<html>secret-body</html>",
                "{\"Response\":",
                "{\"Response\":{\"Data\":{\"Id\":\"secret-body\"},\"Requ",
                "{\"Response\":null}",
                "{\"Response\":[]}",
                "{\"Response\":\"secret-body\"}",
                "{\"Response\":{}}",
                "{\"Response\":{\"Data\":{\"Id\":\"secret-body\"}}}",
                "{\"Response\":{\"Data\":{\"Id\":\"1\"},\"RequestId\":\"\"}}",
                "{\"Response\":{\"Data\":{\"Id\":\"1\"},\"RequestId\":7}}",
                "{\"Response\":{\"RequestId\":\"r\"}}",
                "{\"Response\":{\"Data\":null,\"RequestId\":\"r\"}}",
                "{\"Response\":{\"Data\":{\"Id\":\" \"},\"RequestId\":\"r\"}}",
                "{\"Response\":{\"Data\":\"secret-body\",\"RequestId\":\"r\"}}",
                "{\"Response\":{\"Data\":{\"Id\":{\"secret-body\":1}},\"RequestId\":\"r\"}}",
                "{\"Response\":{\"Data\":[1],\"RequestId\":\"r\"}}",
                "{\"Response\":{\"Error\":{},\"RequestId\":\"r\"}}",
                "{\"Response\":{\"Error\":\"secret-body\",\"RequestId\":\"r\"}}",
                "{\"Response\":{\"Error\":{\"Code\":null,\"Message\":\"m\"},\"RequestId\":\"r\"}}",
                "{\"Response\":{\"Error\":{\"Code\":\" \",\"Message\":\"m\"},\"RequestId\":\"r\"}}",
                "{\"Response\":{\"Error\":{\"Code\":12,\"Message\":\"m\"},\"RequestId\":\"r\"}}",
                "{\"Response\":{\"Error\":[],\"RequestId\":\"r\"}}",
                "{\"Response\":{\"Data\":{\"Id\":\"1\"},\"RequestId\":\"r\",\"Error\":1e2147483648}}",
                "{\"Response\":{\"Data\":{\"Id\":\"1\"},\"More\":NaN,\"RequestId\":\"r\"}}",
                "{\"Response\":{\"Data\":{\"Id\":\"1\"},\"RequestId\":\"r\"}}\u0000",
                "\uFEFF\uFEFF{\"Response\":{\"Data\":{\"Id\":\"1\"},\"RequestId\":\"r\"}}",
                "{\"Response\":{\"Data\":{\"Id\":\"1\"},\"RequestId\":\"r\"}} <html>secret-body</html>"
            })
    void aReplyThatCannotBeReadLeavesTheEffectUnknownAndIsNotRepeated(String body) {
        CallException error = failed(classify(Calls.WRITE, 200, body), Outcome.Unknown.class);

        assertThat(error).isInstanceOf(CallUnknownException.class).hasNoCause();
        assertThat(error.code()).isEqualTo("unreadable reply");
        assertThat(error.toString()).doesNotContain("secret-body").doesNotContain("<html>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-32BE"})
    void aReplyThatIsNoUtf8IsUnreadable(String charset) throws IOException {
        byte[] body = "{\"Response\":{\"Data\":{\"Id\":\"1\"},\"RequestId\":\"r\"}}".getBytes(charset);

        Outcome<?> outcome = classifier.classify(Calls.WRITE, new WireReply(200, null, body), NOW);

        assertThat(failed(outcome, Outcome.Unknown.class).code()).isEqualTo("unreadable reply");
    }

    @Test
    void aMarkOfByteOrderBeforeAReplyIsPassedOver() {
        assertThat(classify(Calls.WRITE, 200, "\uFEFF {\"Response\":{\"Data\":{\"Id\":\"1\"},\"RequestId\":\"r\"}}"))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void aReplyNestedBeyondReasonIsUnreadable() {
        String deep = "{\"Response\":{\"RequestId\":\"r\",\"Data\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}}";

        failed(classify(Calls.WRITE, 200, deep), Outcome.Unknown.class);
    }

    @Test
    void theRequestIdOfAReplyThatCannotBeReadIsKept() {
        CallException error = failed(
                classify(Calls.WRITE, 200, "{\"Response\":{\"Data\":7,\"RequestId\":\"r\"}}"), Outcome.Unknown.class);

        assertThat(error.requestId()).contains("r");
        assertThat(error)
                .hasMessageStartingWith(
                        "CreateTask: unreadable reply: it has a value of the wrong kind at Data (RequestId r). It may");
    }

    @ParameterizedTest
    @CsvSource({
        "408, Unknown",
        "500, Unknown",
        "502, Unknown",
        "503, Unknown",
        "504, Unknown",
        "599, Unknown",
        "429, NotExecuted",
        "300, Refused",
        "301, Refused",
        "302, Refused",
        "307, Refused",
        "400, Refused",
        "401, Refused",
        "403, Refused",
        "404, Refused",
        "407, Refused",
        "413, Refused",
        "421, Refused"
    })
    void aStatusOtherThanSuccessHasAClass(int status, String expected) {
        Outcome<?> outcome = classify(Calls.WRITE, status, ScriptedTransport.created("1"));

        assertThat(outcome.getClass().getSimpleName()).isEqualTo(expected);
        assertThat(failed(outcome, Outcome.Failed.class).code()).isEqualTo("HTTP " + status);
    }

    @Test
    void aRedirectNamesTheProxy() {
        assertThat(failed(classify(Calls.WRITE, 302, "<html>"), Outcome.Refused.class)
                        .advice())
                .contains("redirects are not followed", "proxy");
    }

    @Test
    void aReplyWithoutContentIsUnknown() {
        failed(classify(Calls.WRITE, 204, ""), Outcome.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Response\":{\"Error\":null,\"Data\":{\"Id\":\"1\"},\"RequestId\":\"r\"}}",
                "{\"More\":[1],\"Response\":{\"Data\":{\"Id\":\"1\",\"More\":{}},\"More\":[],\"RequestId\":\"r\"}}",
                "{\"Response\":{\"Data\":{\"Id\":\"1\"},\"More\":1e2147483648,\"RequestId\":\"r\"}}",
                "\uFEFF{\"Response\":{\"Data\":{\"Id\":\"1\"},\"RequestId\":\"r\"}}",
                "{\"Response\":{\"Data\":{\"Id\":\"2\",\"Id\":\"1\"},\"RequestId\":\"q\",\"RequestId\":\"r\"}}",
                "{\"Response\":{\"Data\":{\"Id\":\"2\"},\"RequestId\":\"q\"},\"Response\":{\"Data\":{\"Id\":\"1\"},\"RequestId\":\"r\"}}",
                "{\"Response\":{\"Data\":{\"Id\":1},\"RequestId\":\"r\"}}"
            })
    void whatWedatasOwnSdkBearsIsBorne(String body) {
        Outcome<?> outcome = classify(Calls.WRITE, 200, body);

        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        Reply<?> reply = ((Outcome.Done<?>) outcome).reply();
        assertThat(reply.requestId()).isEqualTo("r");
        assertThat(reply.result()).hasToString("Result[data=CommonId[id=1]]");
    }

    @Test
    void anErrorKeepsCodeMessageAndRequestId() {
        CallException error = failed(
                classify(Calls.WRITE, 200, ScriptedTransport.error("UnsupportedOperation")), Outcome.Refused.class);

        assertThat(error).isInstanceOf(CallRefusedException.class);
        assertThat(error.code()).isEqualTo("UnsupportedOperation");
        assertThat(error.requestId()).contains(ScriptedTransport.REQUEST_ID);
        assertThat(error)
                .hasMessage("CreateTask: UnsupportedOperation: because (RequestId " + ScriptedTransport.REQUEST_ID
                        + "). WeData does not allow this as things are; look at the task in WeData");
    }

    @Test
    void wedatasMessageIsMadeOneShortLine() {
        String message = "bad\\u0000\\u001b[31m\\r\\nFinished: SUCCESS\\u202egnp\\u2028\\ud800" + "x".repeat(9_000);
        String body = "{\"Response\":{\"Error\":{\"Code\":\"A\\n.B\",\"Message\":\"" + message
                + "\"},\"RequestId\":\"r\\u0007" + "y".repeat(9_000) + "\"}}";

        CallException error = failed(classify(Calls.WRITE, 200, body), Outcome.Refused.class);

        assertThat(error.getMessage())
                .hasSizeLessThan(900)
                .doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028]")
                .contains("bad [31m Finished: SUCCESS gnp xxx");
    }

    @Test
    void anErrorWhoseMessageIsNoTextStillCounts() {
        String body = "{\"Response\":{\"Error\":{\"Code\":\"InvalidParameter\",\"Message\":{}},\"RequestId\":\"r\"}}";

        assertThat(failed(classify(Calls.WRITE, 200, body), Outcome.Refused.class))
                .hasMessageStartingWith("CreateTask: InvalidParameter (RequestId r). ");
    }

    @Test
    void whatWasNotSentDidNothingAndWhatMayHaveBeenIsUnknown() {
        IOException cause = new IOException("reset");

        failed(
                classifier.unanswered(Calls.WRITE, TransportException.notSent("refused", cause)),
                Outcome.NotExecuted.class);
        failed(classifier.unanswered(Calls.WRITE, TransportException.replyLost("reset", cause)), Outcome.Unknown.class);
        failed(classifier.unanswered(Calls.WRITE, TransportException.untrusted("no", cause)), Outcome.Refused.class);
        failed(
                classifier.unanswered(Calls.WRITE, TransportException.broken(new Error("secret"), false)),
                Outcome.Refused.class);
        failed(classifier.unanswered(Calls.WRITE, new IllegalStateException("bug")), Outcome.Unknown.class);
    }

    @Test
    void whatBrokeTheExchangeIsTheCauseAndOnlyItsKindIsInTheMessage() {
        Error bug = new NoSuchMethodError("secret");

        CallException error =
                failed(classifier.unanswered(Calls.READ, TransportException.broken(bug, true)), Outcome.Unknown.class);

        assertThat(error)
                .hasCause(bug)
                .hasMessageStartingWith("CreateTask: error in this controller: NoSuchMethodError");
        assertThat(error).hasMessageNotContaining("secret").hasMessageContaining("plugins of this controller");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PT6M12S | This controller's clock is 6 min 12 s behind Tencent's",
                "PT-6M-12S | This controller's clock is 6 min 12 s ahead of Tencent's",
                "PT8H0M1S | This controller's clock is 8 h 0 min 1 s behind Tencent's",
                "PT4M | This controller's clock is right; the key's login may be over"
            })
    void anExpiredSignatureTellsHowFarTheClockIsOff(Duration behind, String advice) {
        byte[] body = ScriptedTransport.error("AuthFailure.SignatureExpire").getBytes(StandardCharsets.UTF_8);
        WireReply reply = new WireReply(200, ScriptedTransport.httpDate(NOW.plus(behind)), body);

        assertThat(failed(classifier.classify(Calls.WRITE, reply, NOW), Outcome.Refused.class)
                        .advice())
                .isEqualTo(advice);
    }

    @Test
    void anExpiredSignatureWithoutDateStillNamesTheClock() {
        assertThat(failed(
                                classify(Calls.WRITE, 200, ScriptedTransport.error("AuthFailure.SignatureExpire")),
                                Outcome.Refused.class)
                        .advice())
                .contains("clock", "5 minutes");
    }
}
