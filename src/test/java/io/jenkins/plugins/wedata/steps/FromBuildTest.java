package io.jenkins.plugins.wedata.steps;

import static io.jenkins.plugins.wedata.steps.StepBench.PROJECT;
import static io.jenkins.plugins.wedata.steps.StepBench.WORKFLOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.model.Result;
import io.jenkins.plugins.wedata.emulator.JobEnd;
import io.jenkins.plugins.wedata.emulator.Pace;
import io.jenkins.plugins.wedata.journal.Journal;
import io.jenkins.plugins.wedata.journal.JournalReader;
import io.jenkins.plugins.wedata.journal.OperationOutcome;
import io.jenkins.plugins.wedata.journal.OperationRow;
import io.jenkins.plugins.wedata.journal.OperationTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code wedataAwaitJob} that goes on with what another build began, by that build's real journal. */
class FromBuildTest {

    private static final String FIRST = "20260302080000001";
    private static final String SECOND = "20260302080000002";
    private static final String START = "BatchCreateTaskVersionAsync";
    private static final String CREATE = "CreateTask";
    private static final Duration LONG_TURN = Duration.ofSeconds(10);

    private final StepBench bench = new StepBench();

    @TempDir
    Path folder;

    private Path earlier;
    private Path own;

    @BeforeEach
    void open() {
        earlier = folder.resolve("7").resolve("journal");
        own = folder.resolve("8").resolve("journal");
        folder.resolve("7").toFile().mkdir();
        folder.resolve("8").toFile().mkdir();
        bench.weData.world().task(WORKFLOW, FIRST, "load", 35).task(WORKFLOW, SECOND, "clean", 35);
        bench.build.journal = new Journal(() -> earlier);
        bench.build.earlier.put("7", earlier);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void whereverABuildWasCutOffItsJobIsWaitedForAndNothingIsStartedAgain() throws Exception {
        Map<?, ?> whole = bench.runAndForget(batch(FIRST, SECOND));
        byte[] journal = Files.readAllBytes(earlier);
        List<Integer> ends = new ArrayList<>();
        for (int i = 0; i < journal.length; i++) {
            if (journal[i] == '\n') {
                ends.add(i - 3);
                ends.add(i + 1);
            }
        }
        assertThat(ends).hasSizeGreaterThan(7);
        List<String> statuses = new ArrayList<>();
        for (int end : ends) {
            Files.write(earlier, Arrays.copyOf(journal, end));
            begin("8-" + end);
            AwaitJobStep step = fromBuild();
            if (rows(earlier).stream().allMatch(row -> row.progress() == null)) {
                assertThatThrownBy(() -> bench.run(step)).hasMessageContaining("has started no batch job");
                continue;
            }
            Map<?, ?> result = bench.run(step);
            statuses.add(String.valueOf(result.get("status")));
            assertThat(result.get("outcome")).isEqualTo("SUCCESS");
            assertThat((List<?>) result.get("succeeded")).hasSize(2);
            assertThat(result.get("total")).isEqualTo(2L);
            assertThat(result.get("jobId")).isIn(whole.get("jobId"), null);
        }
        assertThat(statuses).startsWith("CONFIRMED_BY_VERSIONS").endsWith("SUCCESS");
        assertThat(bench.weData.ledger().deliveries(START)).isEqualTo(1);
    }

    @Test
    void aStartThatWasAnnouncedAndNotSentIsUnknownAndStaysUnsent() throws Exception {
        cutOffBefore(START, batch(FIRST, SECOND));
        assertThatThrownBy(() -> bench.run(fromBuild()))
                .hasMessageContaining(
                        "Whether a batch job for 2 tasks of project " + PROJECT + " was started is unknown")
                .hasMessageContaining("no version of it has appeared");
        assertThat(bench.weData.ledger().deliveries(START)).isZero();
        assertThat(onlyRow(own).ended().outcome()).isEqualTo(OperationOutcome.UNKNOWN);
    }

    @Test
    void withoutAMarkNothingIsGuessed() throws Exception {
        BatchVersionStep unmarked = batch(FIRST);
        unmarked.setMarkRemark(false);
        cutOffBefore(START, unmarked);
        assertThatThrownBy(() -> bench.run(fromBuild())).hasMessageContaining("markRemark: false");
    }

    @Test
    void whatHasEndedIsTakenOverWithoutACall() throws Exception {
        Map<?, ?> then = bench.runAndForget(batch(FIRST));
        int calls = bench.weData.ledger().requests().size();
        begin("8");
        Map<?, ?> now = bench.run(fromBuild());
        assertThat(now.get("jobId")).isEqualTo(then.get("jobId"));
        assertThat(now.get("outcome")).isEqualTo("SUCCESS");
        assertThat((List<?>) now.get("jobs")).hasSize(1);
        assertThat((List<?>) now.get("operations")).isEmpty();
        assertThat(bench.weData.ledger().requests()).hasSize(calls);
        assertThat(bench.log()).contains("Going on from build release#7: no batch jobs to wait for, 1 ended");
    }

    @Test
    void allJobsOfABuildAreOneResult() throws Exception {
        BatchVersionStep started = batch(FIRST);
        started.setWait(false);
        Map<?, ?> one = bench.runAndForget(started);
        bench.build.stepTag = "release#7.13";
        Map<?, ?> two = bench.runAndForget(batch(SECOND));
        bench.build.stepTag = "release#7.14";
        bench.runAndForget(bench.called(new AwaitJobStep(one.get("jobId").toString())));
        bench.build.stepTag = "release#7.15";
        bench.runAndForget(bench.called(new CreateTaskStep(WORKFLOW, "made", "SHELL")));

        begin("8");
        Map<?, ?> all = bench.run(fromBuild());

        assertThat(all.get("jobId")).isNull();
        assertThat(all.get("outcome")).isEqualTo("SUCCESS");
        assertThat(all.get("total")).isEqualTo(2L);
        assertThat(all.get("succeeded")).isEqualTo(List.of(FIRST, SECOND));
        assertThat((List<?>) all.get("failed")).isEmpty();
        assertThat(each(all, "jobs", "jobId")).containsExactly(one.get("jobId"), two.get("jobId"));
        assertThat(each(all, "operations", "step")).containsExactly("wedataCreateTask");
        assertThat(each(all, "operations", "what")).containsExactly("made");
        assertThat(each(all, "operations", "outcome")).containsExactly("SUCCESS");
        assertThat(bench.log())
                .anyMatch(line -> line.startsWith("  wedataCreateTask 'made': SUCCESS, "))
                .contains("Going on from build release#7: no batch jobs to wait for, 2 ended");
        assertThat(bench.weData.ledger().deliveries(CREATE)).isEqualTo(1);
    }

    @Test
    void aJobThatWasOnlyStartedIsWaitedFor() throws Exception {
        BatchVersionStep started = batch(FIRST);
        started.setWait(false);
        Map<?, ?> one = bench.runAndForget(started);
        begin("8");
        Map<?, ?> result = bench.run(fromBuild());
        assertThat(result.get("jobId")).isEqualTo(one.get("jobId"));
        assertThat(result.get("status")).isEqualTo("SUCCESS");
        assertThat(bench.log()).contains("Waiting for batch job " + one.get("jobId"));
    }

    @Test
    void aJobThatFailedIsLookedAtAgainAndJudgedAsThisStepSays() throws Exception {
        bench.weData.world().failVersionOf(SECOND, "no parent");
        assertThatThrownBy(() -> bench.run(batch(FIRST, SECOND))).hasMessageContaining("no parent");
        begin("8");
        assertThatThrownBy(() -> bench.run(fromBuild())).hasMessageContaining("no parent");
        begin("9");
        AwaitJobStep lenient = fromBuild();
        lenient.setOnPartial("UNSTABLE");
        Map<?, ?> result = bench.run(lenient);
        assertThat(result.get("outcome")).isEqualTo("PART_SUCCESS");
        assertThat(bench.build.unstable).singleElement().asString().contains("no parent");
        assertThat(bench.weData.ledger().deliveries(START)).isEqualTo(1);
    }

    @Test
    void whatThatBuildLetPassIsJudgedAnew() throws Exception {
        bench.weData.world().failVersionOf(SECOND, "no parent");
        BatchVersionStep lenient = batch(FIRST, SECOND);
        lenient.setOnPartial("UNSTABLE");
        bench.run(lenient);
        begin("8");
        assertThatThrownBy(() -> bench.run(fromBuild())).hasMessageContaining("no parent");
    }

    @Test
    void twoStartsOfUnknownNumberStayTwoFromBuildToBuild() throws Exception {
        cutOffBefore(START, batch(FIRST));
        begin("7");
        bench.build.journal = new Journal(() -> earlier);
        bench.build.stepTag = "release#7.13";
        cutOffBefore(START, batch(SECOND));
        assertThatThrownBy(() -> bench.run(fromBuild())).hasMessageContaining("is unknown");
        bench.build.earlier.clear();
        bench.build.earlier.put("8", own);
        own = folder.resolve("7").resolve("ninth");
        begin("9");
        AwaitJobStep next = fromBuild();
        next.setFromBuild("8");
        assertThatThrownBy(() -> bench.run(next)).hasMessageContaining("is unknown");
        assertThat(bench.log()).contains("Going on from build release#8: 2 batch jobs to wait for, 0 ended");
    }

    @Test
    void oneJobThatFailsIsToldWhenAllHaveEnded() throws Exception {
        bench.weData.world().failVersionOf(SECOND, "no parent");
        BatchVersionStep one = batch(FIRST);
        one.setWait(false);
        bench.runAndForget(one);
        bench.build.stepTag = "release#7.13";
        BatchVersionStep two = batch(SECOND);
        two.setWait(false);
        bench.runAndForget(two);
        begin("8");
        assertThatThrownBy(() -> bench.run(fromBuild()))
                .hasMessageStartingWith("1 of 2 batch jobs did not succeed. ")
                .hasMessageContaining("no parent");
        assertThat(onlyRow(own).ended().outcome()).isEqualTo(OperationOutcome.FAILED);
    }

    @Test
    void aStartThatWasRefusedIsNoJobAndIsTold() throws Exception {
        bench.fault("error:InvalidParameter:" + START);
        assertThatThrownBy(() -> bench.run(batch(FIRST))).hasMessageContaining("InvalidParameter");
        begin("8");
        assertThatThrownBy(() -> bench.run(fromBuild()))
                .hasMessage("Build release#7 has started no batch job, as far as its journal tells: there is nothing to"
                        + " wait for");
        assertThat(bench.log()).anyMatch(line -> line.startsWith("  wedataBatchVersion '" + FIRST + "': FAILED. "));
        assertThat(bench.weData.ledger().requests()).hasSize(1);
    }

    @Test
    void aBuildThatStillRunsIsWaitedWithForWhatItHasStarted() throws Exception {
        bench.weData.switches().pace(Pace.byTime(Duration.ZERO, Duration.ZERO, Duration.ofMinutes(2), Duration.ZERO));
        cutOffAfterStart();
        bench.build.running.add("7");
        Map<?, ?> result = bench.run(fromBuild());
        assertThat(result.get("outcome")).isEqualTo("SUCCESS");
        assertThat(bench.log())
                .contains("Build release#7 is still running: what it starts from now on is not waited for");
    }

    @Test
    void credentialRegionAndConnectionAreThoseOfThatBuildUnlessTheStepSaysOtherwise() throws Exception {
        cutOffAfterStart();
        AwaitJobStep bare = new AwaitJobStep(null);
        bare.setFromBuild("7");
        assertThat(bench.run(bare).get("outcome")).isEqualTo("SUCCESS");
        begin("9");
        AwaitJobStep elsewhere = new AwaitJobStep(null);
        elsewhere.setFromBuild("7");
        elsewhere.setCredentialsId("nobody's");
        assertThatThrownBy(() -> bench.run(elsewhere))
                .hasMessageContaining("credentialsId: 'nobody's' is not valid")
                .hasMessageNotContaining("region: is missing");
    }

    @Test
    void aBuildThatCalledInSeveralWaysIsAskedForOneOfThem() throws Exception {
        cutOffAfterStart();
        bench.build.journal = new Journal(() -> earlier);
        bench.build.stepTag = "release#7.13";
        BatchVersionStep other = batch(SECOND);
        other.setRegion("ap-shanghai");
        Map<?, ?> there = bench.runAndForget(other);
        begin("8");
        AwaitJobStep bare = new AwaitJobStep(null);
        bare.setFromBuild("7");
        int calls = bench.weData.ledger().requests().size();
        assertThatThrownBy(() -> bench.run(bare))
                .hasMessageContaining("region: is missing; give one of ap-guangzhou, ap-shanghai");
        assertThat(bench.weData.ledger().requests()).hasSize(calls);
        begin("9");
        bare.setRegion("ap-shanghai");
        Map<?, ?> result = bench.run(bare);
        assertThat(result.get("jobId")).isEqualTo(there.get("jobId"));
        assertThat(each(result, "operations", "outcome")).containsExactly("NOT_AWAITED");
    }

    @Test
    void aWaitGoesOnAfterARestartAlsoWhenTheOtherBuildIsGone() throws Exception {
        bench.weData.switches().pace(Pace.byTime(Duration.ZERO, Duration.ZERO, Duration.ofMinutes(5), Duration.ZERO));
        cutOffAfterStart();
        AwaitJobStep bare = new AwaitJobStep(null);
        bare.setFromBuild("7");
        StepExecution execution = bench.start(bare);
        int looks = bench.weData.ledger().deliveries("ListBatchDetail");
        bench.until(() -> bench.weData.ledger().deliveries("ListBatchDetail") > looks);
        bench.build.earlier.clear();
        StepExecution revived = bench.restart(execution);
        bench.build.journal = new Journal(() -> own);
        revived.onResume();
        assertThat(bench.end(LONG_TURN).get("outcome")).isEqualTo("SUCCESS");
        assertThat(onlyRow(own).ended().outcome()).isEqualTo(OperationOutcome.SUCCESS);
    }

    @Test
    void aWaitThatWasCutOffItselfIsGoneOnWithByTheNextBuild() throws Exception {
        bench.weData.switches().pace(Pace.byTime(Duration.ZERO, Duration.ZERO, Duration.ofMinutes(5), Duration.ZERO));
        cutOffAfterStart();
        int looks = bench.weData.ledger().deliveries("ListBatchDetail");
        bench.start(fromBuild());
        bench.until(() -> bench.weData.ledger().deliveries("ListBatchDetail") > looks);
        kill();
        bench.build.earlier.clear();
        bench.build.earlier.put("8", own);
        own = folder.resolve("7").resolve("ninth");
        begin("9");
        AwaitJobStep bare = new AwaitJobStep(null);
        bare.setFromBuild("8");
        bench.start(bare);
        assertThat(bench.end(LONG_TURN).get("outcome")).isEqualTo("SUCCESS");
        assertThat(bench.weData.ledger().deliveries(START)).isEqualTo(1);
    }

    @Test
    void whereASiteTellsNothingOfAJobItsVersionsAreReadBack() throws Exception {
        bench.weData.switches().international(true);
        BatchVersionStep started = batch(FIRST, SECOND);
        started.setWait(false);
        bench.runAndForget(started);
        begin("8");
        assertThat(bench.run(fromBuild()).get("status")).isEqualTo("CONFIRMED_BY_VERSIONS");
    }

    @Test
    void aJournalOfAnOlderVersionTellsAsMuchAsItKnows() throws Exception {
        String begun = "{\"is\":\"begun\",\"key\":\"release#7.%1$s\",\"functionName\":\"wedataBatchVersion\","
                + "\"description\":{\"actionName\":\"BatchCreateTaskVersionAsync\",\"what\":\"1 (+1)\","
                + "\"projectId\":\"" + PROJECT + "\"},\"site\":\"MAINLAND\",\"at\":\"2026-03-02T08:00:00Z\"}\n"
                + "{\"is\":\"reached\",\"key\":\"release#7.%1$s\",\"progress\":{\"stage\":\"%2$s\",%3$s"
                + "\"since\":\"2026-03-02T08:00:00Z\"},\"at\":\"2026-03-02T08:00:00Z\"}\n";
        Files.writeString(earlier, begun.formatted("2", "INTENT", ""));
        begin("8");
        assertThatThrownBy(() -> bench.run(fromBuild()))
                .hasMessage("Whether build release#7 started a batch job in project " + PROJECT + " is unknown: its"
                        + " start was not answered, and the journal does not tell its tasks. Look at the versions of its"
                        + " tasks in WeData");
        assertThat(bench.weData.ledger().requests()).isEmpty();

        bench.build.journal = null;
        begin("9");
        BatchVersionStep started = batch(FIRST);
        started.setWait(false);
        String jobId = bench.runAndForget(started).get("jobId").toString();
        Files.writeString(earlier, begun.formatted("3", "WRITTEN", "\"id\":\"" + jobId + "\","));
        begin("10");
        assertThat(bench.run(fromBuild()).get("status")).isEqualTo("SUCCESS");
    }

    @Test
    void aBuildThatIsNotThereIsToldBeforeAnyCall() {
        AwaitJobStep step = fromBuild();
        step.setFromBuild("6");
        assertThatThrownBy(() -> bench.run(step))
                .hasMessageContaining(
                        "fromBuild: '6' is not valid; give the number of a build of this job, the address of a build in");
        assertThat(bench.weData.ledger().requests()).isEmpty();
    }

    @Test
    void nothingElseMaySayWhatToWaitFor() {
        refuses("jobId", step -> {}, "1001");
        refuses("tasks", step -> step.setTasks(List.of(FIRST)), null);
        refuses("remark", step -> step.setRemark("mine"), null);
        assertThat(bench.weData.ledger().requests()).isEmpty();
    }

    private void refuses(String field, Consumer<AwaitJobStep> setter, String jobId) {
        bench.context = bench.new Context();
        AwaitJobStep step = bench.called(new AwaitJobStep(jobId));
        step.setFromBuild("7");
        setter.accept(step);
        assertThatThrownBy(() -> bench.run(step))
                .hasMessageContaining(field + ": '")
                .hasMessageContaining("is not valid; give nothing: fromBuild says which jobs to wait for");
    }

    @Test
    void whoGivesUpIsToldWhichJobsGoOn() throws Exception {
        bench.weData.switches().jobEnd(JobEnd.RUNNING);
        cutOffAfterStart();
        int looks = bench.weData.ledger().deliveries("ListBatchDetail");
        StepExecution execution = bench.start(fromBuild());
        bench.until(() -> bench.weData.ledger().deliveries("ListBatchDetail") > looks);
        execution.stop(new FlowInterruptedException(Result.ABORTED, true));
        bench.until(() -> onlyRow(own).ended() != null);
        assertThat(onlyRow(own).ended().outcome()).isEqualTo(OperationOutcome.ABORTED);
        assertThat(bench.log())
                .anyMatch(
                        line -> line.matches("Given up. Batch jobs \\d+: they go on in WeData and can't be cancelled;.*"
                                + "wedataAwaitJob\\(fromBuild: 'release#7'\\)"));
    }

    /** A build that was killed while its job ran; the next build begins. */
    private void cutOffAfterStart() throws Exception {
        bench.start(batch(FIRST));
        bench.until(() -> bench.weData.ledger().deliveries("ListBatchDetail") > 0);
        kill();
        begin("8");
    }

    /** A build that was killed just before it sent something; the next build begins. */
    private void cutOffBefore(String action, WeDataStep step) throws Exception {
        bench.beforeSending = request -> {
            if (request.headers().toString().contains(action)) {
                throw new IllegalStateException("killed");
            }
        };
        assertThatThrownBy(() -> bench.run(step)).isNotNull();
        bench.beforeSending = request -> {};
        // What a killed process did not write.
        List<String> lines = Files.readAllLines(earlier).stream()
                .filter(line -> !line.contains("\"is\":\"ended\""))
                .toList();
        Files.write(earlier, lines);
        begin("8");
    }

    private void kill() throws IOException {
        bench.client.close();
        bench.time.advance(Duration.ofSeconds(1));
        bench.client = null;
    }

    private void begin(String number) {
        bench.context = bench.new Context();
        if (bench.client == null) {
            bench.client = bench.newClient();
        }
        if (bench.build.journal != null) {
            bench.build.journal = new Journal(() -> own);
        }
        bench.build.stepTag = "release#" + number + ".12";
    }

    private AwaitJobStep fromBuild() {
        AwaitJobStep step = bench.called(new AwaitJobStep(null));
        step.setFromBuild("7");
        return step;
    }

    private BatchVersionStep batch(String... tasks) {
        return bench.called(
                new BatchVersionStep(Arrays.stream(tasks).map(VersionTask::new).toList()));
    }

    private static List<Object> each(Map<?, ?> result, String list, String field) {
        List<Object> values = new ArrayList<>();
        ((List<?>) result.get(list)).forEach(one -> values.add(((Map<?, ?>) one).get(field)));
        return values;
    }

    private static List<OperationRow> rows(Path journal) {
        OperationTable table = new OperationTable();
        try {
            new JournalReader().read(journal, table::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table.rows();
    }

    private static OperationRow onlyRow(Path journal) {
        assertThat(rows(journal)).hasSize(1);
        return rows(journal).get(0);
    }
}
