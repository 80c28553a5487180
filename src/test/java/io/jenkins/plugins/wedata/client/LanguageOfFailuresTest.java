package io.jenkins.plugins.wedata.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.wedata.Speaks;
import io.jenkins.plugins.wedata.api.Effect;
import io.jenkins.plugins.wedata.api.Problem;
import io.jenkins.plugins.wedata.client.CallException.Failure;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A build in Chinese is told of failures in Chinese, and goes on or ends as one in English does. */
@Speaks("zh-CN")
class LanguageOfFailuresTest {

    private static final OutcomeClassifier CLASSIFIER = new OutcomeClassifier(new Json());
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final String CHINESE = "[\\u4e00-\\u9fff]";

    static Stream<TransportException> unanswered() {
        return Stream.of(
                TransportException.notSent("x", null),
                TransportException.replyLost("x", null),
                TransportException.untrusted("x", new IOException()),
                TransportException.broken(new NoSuchMethodError(), false),
                TransportException.broken(new NoSuchMethodError(), true));
    }

    static Stream<String> codes() {
        return Stream.concat(ErrorCodes.published().stream(), Stream.of("Whatever", "FailedOperation.Whatever"));
    }

    private static Outcome.Failed<?> failed(Outcome<?> outcome) {
        return (Outcome.Failed<?>) outcome;
    }

    @Test
    void aFailureIsOneSentenceInTheReadersLanguage() {
        Failure failure = new Failure("FailedOperation.NoLock", "no lock", "65dcda9e", "请先取锁", null);

        assertThat(new CallRefusedException("CommitIntegrationTask", failure, 1200))
                .hasMessage("CommitIntegrationTask：FailedOperation.NoLock：no lock（RequestId 65dcda9e），共尝试 1200 次。请先取锁");
        assertThat(new CallRefusedException("CommitIntegrationTask", new Failure("HTTP 404", "", null, "", null), 1))
                .hasMessage("CommitIntegrationTask：HTTP 404");
    }

    @ParameterizedTest
    @MethodSource("unanswered")
    void whatStandsForACodeIsReadInTheReadersLanguageAndComparedInOne(TransportException error) {
        Outcome.Failed<?> outcome = failed(CLASSIFIER.unanswered(Calls.READ, error));
        CallException chinese = outcome.exception("GetBatchDetailErrorLog", 1);

        assertThat(chinese).hasMessageMatching("GetBatchDetailErrorLog：" + CHINESE + "+：\\w+。[^a-z]*" + CHINESE + ".*");
        assertThat(outcome.reason()).matches(CHINESE + "+");
        assertThat(chinese.code())
                .isIn("not reached", "no reply", "certificate not trusted", "error in this controller");
        Locale.setDefault(Locale.ENGLISH);
        assertThat(outcome.reason()).isEqualTo(chinese.code());
    }

    @Test
    void anErrorInThisControllerIsNotTriedAgainInAnyLanguage() {
        Outcome.Failed<?> broken =
                failed(CLASSIFIER.unanswered(Calls.READ, TransportException.broken(new NoSuchMethodError(), true)));
        Outcome.Failed<?> lost = failed(CLASSIFIER.unanswered(Calls.READ, TransportException.replyLost("x", null)));

        assertThat(Calls.patient().nextDelay(Effect.READ, broken, 1, 0, Duration.ZERO))
                .isEmpty();
        assertThat(Calls.patient().nextDelay(Effect.READ, lost, 1, 0, Duration.ZERO))
                .isPresent();
    }

    @ParameterizedTest
    @MethodSource("codes")
    void everyCodeHasAdviceInTheReadersLanguage(String code) {
        String chinese = advice(code);
        Locale.setDefault(Locale.ENGLISH);

        assertThat(chinese).containsPattern(CHINESE).doesNotContain("。").isNotEqualTo(advice(code));
        assertThat(advice(code)).doesNotContainPattern(CHINESE);
    }

    private static String advice(String code) {
        WireReply reply = ScriptedTransport.reply(200, ScriptedTransport.error(code));
        return failed(CLASSIFIER.classify(Calls.READ, reply, NOW)).failure().advice();
    }

    @Test
    void aWriteThatMayBeDoneSaysThatFirst() {
        Outcome.Failed<?> lost = failed(CLASSIFIER.unanswered(Calls.WRITE, TransportException.replyLost("x", null)));

        assertThat(lost.failure().advice()).startsWith("该调用可能已生效：").endsWith("网络和代理");
    }

    @Test
    void aReplyThatCannotBeReadSaysWhyInTheReadersLanguage() {
        for (String body : List.of("", "{}", "<html>", "{\"Response\":{\"RequestId\":\"r\",\"Data\":[[]]}}")) {
            Failure failure = failed(CLASSIFIER.classify(Calls.READ, ScriptedTransport.reply(200, body), NOW))
                    .failure();
            assertThat(failure.message()).as(body).containsPattern(CHINESE);
            assertThat(failure.code()).isEqualTo("unreadable reply");
        }
    }

    @Test
    void aClockThatIsOffIsToldWithHowFar() {
        assertThat(Advice.forClock(Optional.of(NOW.plusSeconds(372)), NOW)).isEqualTo("此控制器的时钟比腾讯云慢 6 分 12 秒");
        assertThat(Advice.forClock(Optional.of(NOW.minusSeconds(7_265)), NOW)).isEqualTo("此控制器的时钟比腾讯云快 2 小时 1 分 5 秒");
        assertThat(Advice.clockCorrected(Duration.ofSeconds(372))).isEqualTo("此控制器的时钟比腾讯云慢 6 分 12 秒；已校正");
        assertThat(Advice.clockCorrected(Duration.ofSeconds(-372))).isEqualTo("此控制器的时钟比腾讯云快 6 分 12 秒；已校正");
    }

    @Test
    void wrongValuesAreListedInTheReadersLanguage() {
        List<Problem> many = Collections.nCopies(1_052, new Problem("region", "x", Region.EXPECTED.toString()));

        assertThat(new InvalidInputException("wedataCreateTask", many.subList(0, 1)))
                .hasMessage("wedataCreateTask：region：“x”无效；请填写有效的地域，例如 ap-guangzhou、ap-singapore 或 eu-frankfurt");
        assertThat(new InvalidInputException("wedataCreateTask", many).getMessage())
                .startsWith("wedataCreateTask：1052 个值有误\n  - region：“x”无效；")
                .endsWith("\n  - 另有 1002 个，此处未列出");
    }

    @Test
    void whatWouldBeRightFollowsWhoeverReadsNext() {
        String chinese = Endpoint.EXPECTED + "";
        Locale.setDefault(Locale.ENGLISH);

        assertThat(chinese).startsWith("以 https:// 开头的主机地址");
        assertThat(Endpoint.EXPECTED)
                .hasToString("https:// and a host, with a port if need be, or http:// and a loopback"
                        + " address such as 127.0.0.1:8080");
    }
}
