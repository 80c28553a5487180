package io.jenkins.plugins.wedata.steps;

import static io.jenkins.plugins.wedata.steps.StepBench.WORKFLOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.util.concurrent.SettableFuture;
import hudson.AbortException;
import hudson.model.Result;
import io.jenkins.plugins.wedata.client.ApiKey;
import io.jenkins.plugins.wedata.client.Endpoint;
import io.jenkins.plugins.wedata.emulator.JobEnd;
import io.jenkins.plugins.wedata.emulator.Pace;
import java.io.IOException;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WeDataStepExecutionTest {

    /** For waits of minutes in which nothing else is looked at. */
    private static final Duration LONG_TURN = Duration.ofSeconds(10);

    private final StepBench bench = new StepBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aStepEndsWithASerialisableMapOfPlainValues() throws Exception {
        Map<?, ?> result = bench.run(create());
        assertThat(result).isInstanceOf(Serializable.class);
        assertThat(result.get("taskId"))
                .isEqualTo(bench.weData.world().tasksNamed("load").get(0).taskId());
        assertThat(StepBench.write(result)).isNotEmpty();
    }

    @Test
    void everythingThatMayBlockRunsOffTheCallersThread() throws Exception {
        bench.run(create());
        assertThat(bench.build.threads).isNotEmpty().allMatch(name -> name.startsWith("wedata-build-"));
    }

    @Test
    void everyWrongValueIsNamedInOneMessageBeforeAnythingIsSent() {
        CreateTaskStep step = new CreateTaskStep(null, " ", "SHEL");
        step.setCredentialsId("nobody");
        step.setRegion("Guangzhou");
        step.setSite("MOON");
        step.setIfExists("MAYBE");
        step.setContentFile("sql/missing.sql");
        assertThatThrownBy(() -> bench.run(step))
                .isInstanceOf(AbortException.class)
                .hasMessageStartingWith("wedataCreateTask: 9 values are wrong")
                .hasMessageContaining("region: 'Guangzhou' is not valid; give a region such as")
                .hasMessageContaining("site: 'MOON' is not valid; give one of MAINLAND, INTERNATIONAL, REGIONAL")
                .hasMessageContaining("credentialsId: 'nobody' is not valid")
                .hasMessageContaining("not found here, or of SYSTEM scope")
                .hasMessageContaining(
                        "projectId: is missing; give the id of a WeData project, here or in a WeData connection")
                .hasMessageContaining("workflowId: is missing")
                .hasMessageContaining("taskType: 'SHEL' is not valid; give a number or one of")
                .hasMessageContaining("contentFile: 'sql/missing.sql' is not valid")
                .hasMessageContaining("ifExists: 'MAYBE' is not valid; give one of FAIL, REUSE");
        assertThat(bench.weData.ledger().requests()).isEmpty();
    }

    @Test
    void aMissingCredentialAndRegionAreNamed() {
        assertThatThrownBy(() -> bench.run(new CreateTaskStep(WORKFLOW, "load", "35")))
                .hasMessageContaining("region: is missing")
                .hasMessageContaining("credentialsId: is missing");
    }

    @Test
    void aCredentialWhoseUserNameIsNoSecretIdIsRefused() {
        CreateTaskStep step = create();
        step.setCredentialsId("blank");
        assertThatThrownBy(() -> bench.run(step))
                .hasMessageContaining("credentialsId: 'blank'")
                .hasMessageContaining("SecretId")
                .hasMessageNotContaining(StepBench.SECRET);
        assertThat(bench.weData.ledger().requests()).isEmpty();
    }

    @Test
    void theAdministratorsOwnAddressTakesThePlaceOfTheSites() throws Exception {
        bench.build.ownEndpoint = Optional.of(Endpoint.parse("http://127.0.0.1:8080"));
        assertThat(bench.run(create()).get("taskId")).isNotNull();
    }

    @Test
    void anAddressThatIsNoneNamesTheProperty() {
        bench.build.badEndpoint = "http://wedata.example.org";
        assertThatThrownBy(() -> bench.run(create()))
                .hasMessageContaining("io.jenkins.plugins.wedata.endpoint")
                .hasMessageContaining("https://");
    }

    @Test
    void aFailureOfWeDataIsAPlainMessageWithCodeAndRequestId() {
        bench.fault("error:AuthFailure.SecretIdNotFound:DescribeBatchOperateTask:1");
        assertThatThrownBy(() -> bench.run(create()))
                .isInstanceOf(AbortException.class)
                .hasMessageContaining("AuthFailure.SecretIdNotFound")
                .hasMessageContaining("RequestId");
    }

    @Test
    void noSecretReachesLogOrFailure() {
        bench.fault("throttle:DescribeBatchOperateTask:2").fault("drop:CreateTask:1");
        assertThatThrownBy(() -> bench.run(create()))
                .isInstanceOf(AbortException.class)
                .hasMessageNotContaining(StepBench.SECRET)
                .hasMessageNotContaining("TC3-HMAC");
        assertThat(bench.log())
                .anyMatch(line -> line.contains("throttled"))
                .noneMatch(line -> line.contains(StepBench.SECRET) || line.contains("TC3-HMAC"));
    }

    @Test
    void stoppingEndsAtOnceWithTheCauseAndSaysWhatGoesOn() throws Exception {
        bench.weData.switches().jobEnd(JobEnd.RUNNING);
        StepExecution execution = bench.start(batch());
        bench.until(() -> bench.weData.ledger().deliveries("ListBatchDetail") > 0);
        FlowInterruptedException cause = new FlowInterruptedException(Result.ABORTED, true);

        execution.stop(cause);

        assertThat(bench.context.ended).isCompletedExceptionally();
        assertThatThrownBy(bench::end).isSameAs(cause);
        assertThat(bench.log().get(bench.log().size() - 1))
                .startsWith("Given up. Batch job")
                .contains("wedataAwaitJob(jobId: ");
        int looks = bench.weData.ledger().deliveries("ListBatchDetail");
        bench.time.advance(Duration.ofMinutes(10));
        assertThat(bench.weData.ledger().deliveries("ListBatchDetail")).isEqualTo(looks);
    }

    @Test
    void stoppingTwiceOrAfterTheEndChangesNothing() throws Exception {
        StepExecution execution = bench.start(create());
        Map<?, ?> result = bench.end();
        execution.stop(new FlowInterruptedException(Result.ABORTED, true));
        assertThat(bench.context.ended.join()).isSameAs(result);
    }

    @Test
    void aStepThatIsStoppedBeforeItBeganSendsNothing() throws Exception {
        StepExecution execution = create().start(bench.context);
        execution.stop(new FlowInterruptedException(Result.ABORTED, true));
        execution.start();
        bench.time.advance(Duration.ofMinutes(1));
        assertThat(bench.context.ended).isCompletedExceptionally();
        assertThat(bench.weData.ledger().deliveries("CreateTask")).isZero();
    }

    @Test
    void aWaitOutlivesARestart() throws Exception {
        bench.weData
                .switches()
                .pace(Pace.byTime(Duration.ofMinutes(5), Duration.ZERO, Duration.ofSeconds(1), Duration.ZERO));
        StepExecution execution = bench.start(batch());
        bench.until(() -> bench.weData.ledger().deliveries("ListBatchDetail") > 1);

        StepExecution revived = bench.restart(execution);
        revived.onResume();

        assertThat(bench.end(LONG_TURN).get("outcome")).isEqualTo("SUCCESS");
        assertThat(bench.weData.ledger().deliveries("BatchCreateTaskVersionAsync"))
                .isEqualTo(1);
    }

    @Test
    void aClosingClientEndsNoStep() throws Exception {
        bench.weData.switches().jobEnd(JobEnd.RUNNING);
        bench.start(batch());
        bench.until(() -> bench.weData.ledger().deliveries("ListBatchDetail") > 0);
        List<String> said = List.copyOf(bench.log());
        int looks = bench.weData.ledger().deliveries("ListBatchDetail");
        bench.client.close();
        bench.time.advance(Duration.ofHours(3));
        assertThat(bench.context.ended).isNotDone();
        assertThat(bench.log()).as("nobody is told").isEqualTo(said);
        assertThat(bench.weData.ledger().deliveries("ListBatchDetail")).isEqualTo(looks);
    }

    @Test
    void aRestartBetweenWriteAndReplyLooksAndDoesNotWriteAgain() throws Exception {
        bench.fault("slow=30s:CreateTask:1");
        StepExecution execution = bench.start(create());
        bench.until(() -> bench.weData.ledger().effects("CreateTask") == 1);

        StepExecution revived = bench.restart(execution);
        revived.onResume();

        assertThat(bench.end().get("taskId"))
                .isEqualTo(bench.weData.world().tasksNamed("load").get(0).taskId());
        assertThat(bench.weData.ledger().deliveries("CreateTask")).isEqualTo(1);
    }

    @Test
    void aRestartBetweenUpdateAndReplyReadsBackThoughTheFileIsGone() throws Exception {
        bench.fault("slow=30s:UpdateTaskPartially:1");
        bench.weData.world().task(WORKFLOW, "20260101000000001", "load", 35);
        bench.workspace.put("load.sh", "ls");
        CreateTaskStep step = create();
        step.setContentFile("load.sh");
        step.setIfExists("UPDATE");
        StepExecution execution = bench.start(step);
        bench.until(() -> bench.weData.ledger().effects("UpdateTaskPartially") == 1);
        bench.workspace.clear();
        bench.restart(execution).onResume();
        assertThat(bench.end().get("updated")).isEqualTo(true);
        assertThat(bench.weData.ledger().deliveries("UpdateTaskPartially")).isEqualTo(1);
    }

    @Test
    void aRestartBeforeTheWriteBeginsAnew() throws Exception {
        StepExecution execution = create().start(bench.context);
        StepExecution revived = bench.restart(execution);
        revived.onResume();
        assertThat(bench.end().get("created")).isEqualTo(true);
        assertThat(bench.weData.ledger().deliveries("CreateTask")).isEqualTo(1);
    }

    @Test
    void goingOnAfterTheWriteNeedsNoWorkspace() throws Exception {
        bench.fault("slow=30s:CreateTaskNew:1");
        bench.workspace.put("load.sql", "select 1");
        CreateTaskStep step = create();
        step.setContentFile("load.sql");
        step.setProductName("DATA_DEV");
        StepExecution execution = bench.start(step);
        bench.until(() -> bench.weData.ledger().effects("CreateTaskNew") == 1);

        bench.workspace.clear();
        StepExecution revived = bench.restart(execution);
        revived.onResume();

        assertThat(bench.end().get("taskId"))
                .isEqualTo(bench.weData.world().tasksNamed("load").get(0).taskId());
        assertThat(bench.weData.ledger().deliveries("CreateTaskNew")).isEqualTo(1);
    }

    @Test
    void aCredentialThatIsGoneAfterARestartDoesNotTakeTheJobWithIt() throws Exception {
        bench.weData.switches().jobEnd(JobEnd.RUNNING);
        StepExecution execution = bench.start(batch());
        bench.until(() -> bench.weData.ledger().deliveries("ListBatchDetail") > 0);

        bench.build.key = null;
        StepExecution revived = bench.restart(execution);
        revived.onResume();

        assertThatThrownBy(bench::end)
                .hasMessageContaining("credentialsId: 'release' is not valid")
                .hasMessageContaining("wedataAwaitJob(jobId: ");
    }

    @Test
    void aKeyThatIsChangedDuringAWaitIsTheKeyOfTheNextLook() throws Exception {
        bench.weData
                .switches()
                .pace(Pace.byTime(Duration.ofMinutes(10), Duration.ZERO, Duration.ofSeconds(1), Duration.ZERO));
        bench.start(batch());
        bench.until(() -> bench.weData.ledger().deliveries("ListBatchDetail") > 0);
        bench.build.key = ApiKey.of("AKIDnext", StepBench.NEXT_SECRET);
        bench.time.advance(Duration.ofMinutes(1));
        bench.until(() -> bench.weData.ledger().requests("ListBatchDetail").stream()
                .anyMatch(request -> request.secretId().equals("AKIDnext")));
        bench.weData.forgetKey("AKIDstep");
        assertThat(bench.end(LONG_TURN).get("outcome")).isEqualTo("SUCCESS");
    }

    @Test
    void aStepThatStartsWhileJenkinsEndsIsLeftForTheRestart() throws Exception {
        StepExecution execution = create().start(bench.context);
        bench.client.close();
        bench.client = null;
        execution.start();
        bench.time.advance(Duration.ofMinutes(1));
        assertThat(bench.context.ended).isNotDone();
    }

    @Test
    void anErrorOfTheVirtualMachineEndsTheStepToo() {
        bench.build.linkage = new NoClassDefFoundError("okhttp3/OkHttpClient");
        assertThatThrownBy(() -> {
                    bench.start(create());
                    bench.context.ended.join();
                })
                .hasCause(bench.build.linkage);
    }

    @Test
    void whatFollowsASaveDoesNotRunOnTheThreadThatSaved() throws Exception {
        bench.context.saving = SettableFuture.create();
        bench.start(create());
        bench.until(() -> bench.weData.ledger().deliveries("DescribeBatchOperateTask") > 0);
        Thread saver = new Thread(() -> bench.context.saving.set(null), "the Pipeline's thread");
        bench.until(() -> bench.context.saves > 0);
        saver.start();
        bench.end();
        assertThat(bench.build.logThreads).isNotEmpty().doesNotContain("the Pipeline's thread");
    }

    @Test
    void hungAgentsDoNotKeepOtherStepsFromEnding() throws Exception {
        bench.weData.switches().pace(Pace.byTime(Duration.ofMinutes(5), Duration.ZERO, Duration.ZERO, Duration.ZERO));
        bench.start(batch());
        bench.until(() -> bench.weData.ledger().deliveries("ListBatchDetail") > 0);
        StepBench.Context waiting = bench.context;
        for (int i = 0; i < 20; i++) {
            bench.context = bench.new Context();
            CreateTaskStep stuck = create();
            stuck.setContentFile("on a hung agent");
            bench.start(stuck);
        }
        bench.context = waiting;
        assertThat(bench.end(LONG_TURN).get("outcome")).isEqualTo("SUCCESS");
        bench.build.agents.countDown();
    }

    @Test
    void beginningTwiceIsBeginningOnce() throws Exception {
        StepExecution execution = bench.start(create());
        execution.onResume();
        assertThat(bench.end().get("created")).isEqualTo(true);
        bench.time.advance(Duration.ofMinutes(1));
        assertThat(bench.weData.ledger().deliveries("CreateTask")).isEqualTo(1);
    }

    @Test
    void aPendingApprovalIsRememberedOverARestart() throws Exception {
        bench.weData.switches().commitsNeedApproval(true);
        CommitIntegrationStep step = bench.called(new CommitIntegrationStep(StepBench.INTEGRATION_TASK));
        step.setOnApproval("PROCEED");
        StepExecution execution = bench.start(step);
        String ticket = (String) bench.end().get("approveId");

        StepExecution revived = bench.restart(execution);
        revived.onResume();

        assertThat(bench.end().get("outcome")).isEqualTo("APPROVAL_PENDING");
        assertThat(bench.end().get("approveId")).isEqualTo(ticket);
        assertThat(bench.weData.ledger().deliveries("CommitIntegrationTask")).isEqualTo(1);
    }

    @Test
    void nothingIsWrittenThatCouldNotBeAnnounced() {
        bench.context.cannotSave = true;
        assertThatThrownBy(() -> bench.run(create()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("what comes next was not sent");
        assertThat(bench.weData.ledger().deliveries("CreateTask")).isZero();
    }

    @Test
    void aBlemishMarksTheBuildUnstableAndTheStepStillHasAResult() throws Exception {
        BatchVersionStep step = batch();
        step.setOnPartial("unstable");
        bench.weData.switches().jobEnd(JobEnd.PART_SUCCESS);
        assertThat(bench.run(step).get("outcome")).isEqualTo("PART_SUCCESS");
        assertThat(bench.build.unstable).hasSize(1);
    }

    @Test
    void theStatusTellsWhatIsWaitedFor() throws Exception {
        bench.weData.switches().jobEnd(JobEnd.RUNNING);
        StepExecution execution = batch().start(bench.context);
        assertThat(execution.getStatus()).isEqualTo("preparing");
        execution.start();
        bench.until(() -> bench.weData.ledger().deliveries("ListBatchDetail") > 0);
        bench.until(() -> execution.getStatus().contains("looks again"));
        assertThat(execution.getStatus()).matches("(waiting for|batch job) \\d+.*; looks again (in \\d+ s|now)");
        bench.until(() -> execution.getStatus().matches("batch job \\d+: RUNNING.*; looks again in \\d+ s"));
        execution.stop(new FlowInterruptedException(Result.ABORTED, true));
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
