package io.jenkins.plugins.wedata.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.model.Result;
import io.jenkins.plugins.wedata.emulator.JobEnd;
import io.jenkins.plugins.wedata.emulator.Pace;
import io.jenkins.plugins.wedata.journal.OperationOutcome;
import io.jenkins.plugins.wedata.journal.OperationRow;
import io.jenkins.plugins.wedata.operation.FailedTask;
import io.jenkins.plugins.wedata.operation.JobTally;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the journal of a build tells, and its page shows, of a wait for several batch jobs of another build. */
class FromSeveralJobsTest {

    private static final String LOOK = "ListBatchDetail";
    private static final Duration LONG_TURN = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    private FromBuildBench builds;
    private StepBench bench;

    @BeforeEach
    void open() {
        builds = new FromBuildBench(folder);
        bench = builds.bench;
        IntStream.rangeClosed(1, 6)
                .forEach(i -> bench.weData.world().task(StepBench.WORKFLOW, task(i), "task" + i, 35));
    }

    @AfterEach
    void close() {
        builds.close();
    }

    private static String task(int i) {
        return "2026030208000000" + i;
    }

    @Test
    void failuresAndCountsAreThoseOfAllJobs() throws Exception {
        bench.weData.world().failVersionOf(task(2), "no parent").failVersionOf(task(5), "no owner");
        threeJobs();
        builds.begin("8");

        assertThatThrownBy(() -> bench.run(FromBuildBench.from("7")))
                .hasMessageStartingWith("2 of 3 batch jobs did not succeed. ");

        OperationRow row = builds.onlyRow("8");
        assertThat(row.ended().outcome()).isEqualTo(OperationOutcome.FAILED);
        assertThat(row.failed()).extracting(FailedTask::taskId).containsExactlyInAnyOrder(task(2), task(5));
        assertThat(row.failed()).extracting(FailedTask::reason).containsExactlyInAnyOrder("no parent", "no owner");
        assertThat(row.failuresLeftOut()).isZero();
        assertThat(row.tally()).isEqualTo(new JobTally(null, "PART_SUCCESS", 6, 2, 6L));
    }

    @Test
    void aLineIsWrittenOnlyWhenTheSumIsAnother() throws Exception {
        bench.weData.switches().pace(Pace.byTime(Duration.ZERO, Duration.ZERO, Duration.ofMinutes(10), Duration.ZERO));
        threeJobs();
        int before = bench.weData.ledger().deliveries(LOOK);
        builds.begin("8");

        bench.start(FromBuildBench.from("7"));
        bench.end(LONG_TURN);

        assertThat(bench.weData.ledger().deliveries(LOOK) - before).as("looks").isGreaterThan(100);
        assertThat(lines("8", "counted")).hasSizeBetween(2, 12);
        assertThat(builds.onlyRow("8").tally()).isEqualTo(new JobTally(null, "SUCCESS", 6, 0, 6L));
    }

    @Test
    void howFarAJobWasThatEndedBeforeIsPartOfTheSum() throws Exception {
        builds.start(builds.called(builds.batch(task(1), task(2), task(3))));
        BatchVersionStep whole = builds.called(builds.batch(task(4)));
        bench.runAndForget(whole);
        bench.weData.switches().jobEnd(JobEnd.RUNNING);
        builds.begin("8");
        bench.start(FromBuildBench.from("7"));
        bench.until(() -> lines("8", "counted").size() > 0);
        JobTally tally = builds.onlyRow("8").tally();
        assertThat(tally.total()).isEqualTo(4);
        assertThat(tally.done()).isPositive();
    }

    @Test
    void afterARestartNoFailureIsToldTwice() throws Exception {
        bench.weData.world().failVersionOf(task(2), "no parent").failVersionOf(task(6), "no owner");
        builds.start(builds.called(builds.batch(task(1), task(2))));
        Pace slow = Pace.byTime(Duration.ZERO, Duration.ZERO, Duration.ofMinutes(5), Duration.ZERO);
        bench.time.advance(Duration.ofMinutes(1));
        bench.weData.switches().pace(slow);
        builds.start(builds.called(builds.batch(task(5), task(6))));
        builds.begin("8");
        StepExecution execution = bench.start(FromBuildBench.from("7"));
        bench.until(() -> !lines("8", "failures").isEmpty());
        StepExecution revived = bench.restart(execution);
        revived.onResume();
        assertThatThrownBy(() -> bench.end(LONG_TURN)).hasMessageContaining("no parent");
        assertThat(builds.onlyRow("8").failed())
                .extracting(FailedTask::taskId)
                .containsExactlyInAnyOrder(task(2), task(6));
    }

    @Test
    void whoGivesUpGivesUpTheWaitForEachJob() throws Exception {
        bench.weData.switches().jobEnd(JobEnd.RUNNING);
        threeJobs();
        int before = bench.weData.ledger().deliveries(LOOK);
        builds.begin("8");
        StepExecution execution = bench.start(FromBuildBench.from("7"));
        bench.until(() -> bench.weData.ledger().deliveries(LOOK) >= before + 6);
        execution.stop(new FlowInterruptedException(Result.ABORTED, true));
        int looks = bench.weData.ledger().deliveries(LOOK);
        bench.time.advance(Duration.ofMinutes(5));
        assertThat(bench.weData.ledger().deliveries(LOOK)).isEqualTo(looks);
    }

    private void threeJobs() throws Exception {
        builds.start(builds.called(builds.batch(task(1), task(2), task(3))));
        builds.start(builds.called(builds.batch(task(4))));
        builds.start(builds.called(builds.batch(task(5), task(6))));
    }

    private List<String> lines(String number, String kind) {
        Path journal = builds.journal(number);
        try {
            return Files.exists(journal)
                    ? Files.readAllLines(journal).stream()
                            .filter(line -> line.contains("\"is\":\"" + kind + "\""))
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
