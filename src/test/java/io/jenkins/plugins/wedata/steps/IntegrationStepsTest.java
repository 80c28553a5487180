package io.jenkins.plugins.wedata.steps;

import static io.jenkins.plugins.wedata.steps.StepBench.INTEGRATION_TASK;
import static io.jenkins.plugins.wedata.steps.StepBench.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.AbortException;
import hudson.model.Result;
import io.jenkins.plugins.wedata.emulator.Pace;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The step that creates an integration task, and the lock of the one that commits it. */
class IntegrationStepsTest {

    private static final String JSON = "{\"TaskName\": \"load\", \"SyncType\": 2, \"TaskType\": \"201\"}";
    private static final String YAML = "TaskName: load\nSyncType: 2\nTaskType: 201\n";

    private final StepBench bench = new StepBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {JSON, YAML})
    void aDefinitionStandsInTheStep(String text) throws Exception {
        CreateIntegrationTaskStep step = create();
        step.setTaskInfo(text);
        assertThat(bench.run(step).get("taskId")).isEqualTo(made());
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders.json", "a/orders.yaml", "ORDERS.YML"})
    void aDefinitionStandsInAFile(String path) throws Exception {
        bench.workspace.put(path, path.endsWith("json") ? JSON : YAML);
        CreateIntegrationTaskStep step = create();
        step.setFile(path);
        Map<?, ?> result = bench.run(step);
        assertThat(result.get("taskId")).isEqualTo(made());
        assertThat(result.get("created")).isEqualTo(true);
        assertThat(StepBench.write(result)).isNotEmpty();
    }

    @Test
    void aTaskThatIsThereIsMadeTheOneInTheFile() throws Exception {
        bench.weData.switches().refuseUnknownParameters(true);
        bench.workspace.put("orders.yaml", "TaskName: orders\nTaskType: 201\nDescription: nightly");
        CreateIntegrationTaskStep step = create();
        step.setFile("orders.yaml");
        step.setIfExists("UPDATE");
        Map<?, ?> result = bench.run(step);
        assertThat(result.get("taskId")).isEqualTo(INTEGRATION_TASK);
        assertThat(result.get("updated")).isEqualTo(true);
        assertThat(bench.log())
                .anyMatch(line ->
                        line.endsWith("by ModifyIntegrationTask, as it differs in 1 field: TaskInfo.Description"));
    }

    @Test
    void aCreationIsSentOnceMoreWhereTheStepSaysSo() throws Exception {
        bench.fault("drop:CreateIntegrationTask:1");
        CreateIntegrationTaskStep step = create();
        step.setTaskInfo(YAML);
        step.setOnUnknown("resend");
        assertThat(bench.run(step).get("taskId")).isEqualTo(made());
        assertThat(bench.weData.ledger().deliveries("CreateIntegrationTask")).isEqualTo(2);
    }

    @Test
    void aTextOrAFileIsWanted() {
        assertThatThrownBy(() -> bench.run(create()))
                .isInstanceOf(AbortException.class)
                .hasMessageContaining("taskInfo: is missing; give the task's definition in JSON or YAML, or file");
        assertThat(bench.weData.ledger().requests()).isEmpty();
    }

    @Test
    void notBothOfTextAndFileAreWanted() {
        bench.workspace.put("orders.yaml", YAML);
        CreateIntegrationTaskStep both = create();
        both.setTaskInfo(YAML);
        both.setFile("orders.yaml");
        assertThatThrownBy(() -> bench.run(both)).hasMessageContaining("either taskInfo or file, not both");
        assertThat(bench.weData.ledger().requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders.yaml", "orders.txt"})
    void whatIsWrongWithATextBesideAFileIsNamedByTheText(String path) {
        CreateIntegrationTaskStep both = create();
        both.setTaskInfo("TaskName: n\nSyncType: 7\n");
        both.setFile(path);
        assertThatThrownBy(() -> bench.run(both))
                .hasMessageStartingWith("wedataCreateIntegrationTask: 2 values are wrong")
                .hasMessageContaining("either taskInfo or file, not both")
                .hasMessageContaining("- taskInfo, line 2, column 11, SyncType: '7' is not valid");
    }

    @Test
    void aHoleInAListDoesNotMoveThePlacesAfterIt() {
        CommitIntegrationStep step = commit();
        step.setExtConfig(Arrays.asList(null, new ConfigField("a", "1"), new ConfigField("", "2")));
        assertThatThrownBy(() -> bench.run(step))
                .hasMessageStartingWith("wedataCommitIntegration: 2 values are wrong")
                .hasMessageContaining("extConfig[0]: is missing; give a value in each place of the list")
                .hasMessageContaining("extConfig[2].name: is missing");
    }

    @ParameterizedTest
    @CsvSource({
        "orders.txt, whose name ends in",
        "gone.yaml, does not exist",
        "empty.yaml, it is empty",
        "' ', the path of a file"
    })
    void aFileThatIsNoneIsRefused(String path, String expected) {
        bench.workspace.put("empty.yaml", " \n");
        CreateIntegrationTaskStep step = create();
        step.setFile(path);
        assertThatThrownBy(() -> bench.run(step))
                .isInstanceOf(AbortException.class)
                .hasMessageStartingWith("wedataCreateIntegrationTask: file: '")
                .hasMessageContaining(expected);
        assertThat(bench.weData.ledger().requests()).isEmpty();
    }

    @Test
    void everythingThatIsWrongIsInOneMessageWithLineAndColumn() {
        bench.workspace.put("orders.yaml", "TaskNam: load\nSyncType: 7\nNodes: {}\n");
        CreateIntegrationTaskStep step = new CreateIntegrationTaskStep();
        step.setFile("orders.yaml");
        step.setIfExists("MAYBE");
        assertThatThrownBy(() -> bench.run(step))
                .isInstanceOf(AbortException.class)
                .hasMessageStartingWith("wedataCreateIntegrationTask: 8 values are wrong")
                .hasMessageContaining(
                        "file orders.yaml, line 1, column 1, TaskNam: 'TaskNam' is not valid; give TaskName")
                .hasMessageContaining("file orders.yaml, line 2, column 11, SyncType: '7' is not valid")
                .hasMessageContaining("file orders.yaml, line 3, column 8, Nodes: 'fields' is not valid; give a list")
                .hasMessageContaining("ifExists: 'MAYBE'")
                .hasMessageContaining("projectId: is missing")
                .hasMessageContaining("region: is missing");
        assertThat(bench.weData.ledger().requests()).isEmpty();
    }

    @Test
    void theTaskOfAnotherProjectIsRefused() {
        CreateIntegrationTaskStep step = create();
        step.setTaskInfo(YAML + "ProjectId: 12\n");
        assertThatThrownBy(() -> bench.run(step))
                .hasMessageContaining("taskInfo, line 4, column 12, ProjectId: '12' is not valid; give " + PROJECT);
    }

    @Test
    void aRestartWithoutTheFileFindsWhatWasMade() throws Exception {
        bench.fault("slow=60m:CreateIntegrationTask:1");
        bench.workspace.put("orders.yaml", YAML);
        CreateIntegrationTaskStep step = create();
        step.setFile("orders.yaml");
        StepExecution execution = bench.start(step);
        bench.until(() -> bench.weData.ledger().effects("CreateIntegrationTask") == 1);
        bench.workspace.clear();
        bench.restart(execution).onResume();
        assertThat(bench.end().get("taskId")).isEqualTo(made());
        assertThat(bench.weData.ledger().deliveries("CreateIntegrationTask")).isEqualTo(1);
    }

    @Test
    void anAbortedCommitGivesItsLockBackAlthoughTheStepHasEnded() throws Exception {
        bench.fault("slow=60m:CommitIntegrationTask:1");
        StepExecution execution = bench.start(commit());
        bench.until(() -> bench.weData.ledger().deliveries("CommitIntegrationTask") == 1);
        assertThat(locker()).isNotNull();
        execution.stop(new FlowInterruptedException(Result.ABORTED, true));
        assertThat(bench.context.ended).isCompletedExceptionally();
        bench.until(() -> locker() == null);
        bench.until(() -> bench.log().contains("Unlocked integration task " + INTEGRATION_TASK));
    }

    @Test
    void anAbortWhileTheTaskIsWaitedForHasNothingToGiveBack() throws Exception {
        bench.weData.switches().pace(Pace.byTime(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ofHours(1)));
        CommitIntegrationStep step = commit();
        step.setCommitType("START");
        step.setWaitUntilRunning(true);
        StepExecution execution = bench.start(step);
        bench.until(() -> bench.weData.ledger().deliveries("UnlockIntegrationTask") == 1);
        int looks = bench.weData.ledger().deliveries("DescribeIntegrationTask");
        bench.until(() -> bench.weData.ledger().deliveries("DescribeIntegrationTask") > looks);
        assertThat(locker()).isNull();
        execution.stop(new FlowInterruptedException(Result.ABORTED, true));
        bench.time.advance(Duration.ofMinutes(1));
        assertThat(bench.weData.ledger().deliveries("UnlockIntegrationTask")).isEqualTo(1);
    }

    @Test
    void aRestartBetweenLockAndUnlockFindsTheCommitAndGivesTheLockBack() throws Exception {
        bench.fault("slow=60m:CommitIntegrationTask:1");
        StepExecution execution = bench.start(commit());
        bench.until(() -> bench.weData.ledger().deliveries("CommitIntegrationTask") == 1);
        bench.restart(execution).onResume();
        assertThat(bench.end().get("outcome")).isEqualTo("COMMITTED");
        assertThat(locker()).isNull();
        assertThat(bench.weData.ledger().deliveries("CommitIntegrationTask")).isEqualTo(1);
    }

    @Test
    void anAbortWhileAStepIsGoingOnAfterARestartGivesTheLockBackToo() throws Exception {
        bench.fault("slow=60m:CommitIntegrationTask:1");
        StepExecution execution = bench.start(commit());
        bench.until(() -> bench.weData.ledger().deliveries("CommitIntegrationTask") == 1);
        StepExecution again = bench.restart(execution);
        bench.build.hungStore = true;
        again.onResume();
        again.stop(new FlowInterruptedException(Result.ABORTED, true));
        assertThat(bench.context.ended).isCompletedExceptionally();
        assertThat(locker()).isNotNull();
        bench.build.agents.countDown();
        bench.until(() -> locker() == null);
        bench.until(() -> bench.log().contains("Unlocked integration task " + INTEGRATION_TASK));
        assertThat(bench.weData.ledger().deliveries("CommitIntegrationTask")).isEqualTo(1);
    }

    private CreateIntegrationTaskStep create() {
        return bench.called(new CreateIntegrationTaskStep());
    }

    private CommitIntegrationStep commit() {
        CommitIntegrationStep step = bench.called(new CommitIntegrationStep(INTEGRATION_TASK));
        step.setLock(true);
        return step;
    }

    private String made() {
        return bench.weData.world().integrationTasksNamed("load").get(0).taskId();
    }

    private String locker() {
        return bench.weData
                .world()
                .integrationTask(INTEGRATION_TASK)
                .orElseThrow()
                .locker();
    }
}
