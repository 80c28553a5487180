package io.jenkins.plugins.wedata.steps;

import static io.jenkins.plugins.wedata.steps.StepBench.WORKFLOW;
import static org.assertj.core.api.Assertions.assertThat;

import hudson.AbortException;
import hudson.model.Result;
import io.jenkins.plugins.wedata.emulator.JobEnd;
import io.jenkins.plugins.wedata.emulator.Pace;
import io.jenkins.plugins.wedata.journal.Journal;
import io.jenkins.plugins.wedata.journal.JournalEntry;
import io.jenkins.plugins.wedata.journal.JournalReader;
import io.jenkins.plugins.wedata.journal.OperationOutcome;
import io.jenkins.plugins.wedata.journal.OperationRow;
import io.jenkins.plugins.wedata.journal.OperationTable;
import io.jenkins.plugins.wedata.operation.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Steps whose controller ends without a word, at each point that matters. What was saved then is older than what was done. */
class RevivedStepTest {

    private final StepBench bench = new StepBench();

    @TempDir
    Path folder;

    @BeforeEach
    void tasks() {
        bench.weData
                .world()
                .task(WORKFLOW, "20260302080000001", "load-1", 35)
                .task(WORKFLOW, "20260302080000002", "b", 35);
    }

    @BeforeEach
    void open() {
        bench.build.journal = new Journal(() -> folder.resolve("wedata").resolve("journal"));
        bench.weData
                .switches()
                .pace(Pace.byTime(Duration.ofMinutes(1), Duration.ZERO, Duration.ofSeconds(1), Duration.ZERO));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    /** The controller is started anew; the program comes back as it was when it was saved. */
    private void revive(byte[] saved) throws Exception {
        StepExecution revived = bench.revive(saved);
        open();
        revived.onResume();
    }

    /** The controller is started anew; the program was saved before the step, and starts it again elsewhere in its graph. */
    private void startAgain(WeDataStep step) throws Exception {
        bench.revive(StepBench.write("nothing of the step"));
        open();
        bench.build.stepTag = "release#7.13";
        bench.start(step);
    }

    @Test
    void aProgramSavedBeforeTheWriteGoesOnFromTheIdInTheJournal() throws Exception {
        StepExecution execution = batch().start(bench.context);
        byte[] saved = StepBench.write(execution);
        execution.start();
        bench.until(() -> bench.weData.ledger().deliveries("ListBatchDetail") > 1);
        revive(saved);
        assertThat(bench.end().get("outcome")).isEqualTo("SUCCESS");
        assertThat(bench.weData.ledger().deliveries("BatchCreateTaskVersionAsync"))
                .isEqualTo(1);
        assertThat(onlyRow().ended().outcome()).isEqualTo(OperationOutcome.SUCCESS);
    }

    @Test
    void aProgramSavedBeforeTheWriteLooksForWhatMayHaveBeenWritten() throws Exception {
        bench.fault("slow=30s:CreateTask:1");
        StepExecution execution = create().start(bench.context);
        byte[] saved = StepBench.write(execution);
        execution.start();
        bench.until(() -> bench.weData.ledger().effects("CreateTask") == 1);
        revive(saved);
        assertThat(bench.end().get("created")).isEqualTo(true);
        assertThat(bench.weData.ledger().deliveries("CreateTask")).isEqualTo(1);
    }

    @Test
    void aResultThatTheScriptDidNotHearIsHandedOverWithoutACall() throws Exception {
        StepExecution execution = batch().start(bench.context);
        byte[] saved = StepBench.write(execution);
        execution.start();
        Map<?, ?> result = bench.end();
        int calls = bench.weData.ledger().requests().size();
        bench.build.key = null;
        revive(saved);
        assertThat(bench.end()).isEqualTo(result).isNotSameAs(result);
        assertThat(StepBench.write(bench.end())).isNotEmpty();
        assertThat(bench.weData.ledger().requests()).hasSize(calls);
        assertThat(bench.log()).anyMatch(line -> line.contains("ended before the restart"));
        assertThat(rows()).hasSize(1);
    }

    @Test
    void aBlemishIsHandedOverWithTheResult() throws Exception {
        bench.weData.switches().jobEnd(JobEnd.PART_SUCCESS);
        BatchVersionStep step = batch();
        step.setOnPartial("UNSTABLE");
        StepExecution execution = bench.start(step);
        byte[] saved = StepBench.write(execution);
        bench.end();
        List<String> marks = List.copyOf(bench.build.unstable);
        bench.build.unstable.clear();
        revive(saved);
        assertThat(bench.end().get("outcome")).isEqualTo("PART_SUCCESS");
        assertThat(bench.build.unstable).isEqualTo(marks).hasSize(1);
    }

    @Test
    void aFailureIsHandedOverInItsOwnWords() throws Exception {
        bench.fault("error:AuthFailure.SecretIdNotFound:DescribeBatchOperateTask:1");
        StepExecution execution = bench.start(create());
        byte[] saved = StepBench.write(execution);
        String message = failure().getMessage();
        revive(saved);
        assertThat(failure()).isInstanceOf(AbortException.class).hasMessage(message);
        assertThat(bench.weData.ledger().deliveries("CreateTask")).isZero();
    }

    @Test
    void whatWasGivenUpStaysGivenUp() throws Exception {
        StepExecution execution = bench.start(batch());
        bench.until(() -> bench.weData.ledger().deliveries("ListBatchDetail") > 0);
        byte[] saved = StepBench.write(execution);
        execution.stop(new FlowInterruptedException(Result.ABORTED, true));
        bench.until(() -> onlyRow().ended() != null);
        revive(saved);
        assertThat(failure())
                .isInstanceOfSatisfying(
                        FlowInterruptedException.class,
                        cause -> assertThat(cause.getResult()).isEqualTo(Result.ABORTED));
        assertThat(bench.log()).anyMatch(line -> line.contains("given up before the restart"));
    }

    @Test
    void aResultThatWasCutIsReadFromWeDataAgain() throws Exception {
        StepExecution execution = bench.start(batch());
        byte[] saved = StepBench.write(execution);
        Map<?, ?> result = bench.end();
        bench.build.journal.append(new JournalEntry.Ended(
                "release#7.12", OperationOutcome.SUCCESS, null, Map.of(), false, bench.time.now()));
        revive(saved);
        assertThat(bench.end().get("succeeded")).isEqualTo(result.get("succeeded"));
        assertThat(bench.weData.ledger().deliveries("BatchCreateTaskVersionAsync"))
                .isEqualTo(1);
    }

    @Test
    void aProgramThatKnowsMoreThanTheJournalIsBelieved() throws Exception {
        StepExecution execution = bench.start(batch());
        bench.until(() -> bench.weData.ledger().deliveries("ListBatchDetail") > 0);
        byte[] saved = StepBench.write(execution);
        bench.revive(saved);
        open();
        bench.build.journal = new Journal(() -> folder.resolve("other"));
        bench.build.journal.append(
                new JournalEntry.Reached("release#7.12", Progress.intent(bench.time.now()), bench.time.now()));
        bench.revive(saved).onResume();
        assertThat(bench.end().get("outcome")).isEqualTo("SUCCESS");
        assertThat(bench.weData.ledger().deliveries("BatchCreateTaskVersionAsync"))
                .isEqualTo(1);
    }

    @Test
    void aStepThatIsStartedAgainAfterItsWriteGoesOnInItsRow() throws Exception {
        bench.start(batch());
        bench.until(() -> bench.weData.ledger().deliveries("ListBatchDetail") > 1);
        startAgain(batch());
        assertThat(bench.end().get("outcome")).isEqualTo("SUCCESS");
        assertThat(bench.weData.ledger().deliveries("BatchCreateTaskVersionAsync"))
                .isEqualTo(1);
        assertThat(onlyRow().begun().key()).isEqualTo("release#7.12");
        assertThat(onlyRow().ended().outcome()).isEqualTo(OperationOutcome.SUCCESS);
    }

    @Test
    void aStepThatIsStartedAgainKnowsTheMarkThatItLeft() throws Exception {
        bench.weData.switches().pace(Pace.byTime(Duration.ofSeconds(5), Duration.ZERO, Duration.ZERO, Duration.ZERO));
        bench.fault("slow=30s:BatchCreateTaskVersionAsync:1");
        bench.start(batch());
        bench.until(() -> bench.weData.ledger().effects("BatchCreateTaskVersionAsync") == 1);
        startAgain(batch());
        assertThat(bench.end().get("outcome")).isEqualTo("SUCCESS");
        assertThat(bench.weData.ledger().effects("BatchCreateTaskVersionAsync")).isEqualTo(1);
        assertThat(rows()).hasSize(1);
    }

    @Test
    void aStepThatIsStartedAgainAndStoppedAgainStillGoesOnInItsRow() throws Exception {
        bench.start(batch());
        bench.until(() -> bench.weData.ledger().deliveries("ListBatchDetail") > 0);
        bench.revive(StepBench.write("nothing of the step"));
        open();
        bench.build.stepTag = "release#7.13";
        StepExecution second = bench.start(batch());
        byte[] justStarted = StepBench.write(second);
        int looks = bench.weData.ledger().deliveries("ListBatchDetail");
        bench.until(() -> bench.weData.ledger().deliveries("ListBatchDetail") > looks);
        revive(justStarted);
        assertThat(bench.end().get("outcome")).isEqualTo("SUCCESS");
        assertThat(bench.weData.ledger().deliveries("BatchCreateTaskVersionAsync"))
                .isEqualTo(1);
        assertThat(onlyRow().begun().key()).isEqualTo("release#7.12");
    }

    @Test
    void whatIsAskedTwiceInOneSessionIsDoneTwice() throws Exception {
        bench.weData.switches().jobEnd(JobEnd.RUNNING);
        bench.start(batch());
        bench.until(() -> bench.weData.ledger().deliveries("ListBatchDetail") > 0);
        bench.context = bench.new Context();
        bench.build.stepTag = "release#7.13";
        bench.start(batch());
        bench.until(() -> bench.weData.ledger().effects("BatchCreateTaskVersionAsync") == 2);
        bench.until(() -> rows().size() == 2);
    }

    @Test
    void onlyOneOfTwoTakesOverAndTheOtherBeginsAnew() throws Exception {
        bench.start(batch());
        bench.until(() -> bench.weData.ledger().deliveries("ListBatchDetail") > 0);
        startAgain(batch());
        bench.end();
        bench.context = bench.new Context();
        bench.build.stepTag = "release#7.14";
        bench.run(batch());
        assertThat(bench.weData.ledger().effects("BatchCreateTaskVersionAsync")).isEqualTo(2);
        assertThat(rows()).hasSize(2);
    }

    @Test
    void whatStillGoesOnByItselfIsNotTakenOver() throws Exception {
        StepExecution execution = bench.start(batch());
        bench.until(() -> bench.weData.ledger().deliveries("ListBatchDetail") > 0);
        byte[] saved = StepBench.write(execution);
        StepExecution revived = bench.revive(saved);
        open();
        StepBench.Context first = bench.context;
        bench.build.underWay = Set.of("release#7.12", "release#7.13");
        bench.build.stepTag = "release#7.13";
        bench.context = bench.new Context();
        bench.start(batch());
        bench.until(() -> bench.weData.ledger().effects("BatchCreateTaskVersionAsync") == 2);
        bench.build.stepTag = "release#7.12";
        revived.onResume();
        bench.end();
        bench.context = first;
        assertThat(bench.end().get("outcome")).isEqualTo("SUCCESS");
        assertThat(rows()).hasSize(2).allSatisfy(row -> assertThat(row.ended()).isNotNull());
    }

    @Test
    void whatHadEndedIsNotHandedToAnotherStepThatAsksTheSame() throws Exception {
        bench.run(batch());
        startAgain(batch());
        bench.end();
        assertThat(bench.weData.ledger().effects("BatchCreateTaskVersionAsync")).isEqualTo(2);
        assertThat(rows()).hasSize(2);
    }

    @Test
    void whereTheGraphWasLostTheSamePlaceIsTheSameStepOnlyWhenItAsksTheSame() throws Exception {
        Map<?, ?> result = bench.run(batch());
        bench.revive(StepBench.write("nothing of the step"));
        open();
        bench.start(batch());
        assertThat(bench.end()).isEqualTo(result);
        bench.revive(StepBench.write("nothing of the step"));
        open();
        bench.run(create());
        assertThat(bench.weData.ledger().effects("CreateTask")).isEqualTo(1);
        assertThat(rows()).extracting(row -> row.begun().key()).containsExactly("release#7.12", "release#7.12~2");
    }

    @Test
    void theConnectionItBeganWithIsTheOneItGoesOnWith() throws Exception {
        bench.start(batch());
        bench.until(() -> bench.weData.ledger().deliveries("ListBatchDetail") > 0);
        bench.build.byDefault = "gone";
        startAgain(batch());
        assertThat(bench.end().get("outcome")).isEqualTo("SUCCESS");
    }

    private Exception failure() {
        try {
            bench.end();
        } catch (Exception e) {
            return e;
        }
        throw new AssertionError("should have failed");
    }

    private List<OperationRow> rows() {
        OperationTable table = new OperationTable();
        List<JournalEntry> entries = new ArrayList<>();
        try {
            new JournalReader().read(folder.resolve("wedata").resolve("journal"), entries::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        entries.forEach(table::add);
        return table.rows();
    }

    private OperationRow onlyRow() {
        assertThat(rows()).hasSize(1);
        return rows().get(0);
    }

    private CreateTaskStep create() {
        return bench.called(new CreateTaskStep(WORKFLOW, "load", "SHELL"));
    }

    private BatchVersionStep batch() {
        return bench.called(new BatchVersionStep(
                List.of(new VersionTask("20260302080000001"), new VersionTask("20260302080000002"))));
    }
}
