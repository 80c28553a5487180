package io.jenkins.plugins.wedata.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.wedata.api.ActionType;
import io.jenkins.plugins.wedata.api.ApiVersion;
import io.jenkins.plugins.wedata.api.Effect;
import io.jenkins.plugins.wedata.api.Problems;
import io.jenkins.plugins.wedata.api.WeDataAction;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reply within its size that would take many times that in memory, or that breaks its reader. */
class CostlyReplyTest {

    private static final String BEGIN = "{\"Response\":{\"RequestId\":\"r\",\"Data\":";

    /** What reading a reply may allocate in all, most of it for a moment only. */
    private static final long MOST_ALLOCATED = 64L * 1024 * 1024;

    private final OutcomeClassifier classifier = new OutcomeClassifier(new Json());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "[{}]",
                "1",
                "null",
                "\"a\"",
                "1.1",
                "{\"a\":1}",
                "{\"a\":{\"b\":[]}}",
                "[[[[[]]]]]",
                "{\"a\":\"b\"}"
            })
    void aReplyOfMillionsOfPartsIsNotReadToItsEnd(String part) {
        int times = (WireReply.LARGEST_BODY - 200) / (part.length() + 1);
        byte[] body = (BEGIN + "[" + (part + ",").repeat(times - 1) + part + "]}}").getBytes(StandardCharsets.UTF_8);
        long before = allocated();

        Outcome<?> outcome = classifier.classify(Calls.WRITE, new WireReply(200, null, body), ManualTimeSource.START);

        assertThat(allocated() - before).isLessThan(MOST_ALLOCATED);
        assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    @Test
    void aReplyNestedMillionsOfTimesIsUnreadable() {
        byte[] body = (BEGIN + "[".repeat(WireReply.LARGEST_BODY - 100)).getBytes(StandardCharsets.UTF_8);

        assertThat(classifier.classify(Calls.WRITE, new WireReply(200, null, body), ManualTimeSource.START))
                .isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void theEffectOfAWriteWhoseReplyBreaksTheReaderIsUnknown() {
        ManualTimeSource time = new ManualTimeSource();
        ScriptedTransport transport = new ScriptedTransport().thenReply(ScriptedTransport.created("1"));
        try (WeDataClient client = WeDataClient.over(transport, time, Calls.patient())) {
            CallException error = Calls.failure(
                    client.call(Calls.account(), new Breaking(), CallListener.NONE), CallUnknownException.class);

            assertThat(error.code()).isEqualTo("error in this controller");
            assertThat(error).hasMessageContaining("IllegalStateException").hasMessageNotContaining("secret");
            assertThat(transport.sent()).hasSize(1);
        }
    }

    /** A write that cannot bear its own reply. */
    private record Breaking() implements WeDataAction<Breaking.Result> {

        record Result() {}

        @Override
        public ActionType<Result> type() {
            return new ActionType<>("CreateTask", ApiVersion.V2021_08_20, Effect.WRITE, Result.class);
        }

        @Override
        public void check(Problems problems) {
            // Whatever it is.
        }

        @Override
        public Optional<String> absentIn(Result result) {
            throw new IllegalStateException("secret");
        }
    }
}
