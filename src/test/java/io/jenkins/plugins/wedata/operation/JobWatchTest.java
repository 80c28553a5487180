package io.jenkins.plugins.wedata.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.wedata.Speaks;
import io.jenkins.plugins.wedata.api.JobStatus;
import io.jenkins.plugins.wedata.api.ListBatchDetail;
import io.jenkins.plugins.wedata.api.ListBatchDetail.AsyncResource;
import io.jenkins.plugins.wedata.operation.JobWatch.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobWatchTest {

    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    private final JobWatch watch = new JobWatch(START.plus(Duration.ofMinutes(60)));

    @ParameterizedTest
    @CsvSource({
        "SUCCESS, SUCCESS",
        "SUCCESS_WITH_ALARM, SUCCESS_WITH_ALARM",
        "PART_SUCCESS, PART_SUCCESS",
        "PART_SUCCESS_WITH_ALARM, PART_SUCCESS_WITH_ALARM",
        "FAIL, FAIL",
        "success, SUCCESS"
    })
    void anEndStateEndsTheWatch(String wire, JobStatus expected) {
        assertThat(watch.seen(job(wire, 1, 1, 0), START)).isEqualTo(new Verdict.Ended(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CREATING", "INIT", "RUNNING"})
    void aStateOnTheWayGoesOn(String wire) {
        assertThat(watch.seen(job(wire, 1, 0, 0), START)).isInstanceOf(Verdict.GoesOn.class);
    }

    @Test
    void aJobThatEndsAtTheDeadlineHasEndedAndNotTimedOut() {
        assertThat(watch.seen(job("SUCCESS", 1, 1, 0), START.plus(Duration.ofMinutes(61))))
                .isInstanceOf(Verdict.Ended.class);
    }

    @Test
    void theFirstLookAtOrAfterTheDeadlineIsTheLast() {
        assertThat(watch.seen(job("RUNNING", 1, 0, 0), START.plus(Duration.ofMinutes(60))))
                .isInstanceOf(Verdict.TimedOut.class);
        assertThat(watch.unread(START.plus(Duration.ofMinutes(60)))).isInstanceOf(Verdict.TimedOut.class);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"UNKNOWN", "", "SOMETHING_NEW"})
    void anUnknownStateIsToleratedForTenMinutesAndNoLonger(String wire) {
        assertThat(watch.seen(job(wire, 1, 0, 0), START)).isInstanceOf(Verdict.GoesOn.class);
        assertThat(watch.seen(job(wire, 1, 0, 0), START.plus(Duration.ofSeconds(599))))
                .isInstanceOf(Verdict.GoesOn.class);
        assertThat(watch.seen(job(wire, 1, 0, 0), START.plus(Duration.ofSeconds(600))))
                .isInstanceOf(Verdict.Lost.class);
    }

    @Test
    void aKnownStateInBetweenStartsTheToleranceAnew() {
        watch.seen(job("UNKNOWN", 1, 0, 0), START);
        watch.seen(job("RUNNING", 1, 0, 0), START.plus(Duration.ofMinutes(9)));
        watch.seen(job("UNKNOWN", 1, 0, 0), START.plus(Duration.ofMinutes(11)));
        assertThat(watch.seen(job("UNKNOWN", 1, 0, 0), START.plus(Duration.ofMinutes(20))))
                .isInstanceOf(Verdict.GoesOn.class);
        assertThat(watch.seen(job("UNKNOWN", 1, 0, 0), START.plus(Duration.ofMinutes(21))))
                .isInstanceOf(Verdict.Lost.class);
    }

    @Test
    void aChangeIsNewsAndAStandstillIsNot() {
        assertThat(news(job("RUNNING", 120, 40, 0))).contains("RUNNING, 40 of 120 done");
        assertThat(news(job("RUNNING", 120, 40, 0))).isEmpty();
        assertThat(news(job("RUNNING", 120, 41, 2))).contains("RUNNING, 43 of 120 done, 2 failed");
        assertThat(watch.lastState()).isEqualTo("RUNNING, 43 of 120 done, 2 failed");
    }

    @Test
    @Speaks("en")
    void whatWasToldIsNoNewsInAnotherLanguage() {
        assertThat(news(job("RUNNING", 120, 41, 2))).contains("RUNNING, 43 of 120 done, 2 failed");
        Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
        assertThat(news(job("RUNNING", 120, 41, 2))).isEmpty();
        assertThat(watch.lastState()).isEqualTo("RUNNING，已完成 43 个，共 120 个，失败 2 个");
    }

    @Test
    void aJobThatDoesNotTellItsSizeIsCountedByWhatIsDone() {
        ListBatchDetail.Result job = new ListBatchDetail.Result(1L, null, tasks(3), null, null, "RUNNING", null, null);
        assertThat(news(job)).contains("RUNNING, 3 done");
    }

    private Optional<String> news(ListBatchDetail.Result job) {
        return ((Verdict.GoesOn) watch.seen(job, START)).news();
    }

    private static ListBatchDetail.Result job(String status, long total, int succeeded, int failed) {
        return new ListBatchDetail.Result(
                1L, "ASYNC", tasks(succeeded), tasks(failed), "BATCH_CREATE_VERSION", status, total, false);
    }

    private static List<AsyncResource> tasks(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new AsyncResource((long) i, "task" + i, "name" + i))
                .toList();
    }
}
