package io.jenkins.plugins.wedata.steps;

import static io.jenkins.plugins.wedata.steps.StepBench.WORKFLOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.model.Result;
import io.jenkins.plugins.wedata.client.WireRequest;
import io.jenkins.plugins.wedata.emulator.JobEnd;
import io.jenkins.plugins.wedata.emulator.Pace;
import io.jenkins.plugins.wedata.journal.CallSite;
import io.jenkins.plugins.wedata.journal.Journal;
import io.jenkins.plugins.wedata.journal.JournalEntry;
import io.jenkins.plugins.wedata.journal.JournalReader;
import io.jenkins.plugins.wedata.journal.OperationOutcome;
import io.jenkins.plugins.wedata.journal.OperationRow;
import io.jenkins.plugins.wedata.journal.OperationTable;
import io.jenkins.plugins.wedata.operation.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What steps leave in their build's journal, and when. */
class StepJournalTest {

    /** For waits of minutes in which nothing else is looked at. */
    private static final Duration LONG_TURN = Duration.ofSeconds(10);

    private final StepBench bench = new StepBench();

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void open() {
        file = folder.resolve("wedata").resolve("journal");
        bench.build.journal = new Journal(() -> file);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void theIntentIsOnTheDiskBeforeWeDataSeesTheWriteAndTheIdBeforeTheFirstLook() throws Exception {
        Map<String, List<JournalEntry>> then = new ConcurrentHashMap<>();
        bench.beforeSending = request -> then.putIfAbsent(action(request), entries());
        bench.run(batch());

        assertThat(then.get("BatchCreateTaskVersionAsync")).hasSize(2);
        assertThat(then.get("BatchCreateTaskVersionAsync").get(0)).isInstanceOf(JournalEntry.Begun.class);
        assertThat(then.get("BatchCreateTaskVersionAsync").get(1))
                .isInstanceOfSatisfying(
                        JournalEntry.Reached.class,
                        reached -> assertThat(reached.progress().stage()).isEqualTo(Progress.Stage.INTENT));
        assertThat(then.get("ListBatchDetail")).last().isInstanceOfSatisfying(JournalEntry.Reached.class, reached -> {
            assertThat(reached.progress().stage()).isEqualTo(Progress.Stage.WRITTEN);
            assertThat(reached.progress().id()).isNotBlank();
            assertThat(reached.progress().requestId()).isNotBlank();
        });
    }

    @Test
    void theEndIsOnTheDiskBeforeTheScriptHears() throws Exception {
        Map<String, List<JournalEntry>> then = new ConcurrentHashMap<>();
        bench.context.ended.thenRun(() -> then.put("heard", entries()));
        Map<?, ?> result = bench.run(create());
        bench.until(() -> then.containsKey("heard"));
        assertThat(then.get("heard")).last().isInstanceOfSatisfying(JournalEntry.Ended.class, ended -> {
            assertThat(ended.outcome()).isEqualTo(OperationOutcome.SUCCESS);
            assertThat(ended.whole()).isTrue();
            assertThat(ended.result().get("taskId")).isEqualTo(result.get("taskId"));
            assertThat(ended.result().get("created")).isEqualTo(true);
        });
    }

    @Test
    void theDiskIsNeverWaitedForOnAThreadOfAnotherKind() throws Exception {
        List<String> threads = new ArrayList<>();
        Path real = file;
        bench.build.journal = new Journal(() -> {
            synchronized (threads) {
                threads.add(Thread.currentThread().getName());
            }
            return real;
        });
        bench.run(create());
        assertThat(threads).isNotEmpty().allMatch(name -> name.startsWith("wedata-journal-"));
        assertThat(bench.build.logThreads).noneMatch(name -> name.startsWith("wedata-journal-"));
    }

    @Test
    void aRowTellsActionWhatProjectAndIds() throws Exception {
        Map<?, ?> result = bench.run(create());
        OperationRow row = onlyRow();
        assertThat(row.begun().functionName()).isEqualTo("wedataCreateTask");
        assertThat(row.begun().description().actionName()).isEqualTo("CreateTask");
        assertThat(row.begun().description().what()).isEqualTo("load");
        assertThat(row.begun().description().projectId()).isEqualTo(StepBench.PROJECT);
        assertThat(row.begun().site()).isEqualTo(CallSite.MAINLAND);
        assertThat(row.begun().connection()).isNull();
        assertThat(row.progress().id()).isEqualTo(result.get("taskId"));
        assertThat(row.progress().requestId()).isEqualTo(result.get("requestId"));
    }

    @Test
    void theInternationalSiteAndOthersAreTold() throws Exception {
        CreateTaskStep international = create();
        international.setSite("INTERNATIONAL");
        bench.run(international);
        assertThat(onlyRow().begun().site()).isEqualTo(CallSite.INTERNATIONAL);
        Files.delete(file);
        open();
        bench.context = bench.new Context();
        CreateTaskStep regional = create();
        regional.setSite("REGIONAL");
        regional.setIfExists("REUSE");
        bench.run(regional);
        assertThat(onlyRow().begun().site()).isEqualTo(CallSite.OTHER);
        assertThat(onlyRow().progress()).as("nothing was written").isNull();
    }

    @Test
    void everythingThatIsWrongIsTheEndOfAnOperationThatNeverBegan() {
        List<WeDataStep> steps = List.of(
                new CreateTaskStep(null, null, "SHEL"),
                new CreateIntegrationTaskStep(),
                new CommitIntegrationStep(null),
                new BatchVersionStep(null),
                new BatchVersionStep(java.util.Arrays.asList(null, new VersionTask(null))),
                new AwaitJobStep(null));
        for (WeDataStep step : steps) {
            bench.context = bench.new Context();
            assertThatThrownBy(() -> bench.run(step)).hasMessageContaining("wrong");
        }
        assertThat(rows()).hasSameSizeAs(steps).allSatisfy(row -> {
            assertThat(row.ended().outcome()).isEqualTo(OperationOutcome.FAILED);
            assertThat(row.ended().message()).contains("wrong", "is missing");
            assertThat(row.progress()).isNull();
        });
        assertThat(bench.weData.ledger().requests()).isEmpty();
    }

    @Test
    void aFailureIsAnEndWithItsMessage() {
        bench.fault("error:AuthFailure.SecretIdNotFound:DescribeBatchOperateTask:1");
        assertThatThrownBy(() -> bench.run(create())).isNotNull();
        assertThat(onlyRow().ended().outcome()).isEqualTo(OperationOutcome.FAILED);
        assertThat(onlyRow().ended().message()).contains("AuthFailure.SecretIdNotFound");
    }

    @Test
    void aWriteOfUnknownOutcomeIsCalledThat() {
        bench.fault("drop:CreateTask:1");
        assertThatThrownBy(() -> bench.run(create())).hasMessageContaining("unknown");
        assertThat(onlyRow().ended().outcome()).isEqualTo(OperationOutcome.UNKNOWN);
    }

    @Test
    void failedTasksAreThereWithReasonsAndTheCountsAreTheLastOnes() throws Exception {
        BatchVersionStep step = batch();
        step.setOnPartial("UNSTABLE");
        bench.weData.world().failVersionOf("20260302080000002", "line 1\nof \u001b[31mdwd\u202e");
        bench.run(step);

        OperationRow row = onlyRow();
        assertThat(row.ended().outcome()).isEqualTo(OperationOutcome.UNSTABLE);
        assertThat(row.failed()).singleElement().satisfies(task -> {
            assertThat(task.taskId()).isEqualTo("20260302080000002");
            assertThat(task.reason()).doesNotContain("\n", "\u001b", "\u202e").contains("dwd");
        });
        assertThat(row.tally().done()).isEqualTo(2);
        assertThat(row.tally().failed()).isEqualTo(1);
        assertThat(row.tally().total()).isEqualTo(2);
        assertThat(row.tally().state()).isEqualTo("PART_SUCCESS");
    }

    @Test
    void aPendingApprovalIsThereAlsoWhenItFailsTheStep() {
        bench.weData.switches().commitsNeedApproval(true);
        assertThatThrownBy(() -> bench.run(bench.called(new CommitIntegrationStep(StepBench.INTEGRATION_TASK))))
                .hasMessageContaining("approval");
        assertThat(onlyRow().awaiting()).contains("waits for approval");
        assertThat(onlyRow().progress().ticket()).isNotBlank();
        assertThat(onlyRow().ended().outcome()).isEqualTo(OperationOutcome.FAILED);
    }

    @Test
    void stoppingIsAnEndThatSaysWhatGoesOn() throws Exception {
        bench.weData.switches().jobEnd(JobEnd.RUNNING);
        StepExecution execution = bench.start(batch());
        bench.until(() -> bench.weData.ledger().deliveries("ListBatchDetail") > 0);
        execution.stop(new FlowInterruptedException(Result.ABORTED, true));
        bench.until(() -> onlyRow().ended() != null);
        assertThat(onlyRow().ended().outcome()).isEqualTo(OperationOutcome.ABORTED);
        assertThat(onlyRow().ended().message()).contains("wedataAwaitJob(jobId: ");
    }

    @Test
    void theEndOfTheControllerIsNoEndAndTheOperationGoesOnInItsOwnRow() throws Exception {
        bench.weData
                .switches()
                .pace(Pace.byTime(Duration.ofMinutes(5), Duration.ZERO, Duration.ofSeconds(1), Duration.ZERO));
        StepExecution execution = bench.start(batch());
        bench.until(() -> bench.weData.ledger().deliveries("ListBatchDetail") > 1);
        bench.client.close();
        bench.time.advance(Duration.ofSeconds(30));
        assertThat(onlyRow().ended()).isNull();

        StepExecution revived = bench.restart(execution);
        open();
        revived.onResume();
        bench.end(LONG_TURN);
        assertThat(onlyRow().ended().outcome()).isEqualTo(OperationOutcome.SUCCESS);
        assertThat(entries().stream().filter(JournalEntry.Begun.class::isInstance))
                .hasSize(1);
    }

    @Test
    void aStepThatBeganBeforeThereWasAJournalGetsItsRowAfterTheRestart() throws Exception {
        bench.weData.switches().pace(Pace.byTime(Duration.ofMinutes(5), Duration.ZERO, Duration.ZERO, Duration.ZERO));
        Journal later = bench.build.journal;
        bench.build.journal = null;
        StepExecution execution = bench.start(batch());
        bench.until(() -> bench.weData.ledger().deliveries("ListBatchDetail") > 0);
        StepExecution revived = bench.restart(execution);
        bench.build.journal = later;
        revived.onResume();
        Map<?, ?> result = bench.end(LONG_TURN);
        assertThat(onlyRow().progress().id()).isEqualTo(String.valueOf(result.get("jobId")));
    }

    @Test
    void withoutAJournalNothingIsWrittenInWeData() throws Exception {
        Files.writeString(folder.resolve("wedata"), "in the way");
        assertThatThrownBy(() -> bench.run(create()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("was not sent to WeData");
        assertThat(bench.weData.ledger().deliveries("CreateTask")).isZero();
        bench.context = bench.new Context();
        bench.build.journalFailure = new IOException("disk full");
        assertThatThrownBy(() -> bench.run(create()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("was not sent to WeData");
        assertThat(bench.weData.ledger().requests()).isEmpty();
    }

    @Test
    void aJournalThatBreaksAfterTheWriteTakesNothingWithIt() throws Exception {
        bench.beforeSending = request -> {
            if (action(request).equals("BatchCreateTaskVersionAsync")) {
                try {
                    Files.delete(file);
                    Files.delete(file.getParent());
                    Files.writeString(file.getParent(), "in the way");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
        assertThat(bench.run(batch()).get("outcome")).isEqualTo("SUCCESS");
    }

    @Test
    void aWaitGoesOnAfterARestartAlsoWithoutItsJournal() throws Exception {
        bench.weData.switches().pace(Pace.byTime(Duration.ofMinutes(5), Duration.ZERO, Duration.ZERO, Duration.ZERO));
        StepExecution execution = bench.start(batch());
        bench.until(() -> bench.weData.ledger().deliveries("ListBatchDetail") > 0);
        StepExecution revived = bench.restart(execution);
        bench.build.journalFailure = new IOException("disk full");
        revived.onResume();
        assertThat(bench.end(LONG_TURN).get("outcome")).isEqualTo("SUCCESS");
    }

    @Test
    void noSecretReachesTheJournal() throws Exception {
        bench.fault("throttle:DescribeBatchOperateTask:2");
        bench.run(create());
        bench.context = bench.new Context();
        bench.fault("drop:BatchCreateTaskVersionAsync:1").fault("error:AuthFailure.SignatureFailure:ListTaskVersions");
        assertThatThrownBy(() -> bench.run(batch())).isNotNull();
        assertThat(Files.readString(file))
                .contains("wedataCreateTask", "wedataBatchVersion")
                .doesNotContain(StepBench.SECRET, "TC3-HMAC", "Authorization", "AKIDstep");
    }

    private static String action(WireRequest request) {
        return request.headers().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("X-TC-Action"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    private List<JournalEntry> entries() {
        List<JournalEntry> entries = new ArrayList<>();
        try {
            new JournalReader().read(file, entries::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    private List<OperationRow> rows() {
        OperationTable table = new OperationTable();
        entries().forEach(table::add);
        return table.rows();
    }

    private OperationRow onlyRow() {
        List<OperationRow> rows = rows();
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private CreateTaskStep create() {
        return bench.called(new CreateTaskStep(WORKFLOW, "load", "SHELL"));
    }

    private BatchVersionStep batch() {
        bench.weData
                .world()
                .task(WORKFLOW, "20260302080000001", "load", 35)
                .task(WORKFLOW, "20260302080000002", "b", 35);
        return bench.called(new BatchVersionStep(
                List.of(new VersionTask("20260302080000001"), new VersionTask("20260302080000002"))));
    }
}
