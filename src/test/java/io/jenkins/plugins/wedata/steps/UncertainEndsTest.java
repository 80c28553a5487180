package io.jenkins.plugins.wedata.steps;

import static io.jenkins.plugins.wedata.steps.StepBench.WORKFLOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.wedata.client.ApiKey;
import io.jenkins.plugins.wedata.emulator.Pace;
import io.jenkins.plugins.wedata.journal.Journal;
import io.jenkins.plugins.wedata.journal.JournalReader;
import io.jenkins.plugins.wedata.journal.OperationOutcome;
import io.jenkins.plugins.wedata.journal.OperationRow;
import io.jenkins.plugins.wedata.journal.OperationTable;
import io.jenkins.plugins.wedata.operation.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How a step that failed stands in its build's journal: as failed only where nothing was written, or where it is known what
 * was. And what the next build makes of it.
 */
class UncertainEndsTest {

    private static final String TASK = "20260302080000001";
    private static final String START = "BatchCreateTaskVersionAsync";
    private static final String CREATE = "CreateTask";
    private static final Duration LONG_TURN = Duration.ofSeconds(10);
    private static final int LARGEST_WITH_DETAILS = 32 << 20;

    private final StepBench bench = new StepBench();

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void open() {
        file = folder.resolve("wedata").resolve("journal");
        bench.build.journal = new Journal(() -> file);
        bench.weData.world().task(WORKFLOW, TASK, "load", 35);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aStartThatMayHaveBeenSentIsUnknownWhenItsCredentialIsGoneAfterARestart() throws Exception {
        versionsComeAfter(Duration.ofSeconds(60));
        ApiKey key = bench.build.key;
        restartInTheMiddle(batch(), "lost-reply:" + START + ":1", "ListTaskVersions");

        assertThat(row().ended().outcome()).isEqualTo(OperationOutcome.UNKNOWN);
        assertThat(row().ended().message())
                .contains("credentialsId: 'release' is not valid")
                .endsWith(
                        "The start of a batch job for 1 task was under way: look at the tasks' versions whether it was"
                                + " started; to go on from another build:"
                                + " wedataAwaitJob(fromBuild: '<number or address of this build>')");
        assertThat(row().progress().stage()).isEqualTo(Progress.Stage.INTENT);

        bench.build.key = key;
        assertThat(goOnFromThisBuild().get("status")).isEqualTo("CONFIRMED_BY_VERSIONS");
        assertThat(bench.weData.ledger().deliveries(START)).isEqualTo(1);
    }

    @Test
    void aCreationThatMayHaveBeenSentIsUnknownWhenItsCredentialIsGoneAfterARestart() throws Exception {
        restartInTheMiddle(create(), "drop:" + CREATE + ":1", CREATE);

        assertThat(row().ended().outcome()).isEqualTo(OperationOutcome.UNKNOWN);
        assertThat(row().ended().message()).contains("credentialsId: 'release'", "The creation of task 'new'");
    }

    @Test
    void aJobThatIsKnownStaysOneToGoOnWithWhenItsCredentialIsGoneAfterARestart() throws Exception {
        versionsComeAfter(Duration.ofMinutes(5));
        ApiKey key = bench.build.key;
        restartInTheMiddle(batch(), "throttle:DescribeNothing:1", "ListBatchDetail");

        assertThat(row().ended().outcome()).isEqualTo(OperationOutcome.FAILED);
        assertThat(row().progress().stage()).isEqualTo(Progress.Stage.WRITTEN);

        bench.build.key = key;
        assertThat(goOnFromThisBuild().get("status")).isEqualTo("SUCCESS");
        assertThat(bench.weData.ledger().deliveries(START)).isEqualTo(1);
    }

    @Test
    void whatIsWrongBeforeTheWriteIsAFailure() {
        bench.build.key = null;
        assertThatThrownBy(() -> bench.run(batch())).hasMessageContaining("credentialsId");
        assertThat(row().ended().outcome()).isEqualTo(OperationOutcome.FAILED);
        assertThat(row().progress()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "error:InvalidParameter:BatchCreateTaskVersionAsync:1, FAILED",
        "error:AuthFailure.UnauthorizedOperation:BatchCreateTaskVersionAsync:1, FAILED",
        "throttle:BatchCreateTaskVersionAsync:100000, FAILED",
        "error:FailedOperation:BatchCreateTaskVersionAsync:1, UNKNOWN",
        "drop:BatchCreateTaskVersionAsync:1, UNKNOWN"
    })
    void aStartHasFailedOnlyWhereNothingWasStarted(String fault, OperationOutcome outcome) {
        bench.fault(fault);
        assertThatThrownBy(() -> bench.run(batch())).isNotNull();
        assertThat(row().ended().outcome()).isEqualTo(outcome);
        assertThat(row().progress().stage()).isEqualTo(Progress.Stage.INTENT);
    }

    @ParameterizedTest
    @CsvSource({
        "error:InvalidParameter:CreateTask:1, FAILED",
        "throttle:CreateTask:100000, FAILED",
        "error:InternalError:CreateTask:1, UNKNOWN"
    })
    void aCreationHasFailedOnlyWhereNothingWasMade(String fault, OperationOutcome outcome) {
        bench.fault(fault);
        assertThatThrownBy(() -> bench.run(create())).isNotNull();
        assertThat(row().ended().outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @ValueSource(strings = {START, CREATE})
    void whateverBreaksWhileAWriteIsSentLeavesItUnknown(String action) {
        bench.beforeSending = request -> {
            if (request.headers().toString().contains(action)) {
                throw new IllegalStateException("broken");
            }
        };
        assertThatThrownBy(() -> bench.run(action.equals(START) ? batch() : create()))
                .hasMessage("broken");
        assertThat(row().ended().outcome()).isEqualTo(OperationOutcome.UNKNOWN);
        assertThat(row().ended().message()).startsWith("broken. ").contains("was under way");
    }

    @Test
    void anIntentThatCouldNotBeKeptWasNotSentAndIsAFailure() {
        bench.context.cannotSave = true;
        assertThatThrownBy(() -> bench.run(batch())).isInstanceOf(IOException.class);
        assertThat(bench.weData.ledger().deliveries(START)).isZero();
        assertThat(row().ended().outcome()).isEqualTo(OperationOutcome.FAILED);
        assertThatThrownBy(this::goOnFromThisBuild).hasMessageContaining("has started no batch job");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aJobThatWasRecognisedAndThenFailedIsJudgedAnewByTheNextBuild(boolean journalIsFull) throws Exception {
        if (journalIsFull) {
            fillJournal();
        }
        versionsComeAfter(Duration.ofSeconds(5));
        bench.weData.switches().versionsNeedApproval(true);
        bench.fault("lost-reply:" + START + ":1");
        assertThatThrownBy(() -> bench.run(batch())).hasMessageContaining("approval");

        assertThat(row().ended().outcome()).isEqualTo(OperationOutcome.FAILED);
        assertThat(row().tally() == null).isEqualTo(journalIsFull);
        assertThat(row().progress().stage()).isEqualTo(Progress.Stage.WRITTEN);
        assertThat(row().progress().id()).isNull();
        assertThatThrownBy(this::goOnFromThisBuild).hasMessageContaining("approval");
        assertThat(bench.weData.ledger().deliveries(START)).isEqualTo(1);
    }

    @Test
    void aStatusNamesNoJobWhoseNumberIsNotKnown() {
        Progress recognised = new Progress(Progress.Stage.WRITTEN, null, null, null, null, bench.time.now());
        assertThat(WaitStatus.begun(Optional.of(recognised))).isEqualTo("calling WeData");
        assertThat(WaitStatus.begun(Optional.of(Progress.written("7", null, bench.time.now()))))
                .isEqualTo("waiting for 7");
    }

    @Test
    void aStartOfUnknownOutcomeIsSettledByTheNextBuildAlsoWhereTheJournalWasFull() throws Exception {
        fillJournal();
        versionsComeAfter(Duration.ofSeconds(5));
        bench.fault("error-after-work:FailedOperation:" + START + ":1").fault("502:ListTaskVersions:100");
        assertThatThrownBy(() -> bench.run(batch())).hasMessageContaining("is unknown");
        assertThat(row().ended().outcome()).isEqualTo(OperationOutcome.UNKNOWN);
        bench.weData.faults().clear();
        assertThat(goOnFromThisBuild().get("status")).isEqualTo("CONFIRMED_BY_VERSIONS");
    }

    private void versionsComeAfter(Duration time) {
        bench.weData.switches().pace(Pace.byTime(time, Duration.ZERO, Duration.ofSeconds(1), Duration.ZERO));
    }

    /** The controller ends while a step looks, and the credential is gone when it is there again. */
    private void restartInTheMiddle(WeDataStep step, String fault, String seen) throws Exception {
        bench.fault(fault);
        StepExecution execution = bench.start(step);
        bench.until(() -> bench.weData.ledger().deliveries(seen) > 0);
        StepExecution revived = bench.restart(execution);
        bench.build.journal = new Journal(() -> file);
        bench.build.key = null;
        revived.onResume();
        assertThatThrownBy(() -> bench.end(LONG_TURN)).hasMessageContaining("credentialsId: 'release' is not valid");
    }

    /** Beyond the size from which on only that is written what an operation goes on from. */
    private void fillJournal() throws IOException {
        Files.createDirectories(file.getParent());
        byte[] line = "x".repeat(1 << 20).concat("\n").getBytes();
        for (long size = 0; size < LARGEST_WITH_DETAILS; size += line.length) {
            Files.write(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    private Map<?, ?> goOnFromThisBuild() throws Exception {
        bench.build.earlier.put("7", file);
        bench.build.journal = new Journal(() -> folder.resolve("next"));
        bench.build.stepTag = "release#8.12";
        bench.context = bench.new Context();
        AwaitJobStep step = bench.called(new AwaitJobStep(null));
        step.setFromBuild("7");
        bench.start(step);
        return bench.end(LONG_TURN);
    }

    private OperationRow row() {
        OperationTable table = new OperationTable();
        try {
            new JournalReader().read(file, table::add);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        assertThat(table.rows()).hasSize(1);
        return table.rows().get(0);
    }

    private CreateTaskStep create() {
        return bench.called(new CreateTaskStep(WORKFLOW, "new", "SHELL"));
    }

    private BatchVersionStep batch() {
        return bench.called(new BatchVersionStep(List.of(new VersionTask(TASK))));
    }
}
