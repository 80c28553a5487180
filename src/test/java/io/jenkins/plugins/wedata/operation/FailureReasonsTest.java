package io.jenkins.plugins.wedata.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.wedata.Speaks;
import io.jenkins.plugins.wedata.api.ListBatchDetail.AsyncResource;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@Speaks("en")
class FailureReasonsTest {

    private final CannedWeData weData =
            new CannedWeData(request -> request.contains("20261122") ? "\"Data\":\"no rights\"" : "\"Data\":\"\"");

    @Test
    void theTableLinesUpUnderItsHeadings() {
        ask(task("20261122", "load"), task("7", "orders_to_lake"));
        assertThat(weData.log)
                .containsExactly(
                        "  task      name            reason",
                        "  20261122  load            no rights",
                        "  7         orders_to_lake  (WeData gives no reason)");
    }

    @Test
    void aChineseCharacterTakesTheRoomOfTwoLetters() {
        Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
        ask(task("20261122", "订单入湖"), task("7", "load"));
        assertThat(weData.log)
                .containsExactly(
                        "  任务      名称      原因", "  20261122  订单入湖  no rights", "  7         load      （WeData 未返回原因）");
    }

    @Test
    void aMessageNamesTheFirstFewAndSaysHowManyMoreThereAre() {
        List<FailedTask> failures = IntStream.range(0, 6)
                .mapToObj(i -> new FailedTask("t" + i, "", "no rights"))
                .toList();
        assertThat(FailureReasons.inShort(failures.subList(0, 5), 1200))
                .startsWith(", 5 of 1200 tasks failed: t0: no rights; ")
                .endsWith("t4: no rights");
        assertThat(FailureReasons.inShort(failures, 1200)).endsWith("t4: no rights; and 1 more, see the log");
        Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
        assertThat(FailureReasons.inShort(failures, 1200))
                .startsWith("，1200 个任务中有 6 个失败：t0：no rights；t1：no rights；")
                .endsWith("；另有 1 个，请查看日志");
    }

    private void ask(AsyncResource... failed) {
        CompletableFuture<List<FailedTask>> asked = new FailureReasons(weData.session, 2528, "p").of(List.of(failed));
        weData.time.advanceUntil(asked, Duration.ofSeconds(1), Duration.ofMinutes(1));
    }

    private static AsyncResource task(String id, String name) {
        return new AsyncResource(1L, id, name);
    }
}
