package io.jenkins.plugins.wedata.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.wedata.journal.CallSite;
import io.jenkins.plugins.wedata.journal.Journal;
import io.jenkins.plugins.wedata.journal.JournalEntry;
import io.jenkins.plugins.wedata.journal.OperationOutcome;
import io.jenkins.plugins.wedata.operation.FailedTask;
import io.jenkins.plugins.wedata.operation.JobTally;
import io.jenkins.plugins.wedata.operation.OperationDescription;
import io.jenkins.plugins.wedata.operation.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    @TempDir
    Path build;

    private final AtomicInteger looks = new AtomicInteger();
    private Path file;
    private Journal journal;
    private ReportCache cache;

    @BeforeEach
    void open() {
        file = build.resolve("wedata").resolve("journal");
        journal = new Journal(() -> file);
        cache = new ReportCache(() -> {
            looks.incrementAndGet();
            return file;
        });
    }

    private void begun(String key, CallSite site) throws IOException {
        journal.append(new JournalEntry.Begun(
                key, "wedataBatchVersion", new OperationDescription("A", key, "1"), null, site, null, null, null, NOW));
    }

    private void ended(String key, OperationOutcome outcome, Map<String, Object> result) throws IOException {
        journal.append(new JournalEntry.Ended(key, outcome, null, result, true, NOW.plus(Duration.ofSeconds(5))));
    }

    @Test
    void whatADamagedJournalDoesNotTellIsShownAsNotTold() throws Exception {
        String at = "\"at\":\"" + NOW + "\"}\n";
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                "{\"is\":\"begun\",\"key\":\"a\"," + at
                        + "{\"is\":\"reached\",\"key\":\"b\",\"progress\":{\"stage\":\"LATER\"}," + at
                        + "{\"is\":\"counted\",\"key\":\"b\"," + at
                        + "{\"is\":\"ended\",\"key\":\"b\",\"outcome\":\"LATER\"," + at);
        List<OperationView> shown = cache.report(false).getOperations();
        assertThat(shown).extracting(OperationView::getStep).containsOnly("?");
        assertThat(shown)
                .extracting(OperationView::getState)
                .containsExactlyInAnyOrder(OperationState.INTERRUPTED, OperationState.UNKNOWN);
        assertThat(shown).allSatisfy(view -> {
            assertThat(view.getAction()).isEqualTo("?");
            assertThat(view.getId()).isNull();
            assertThat(view.getRequestId()).isNull();
            assertThat(view.getConsoleUrl()).isNull();
            assertThat(view.getJob()).isNull();
            assertThat(view.isRehearsal()).isFalse();
        });
    }

    @Test
    void whatHasNoEndRunsWhileTheBuildDoesAndIsUnknownAfterwards() throws Exception {
        begun("a", CallSite.MAINLAND);
        assertThat(cache.report(true).getOperations().get(0).getState()).isEqualTo(OperationState.RUNNING);
        assertThat(cache.report(false).getOperations().get(0).getState()).isEqualTo(OperationState.INTERRUPTED);
        assertThat(cache.report(false).getOperations().get(0).getDuration()).isNull();
    }

    @Test
    void everyOutcomeHasAState() throws Exception {
        for (OperationOutcome outcome : OperationOutcome.values()) {
            begun(outcome.name(), CallSite.MAINLAND);
            ended(outcome.name(), outcome, Map.of());
        }
        assertThat(cache.report(false).getOperations())
                .extracting(OperationView::getOutcome)
                .containsExactly("SUCCESS", "UNSTABLE", "FAILED", "ABORTED", "UNKNOWN");
    }

    @Test
    void theSummaryNamesTroubleFirstThenWhatRunsAndOnlyAFew() throws Exception {
        for (int i = 0; i < 3; i++) {
            begun("running" + i, CallSite.MAINLAND);
        }
        for (int i = 0; i < 4; i++) {
            begun("failed" + i, CallSite.MAINLAND);
            ended("failed" + i, OperationOutcome.FAILED, Map.of());
            begun("good" + i, CallSite.MAINLAND);
            ended("good" + i, OperationOutcome.SUCCESS, Map.of());
        }
        Report report = cache.report(true);
        assertThat(report.getHighlights())
                .extracting(OperationView::getWhat)
                .containsExactly("failed0", "failed1", "failed2", "failed3", "running0");
        assertThat(report.getMoreHighlights()).isEqualTo(2);
        assertThat(report.getCounts())
                .extracting(count -> count.getState() + " " + count.getCount())
                .containsExactly("FAILED 4", "RUNNING 3", "SUCCESS 4");
    }

    @Test
    void theConsoleIsTheSitesAndNoneWhereItIsNotKnown() throws Exception {
        for (CallSite site : CallSite.values()) {
            begun(site.name(), site);
        }
        assertThat(cache.report(false).getOperations())
                .extracting(OperationView::getConsoleUrl)
                .containsExactly(
                        "https://console.cloud.tencent.com/wedata",
                        "https://console.tencentcloud.com/wedata",
                        null,
                        null);
        assertThat(cache.report(false).isRehearsal()).isTrue();
    }

    @Test
    void aBuildThatRehearsesInPartDoesNotPassForARehearsal() throws Exception {
        assertThat(cache.report(false).isRehearsalInPart()).isFalse();
        begun("tried", CallSite.REHEARSAL);
        assertThat(cache.report(false).isRehearsalInPart()).isFalse();
        begun("made", CallSite.MAINLAND);
        assertThat(cache.report(false).isRehearsal()).isTrue();
        assertThat(cache.report(false).isRehearsalInPart()).isTrue();
    }

    @Test
    void idsAreThoseOfTheWriteElseOfTheResultAndFitForAPage() throws Exception {
        begun("a", CallSite.MAINLAND);
        journal.append(new JournalEntry.Reached("a", Progress.written("t\u001b1", "r\n2", NOW), NOW));
        begun("b", CallSite.MAINLAND);
        ended("b", OperationOutcome.SUCCESS, Map.of("taskId", "t9"));
        List<OperationView> operations = cache.report(false).getOperations();
        assertThat(operations.get(0).getId()).isEqualTo("t 1");
        assertThat(operations.get(0).getRequestId()).isEqualTo("r 2");
        assertThat(operations.get(1).getId()).isEqualTo("t9");
        assertThat(operations.get(1).getRequestId()).isNull();
        assertThat(operations.get(1).getDurationMillis()).isEqualTo(5_000);
    }

    @Test
    void aBarStaysWithinItsBoundsWhateverWeDataCounts() throws Exception {
        begun("a", CallSite.MAINLAND);
        for (JobTally tally : List.of(
                new JobTally("1", "RUNNING", 3, 1, 4L),
                new JobTally("1", "RUNNING", 9, 1, 4L),
                new JobTally("1", "RUNNING", 0, 0, 0L),
                new JobTally("1", "RUNNING", 1, 5, null))) {
            journal.append(new JournalEntry.Counted("a", tally, NOW));
            JobView job = cache.report(true).getJobs().get(0).getJob();
            assertThat(job.getSucceededWidth()).isBetween(0.0, 100.0);
            assertThat(job.getFailedWidth()).isBetween(0.0, 100.0);
        }
        journal.append(new JournalEntry.Counted("a", new JobTally("1", "RUNNING", 3, 1, 4L), NOW));
        assertThat(cache.report(true).getJobs().get(0).getJob().getSucceededWidth())
                .isEqualTo(50);
        assertThat(cache.report(true).getJobs().get(0).getJob().getFailedWidth())
                .isEqualTo(25);
    }

    @Test
    void aLookThatFindsNothingNewMakesNothingAnewWithFiveThousandFailures() throws Exception {
        begun("a", CallSite.MAINLAND);
        for (int first = 0; first < 5_000; first += 200) {
            List<FailedTask> tasks = new ArrayList<>();
            for (int i = first; i < first + 200; i++) {
                tasks.add(new FailedTask("t" + i, "n", "r"));
            }
            journal.append(new JournalEntry.Failures("a", first, tasks, 0, NOW));
        }
        Report first = cache.report(true);
        assertThat(first.getFailedTasks()).hasSize(5_000);
        assertThat(cache.report(true)).isSameAs(first);
        ended("a", OperationOutcome.FAILED, Map.of());
        Report second = cache.report(true);
        assertThat(second).isNotSameAs(first);

        ReportChange change = new ReportChange(second, first.getRevision(), first.getFailuresRevision());
        assertThat(change.isNews()).isTrue();
        assertThat(change.isFailuresNews())
                .as("the same 5,000 are not sent again")
                .isFalse();
        assertThat(new ReportChange(second, second.getRevision(), null).isNews())
                .isFalse();
        assertThat(new ReportChange(second, null, null).isFailuresNews()).isTrue();
    }

    @Test
    void whatRunsIsNewAtEachLook() throws Exception {
        begun("a", CallSite.MAINLAND);
        Report report = cache.report(true);
        assertThat(new ReportChange(report, report.getRevision(), "0").isNews()).isTrue();
    }

    @Test
    void failedTasksThatTheJournalDoesNotNameAreCounted() throws Exception {
        begun("a", CallSite.MAINLAND);
        journal.append(new JournalEntry.Failures("a", 0, List.of(new FailedTask("1", "n", "r")), 7, NOW));
        assertThat(cache.report(true).getFailedTasksLeftOut()).isEqualTo(7);
        assertThat(cache.report(true).getOperations().get(0).getFailedCount()).isEqualTo(8);
    }

    @Test
    void aBuildWithoutAJournalShowsNothing() throws Exception {
        Report report = cache.report(false);
        assertThat(report.getOperations()).isEmpty();
        assertThat(report.getCounts()).isEmpty();
        assertThat(report.getRevision()).isEqualTo("0-ended");
        assertThat(Files.exists(file)).isFalse();
    }
}
