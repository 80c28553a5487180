package io.jenkins.plugins.wedata.builders;

import static io.jenkins.plugins.wedata.builders.BuilderBench.INTEGRATION_TASK;
import static io.jenkins.plugins.wedata.builders.BuilderBench.PROJECT;
import static io.jenkins.plugins.wedata.builders.BuilderBench.TASK;
import static io.jenkins.plugins.wedata.builders.BuilderBench.WORKFLOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.AbortException;
import io.jenkins.plugins.wedata.emulator.JobEnd;
import io.jenkins.plugins.wedata.steps.AwaitJobStep;
import io.jenkins.plugins.wedata.steps.BatchVersionStep;
import io.jenkins.plugins.wedata.steps.CommitIntegrationStep;
import io.jenkins.plugins.wedata.steps.CreateIntegrationTaskStep;
import io.jenkins.plugins.wedata.steps.CreateTaskStep;
import io.jenkins.plugins.wedata.steps.CreateTriggerTaskStep;
import io.jenkins.plugins.wedata.steps.TriggerTaskBaseAttribute;
import io.jenkins.plugins.wedata.steps.VersionTask;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Build steps on a build's own thread, against the built-in WeData. */
class WeDataBuilderTest {

    private final BuilderBench bench = new BuilderBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aTaskIsMadeAndItsIdIsAVariableForTheNextBuildStep() throws Throwable {
        bench.run(new CreateTaskBuilder(create("$NAME")));
        String taskId = bench.weData.world().tasksNamed("extract").get(0).taskId();
        assertThat(bench.variables.variables())
                .containsEntry("WEDATA_TASK_ID", taskId)
                .containsEntry("WEDATA_CREATED", "true")
                .containsKey("WEDATA_REQUEST_ID");
        assertThat(bench.log).contains("Created task 'extract': " + taskId);
    }

    @Test
    void theOthersDoWhatTheirStepsDo() throws Throwable {
        String trigger = "d3e40dcc-bf42-4fb9-b081-b00408d478ec";
        bench.weData.world().triggerWorkflow(PROJECT, trigger, "on demand");
        bench.run(new CreateTriggerTaskBuilder(
                bench.called(new CreateTriggerTaskStep(new TriggerTaskBaseAttribute("$NAME", "SHELL", trigger)))));
        assertThat(bench.weData.world().triggerTasksNamed("extract")).hasSize(1);

        CreateIntegrationTaskStep integration = bench.called(new CreateIntegrationTaskStep());
        integration.setTaskInfo("{\"TaskName\": \"copy\", \"SyncType\": 2, \"TaskType\": \"201\"}");
        bench.run(new CreateIntegrationTaskBuilder(integration));
        assertThat(bench.weData.ledger().effects("CreateIntegrationTask")).isEqualTo(1);

        bench.run(new CommitIntegrationBuilder(bench.called(new CommitIntegrationStep(INTEGRATION_TASK))));
        assertThat(bench.variables.variables())
                .containsEntry("WEDATA_TASK_ID", INTEGRATION_TASK)
                .containsEntry("WEDATA_OUTCOME", "COMMITTED");
    }

    @Test
    void aJobIsAwaitedByItsNumber() throws Throwable {
        BatchVersionStep started = batch();
        started.setWait(false);
        bench.run(new BatchVersionBuilder(started));
        AwaitJobBuilder await = new AwaitJobBuilder(
                bench.called(new AwaitJobStep(bench.variables.variables().get("WEDATA_JOB_ID"))));
        await.setResultPrefix("AWAITED");
        bench.run(await);
        assertThat(bench.variables.variables())
                .containsEntry("WEDATA_OUTCOME", "STARTED")
                .containsEntry("AWAITED_OUTCOME", "SUCCESS");
    }

    @Test
    void aBatchTellsJobAndOutcomeAndItsTasks() throws Throwable {
        BatchVersionBuilder builder = new BatchVersionBuilder(batch());
        builder.setResultPrefix("NIGHTLY");
        bench.run(builder);
        assertThat(bench.variables.variables())
                .containsEntry("NIGHTLY_OUTCOME", "SUCCESS")
                .containsEntry("NIGHTLY_TOTAL", "1")
                .containsEntry("NIGHTLY_SUCCEEDED", TASK)
                .containsEntry("NIGHTLY_SUCCEEDED_COUNT", "1")
                .containsEntry("NIGHTLY_FAILED", "")
                .containsEntry("NIGHTLY_FAILED_COUNT", "0")
                .doesNotContainKey("WEDATA_OUTCOME");
    }

    @Test
    void aBlemishMarksTheBuildAndTheNextBuildStepStillRuns() throws Throwable {
        BatchVersionStep step = batch();
        step.setOnPartial("UNSTABLE");
        bench.weData.switches().jobEnd(JobEnd.PART_SUCCESS);
        bench.run(new BatchVersionBuilder(step));
        assertThat(bench.unstable).hasSize(1);
        assertThat(bench.variables.variables()).containsEntry("WEDATA_OUTCOME", "PART_SUCCESS");
    }

    @Test
    void aWrongValueIsRefusedInTheWordsOfTheStep() throws Exception {
        CreateTaskStep step = new CreateTaskStep(null, " ", "SHEL");
        step.setContentFile("sql/missing.sql");
        step.setIfExists("MAYBE");
        Throwable inPipeline = bench.failureInPipeline(step);
        assertThat(inPipeline).isInstanceOf(AbortException.class).hasMessageContaining("values are wrong");
        assertThatThrownBy(() -> bench.run(new CreateTaskBuilder(step)))
                .isInstanceOf(AbortException.class)
                .hasMessage(inPipeline.getMessage());
        assertThat(bench.weData.ledger().requests()).isEmpty();
    }

    @Test
    void aFailureOfWeDataIsToldInTheWordsOfTheStep() throws Exception {
        bench.weData.switches().jobEnd(JobEnd.FAIL);
        String inPipeline = bench.failureInPipeline(batch()).getMessage();
        assertThatThrownBy(() -> bench.run(new BatchVersionBuilder(batch())))
                .isInstanceOf(AbortException.class)
                .satisfies(failure -> assertThat(withoutNumber(failure.getMessage()))
                        .isEqualTo(withoutNumber(inPipeline))
                        .startsWith("Batch job #"));
        assertThat(bench.variables.variables()).isEmpty();
    }

    @Test
    void anUnknownVariableIsRefusedBeforeAnyCall() {
        assertThatThrownBy(() -> bench.run(new CreateTaskBuilder(create("load $WHEN"))))
                .isInstanceOf(AbortException.class)
                .hasMessageContaining("taskName: 'load $WHEN' is not valid; give variables that this build has");
        assertThat(bench.weData.ledger().requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1ST", "WE DATA", "WE-DATA", "WE.DATA", "结果", "A=B"})
    void aPrefixThatNoVariableMayHaveIsRefusedBeforeAnyCallAsInTheForm(String prefix) {
        CreateTaskBuilder builder = new CreateTaskBuilder(create("a"));
        builder.setResultPrefix(prefix);
        String inForm = ResultPrefix.inForm(prefix).orElseThrow().toString();
        assertThat(inForm).startsWith("resultPrefix: '" + prefix + "' is not valid; give what names of environment");
        assertThatThrownBy(() -> bench.run(builder))
                .isInstanceOf(AbortException.class)
                .hasMessage("wedataCreateTask: " + inForm);
        assertThat(bench.weData.ledger().requests()).isEmpty();
    }

    @Test
    void noPrefixIsTheDefaultOne() {
        CreateTaskBuilder builder = new CreateTaskBuilder(create("a"));
        assertThat(builder.getResultPrefix()).isEqualTo("WEDATA");
        for (String none : new String[] {"", null, "WEDATA"}) {
            builder.setResultPrefix("OTHER");
            assertThat(builder.getResultPrefix()).isEqualTo("OTHER");
            builder.setResultPrefix(none);
            assertThat(builder.getResultPrefix()).isEqualTo("WEDATA");
            assertThat(ResultPrefix.inForm(none)).isEmpty();
        }
    }

    @Test
    void aBuildStepWithoutAStepIsToldSo() {
        assertThatThrownBy(() -> bench.run(new AwaitJobBuilder(null)))
                .isInstanceOf(AbortException.class)
                .hasMessage("AwaitJobBuilder: step: is missing; give what to do in WeData");
    }

    @Test
    void howToGoOnStandsInTheLogBeforeTheWaitBegins() throws Throwable {
        bench.weData.switches().jobEnd(JobEnd.RUNNING);
        bench.start(new BatchVersionBuilder(batch()));
        bench.until(() -> bench.weData.ledger().deliveries("ListBatchDetail") > 0);
        assertThat(bench.log)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("Should this build end before the job: Batch job ")
                        .contains("wedataAwaitJob(jobId: '")
                        .endsWith("build step 'WeData: wait for a batch job' with that number"));
        bench.abort();
        assertThatThrownBy(bench::endedByItself).isInstanceOf(InterruptedException.class);
    }

    @Test
    void aBatchThatIsNotWaitedForTellsNothingOfWaiting() throws Throwable {
        BatchVersionStep step = batch();
        step.setWait(false);
        bench.run(new BatchVersionBuilder(step));
        assertThat(bench.log).noneMatch(line -> line.contains("before the job"));
        assertThat(bench.variables.variables()).containsEntry("WEDATA_OUTCOME", "STARTED");
    }

    @Test
    void anAbortEndsTheWaitWhileTheClockStandsAndSaysWhatGoesOn() {
        bench.weData.switches().jobEnd(JobEnd.RUNNING);
        bench.start(new BatchVersionBuilder(batch()));
        bench.until(() -> bench.weData.ledger().deliveries("ListBatchDetail") > 0);

        bench.abort();

        assertThatThrownBy(bench::endedByItself).isInstanceOf(InterruptedException.class);
        assertThat(bench.log.get(bench.log.size() - 1))
                .startsWith("Given up. Batch job ")
                .contains("The job goes on in WeData and can't be cancelled", "wedataAwaitJob(jobId: '");
        assertThat(bench.variables.variables()).isEmpty();
        int looks = bench.weData.ledger().deliveries("ListBatchDetail");
        bench.time.advance(Duration.ofMinutes(10));
        assertThat(bench.weData.ledger().deliveries("ListBatchDetail")).isEqualTo(looks);
    }

    @Test
    void anAbortWhileAStoreOfCredentialsHangsEndsTheBuild() {
        bench.hungStore = true;
        bench.start(new CreateTaskBuilder(create("a")));
        bench.abort();
        assertThatThrownBy(bench::endedByItself).isInstanceOf(InterruptedException.class);
        bench.hung.countDown();
        bench.time.advance(Duration.ofMinutes(1));
        assertThat(bench.weData.ledger().requests()).isEmpty();
    }

    @Test
    void anAbortBeforeTheWriteSendsNothingMore() {
        bench.fault("slow=5s:DescribeBatchOperateTask:1");
        bench.start(new CreateTaskBuilder(create("a")));
        bench.until(() -> bench.weData.ledger().deliveries("DescribeBatchOperateTask") > 0);
        bench.abort();
        assertThatThrownBy(bench::endedByItself).isInstanceOf(InterruptedException.class);
        bench.time.advance(Duration.ofMinutes(1));
        assertThat(bench.weData.ledger().requests()).hasSize(1);
        assertThat(bench.log).noneMatch(line -> line.startsWith("Given up"));
    }

    @Test
    void anAbortDuringAWriteSaysThatItWasUnderWay() {
        bench.fault("slow=60m:CreateTask:1");
        bench.start(new CreateTaskBuilder(create("a")));
        bench.until(() -> bench.weData.ledger().deliveries("CreateTask") > 0);
        bench.abort();
        assertThatThrownBy(bench::endedByItself).isInstanceOf(InterruptedException.class);
        assertThat(bench.log.get(bench.log.size() - 1)).startsWith("Given up. The creation of task 'a' was under way");
    }

    @Test
    void anAbortedCommitGivesItsLockBackBeforeTheBuildEnds() {
        bench.fault("slow=60m:CommitIntegrationTask:1");
        bench.start(new CommitIntegrationBuilder(locked()));
        bench.until(() -> bench.weData.ledger().deliveries("CommitIntegrationTask") > 0);
        bench.abort();
        bench.until(bench::isOver);
        assertThatThrownBy(bench::endedByItself).isInstanceOf(InterruptedException.class);
        assertThat(bench.weData.ledger().effects("UnlockIntegrationTask")).isEqualTo(1);
        assertThat(bench.log).contains("Unlocked integration task " + INTEGRATION_TASK);
    }

    @Test
    void anUnlockThatHangsKeepsAnAbortedBuildThreeSecondsAndNoLonger() {
        bench.fault("slow=60m:CommitIntegrationTask:1").fault("slow=60m:UnlockIntegrationTask:1");
        bench.start(new CommitIntegrationBuilder(locked()));
        bench.until(() -> bench.weData.ledger().deliveries("CommitIntegrationTask") > 0);
        bench.abort();
        bench.until(() -> bench.weData.ledger().deliveries("UnlockIntegrationTask") > 0);
        assertThat(bench.isOver()).isFalse();
        Duration begin = bench.time.elapsed();
        bench.until(bench::isOver);
        // The build's thread may be late to see that its time is over; the unlock takes an hour.
        assertThat(bench.time.elapsed().minus(begin)).isLessThan(Duration.ofMinutes(1));
        assertThatThrownBy(bench::endedByItself).isInstanceOf(InterruptedException.class);
        assertThat(bench.log).anyMatch(line -> line.contains("Its edit lock may still be held"));
    }

    @Test
    void aStoppingControllerEndsTheBuildAsAnAbortDoes() {
        bench.jenkinsIsEnding = true;
        assertThatThrownBy(() -> bench.run(new CreateTaskBuilder(create("a"))))
                .isInstanceOf(InterruptedException.class);
    }

    @Test
    void aWaitThatAStoppingControllerInterruptsEndsAsAnAbortDoes() {
        bench.weData.switches().jobEnd(JobEnd.RUNNING);
        bench.start(new BatchVersionBuilder(batch()));
        bench.until(() -> bench.weData.ledger().deliveries("ListBatchDetail") > 0);
        bench.jenkinsIsEnding = true;
        bench.abort();
        assertThatThrownBy(bench::endedByItself).isInstanceOf(InterruptedException.class);
        assertThat(bench.log.get(bench.log.size() - 1)).startsWith("Given up. Batch job ");
    }

    @Test
    void aClientThatClosesDuringACallEndsTheBuildAndSaysWhatGoesOn() {
        bench.fault("slow=60m:CreateTask:1");
        bench.start(new CreateTaskBuilder(create("a")));
        bench.until(() -> bench.weData.ledger().deliveries("CreateTask") > 0);
        bench.client.close();
        assertThatThrownBy(bench::endedByItself).isInstanceOf(InterruptedException.class);
        assertThat(bench.log).anyMatch(line -> line.startsWith("Given up. The creation of task 'a' was under way"));
    }

    private static String withoutNumber(String message) {
        return message.replaceAll("Batch job \\d+", "Batch job #").replaceAll("\\d{17,}", "#");
    }

    private CreateTaskStep create(String name) {
        return bench.called(new CreateTaskStep(WORKFLOW, name, "SHELL"));
    }

    private BatchVersionStep batch() {
        return bench.called(new BatchVersionStep(List.of(new VersionTask(TASK))));
    }

    private CommitIntegrationStep locked() {
        CommitIntegrationStep step = bench.called(new CommitIntegrationStep(INTEGRATION_TASK));
        step.setLock(true);
        return step;
    }
}
