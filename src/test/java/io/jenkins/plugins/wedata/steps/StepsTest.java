package io.jenkins.plugins.wedata.steps;

import static io.jenkins.plugins.wedata.steps.StepBench.INTEGRATION_TASK;
import static io.jenkins.plugins.wedata.steps.StepBench.PROJECT;
import static io.jenkins.plugins.wedata.steps.StepBench.WORKFLOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every parameter of every step reaches WeData, or the rule that it belongs to. */
class StepsTest {

    private static final String TASK = "20260302080000001";

    private final StepBench bench = new StepBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void createTaskSendsEveryParameter() throws Exception {
        bench.workspace.put("sql/load.sql", "select 1");
        CreateTaskStep step = bench.called(new CreateTaskStep(WORKFLOW, "load", "hive_sql"));
        step.setContentFile("sql/load.sql");
        step.setExt(List.of(new TaskExt("aa", "vv")));
        step.setProductName("DATA_DEV");
        step.setInstanceInitStrategy("T+1");
        step.setLeftCoordinate(1.5);
        step.setTopCoordinate(2.5);
        step.setTaskFolderId("folder");
        step.setCodeTemplateId("template");
        bench.run(step);
        JsonNode sent = sent("CreateTaskNew");
        assertThat(sent.get("ProjectId").asText()).isEqualTo(PROJECT);
        assertThat(sent.get("WorkflowId").asText()).isEqualTo(WORKFLOW);
        assertThat(sent.get("TaskName").asText()).isEqualTo("load");
        assertThat(sent.get("TaskType").asLong()).isEqualTo(34);
        assertThat(new String(Base64.getDecoder().decode(sent.get("Content").asText()), StandardCharsets.UTF_8))
                .isEqualTo("select 1");
        assertThat(sent.toString())
                .contains("\"TaskExt\":[{\"Key\":\"aa\",\"Value\":\"vv\"}]", "\"ProductName\":\"DATA_DEV\"")
                .contains("\"InstanceInitStrategy\":\"T+1\"", "\"LeftCoordinate\":1.5", "\"TopCoordinate\":2.5")
                .contains("\"TaskFolderId\":\"folder\"", "\"CodeTemplateId\":\"template\"");
    }

    @Test
    void emptyCodeIsCode() throws Exception {
        CreateTaskStep step = bench.called(new CreateTaskStep(WORKFLOW, "load", "35"));
        step.setContent("");
        bench.run(step);
        assertThat(sent("CreateTaskNew").get("Content").asText()).isEmpty();
    }

    @Test
    void codeStandsInOnePlaceOnly() {
        CreateTaskStep step = bench.called(new CreateTaskStep(WORKFLOW, "load", "35"));
        step.setContent("a");
        step.setContentFile("b");
        assertThatThrownBy(() -> bench.run(step))
                .hasMessageContaining("contentFile: 'b' is not valid; give either content or contentFile, not both");
    }

    @Test
    void commitSendsEveryParameter() throws Exception {
        CommitIntegrationStep step = bench.called(new CommitIntegrationStep(INTEGRATION_TASK));
        step.setCommitType("pause_and_continue");
        step.setTaskType("REAL_TIME");
        step.setExtConfig(List.of(new ConfigField("name1", "1")));
        step.setVersionDesc("v1");
        step.setInstanceVersion(3L);
        step.setEventDesc("release");
        step.setCurrentStatus(3L);
        step.setWaitUntilRunning(true);
        step.setTimeout(5);
        assertThat(bench.run(step).get("outcome")).isEqualTo("RUNNING");
        assertThat(sent("CommitIntegrationTask").toString())
                .contains("\"TaskId\":\"" + INTEGRATION_TASK + "\"", "\"ProjectId\":\"" + PROJECT + "\"")
                .contains("\"CommitType\":3", "\"TaskType\":201", "\"VersionDesc\":\"v1\"", "\"InstanceVersion\":3")
                .contains("\"EventDesc\":\"release\"", "\"CurrentStatus\":3")
                .contains("\"ExtConfig\":[{\"Name\":\"name1\",\"Value\":\"1\"}]");
    }

    @Test
    void aCommitOnlySubmitsARealTimeTaskUnlessSaidOtherwise() throws Exception {
        bench.run(bench.called(new CommitIntegrationStep(INTEGRATION_TASK)));
        assertThat(sent("CommitIntegrationTask").get("CommitType").asLong()).isZero();
        assertThat(sent("CommitIntegrationTask").get("TaskType").asLong()).isEqualTo(201);
    }

    @Test
    void aPendingApprovalOfACommitFollowsOnApproval() throws Exception {
        bench.weData.switches().commitsNeedApproval(true);
        CommitIntegrationStep step = bench.called(new CommitIntegrationStep(INTEGRATION_TASK));
        step.setOnApproval("PROCEED");
        assertThat(bench.run(step).get("outcome")).isEqualTo("APPROVAL_PENDING");
        assertThat(bench.build.unstable).isEmpty();
    }

    @Test
    void batchVersionSendsEveryParameter() throws Exception {
        bench.weData.world().task(WORKFLOW, TASK, "load", 35);
        VersionTask task = new VersionTask(TASK);
        task.setRemark("own note");
        task.setFolderId("folder");
        BatchVersionStep step = bench.called(new BatchVersionStep(List.of(task)));
        step.setRemark("not used");
        step.setAutoRun(true);
        step.setAlarmWays("email,wecom");
        step.setAlarmRecipientTypes("1,2");
        step.setNeedCheckParentSubmitted(false);
        step.setEnableMakeUp(true);
        step.setAssignApprovalList(List.of("100028579801"));
        step.setPerTaskMissingInstanceStrategy(List.of(new MissingInstances(TASK, "SKIP")));
        step.setTimeout(5);
        bench.run(step);
        assertThat(sent("BatchCreateTaskVersionAsync").toString())
                .contains("\"VersionRemark\":\"own note [wedata release#7.12]\"", "\"FolderId\":\"folder\"")
                .contains("\"ProjectId\":\"" + PROJECT + "\"", "\"AutoRun\":true", "\"AlarmWays\":\"email,wecom\"")
                .contains("\"AlarmRecipientTypes\":\"1,2\"", "\"NeedCheckParentSubmitted\":false")
                .contains("\"EnableMakeUp\":true", "\"AssignApprovalList\":[\"100028579801\"]")
                .contains("\"MissingInstanceStrategy\":\"SKIP\"");
    }

    @Test
    void theRemarkIsTheBuildsAddressWhenNoneIsGiven() throws Exception {
        bench.run(batch());
        assertThat(remark()).isEqualTo("https://ci.example.org/job/release/7/ [wedata release#7.12]");
    }

    @Test
    void theMarkMayBeLeftOut() throws Exception {
        BatchVersionStep step = batch();
        step.setRemark("nightly");
        step.setMarkRemark(false);
        bench.run(step);
        assertThat(remark()).isEqualTo("nightly");
    }

    @Test
    void aBatchThatIsNotWaitedForIsAwaitedByAnotherStep() throws Exception {
        BatchVersionStep step = batch();
        step.setWait(false);
        Map<?, ?> started = bench.run(step);
        assertThat(started.get("outcome")).isEqualTo("STARTED");

        bench.context = bench.new Context();
        AwaitJobStep await = bench.called(new AwaitJobStep(started.get("jobId").toString()));
        assertThat(bench.run(await).get("outcome")).isEqualTo("SUCCESS");
    }

    @Test
    void anAwaitedJobIsReadBackWhereItCannotBeFollowed() throws Exception {
        bench.weData.switches().international(true);
        BatchVersionStep step = batch();
        step.setWait(false);
        Map<?, ?> started = bench.run(step);

        bench.context = bench.new Context();
        AwaitJobStep await = bench.called(new AwaitJobStep(started.get("jobId").toString()));
        await.setTasks(List.of(TASK));
        await.setRemark("[wedata release#7.12]");
        assertThat(bench.run(await).get("status")).isEqualTo("CONFIRMED_BY_VERSIONS");
    }

    @ParameterizedTest
    @CsvSource({"fax", "'email,'", "'email,email;sms'"})
    void anUnknownWayOfAlarmIsRefused(String ways) {
        BatchVersionStep step = batch();
        step.setAlarmWays(ways);
        assertThatThrownBy(() -> bench.run(step)).hasMessageContaining("alarmWays: '" + ways + "' is not valid");
        assertThat(bench.weData.ledger().requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "43201"})
    void aTimeLimitIsFromOneMinuteToThirtyDays(long minutes) {
        BatchVersionStep step = batch();
        step.setTimeout(minutes);
        assertThatThrownBy(() -> bench.run(step))
                .hasMessageContaining(
                        "timeout: '" + minutes + "' is not valid; give a number of minutes from 1 to 43200");
    }

    @Test
    void aPartialSuccessCannotBePassedOver() {
        BatchVersionStep step = batch();
        step.setOnPartial("PROCEED");
        assertThatThrownBy(() -> bench.run(step))
                .hasMessageContaining("onPartial: 'PROCEED' is not valid; give one of FAIL, UNSTABLE");
    }

    @Test
    void noTasksAndNoJobAreNamed() {
        assertThatThrownBy(() -> bench.run(bench.called(new BatchVersionStep(null))))
                .hasMessageContaining("tasks: is missing");
        bench.context = bench.new Context();
        assertThatThrownBy(() -> bench.run(bench.called(new AwaitJobStep(null))))
                .hasMessageContaining("jobId: is missing");
        for (String wrong : new String[] {"12a", "-1", "1.5", "99999999999999999999"}) {
            bench.context = bench.new Context();
            assertThatThrownBy(() -> bench.run(bench.called(new AwaitJobStep(wrong))))
                    .hasMessageContaining("jobId: '" + wrong + "' is not valid; give ");
        }
    }

    @Test
    void anEmptyPlaceInAListIsNamed() {
        CreateTaskStep create = bench.called(new CreateTaskStep(WORKFLOW, "load", "35"));
        create.setExt(Arrays.asList(new TaskExt("a", "b"), null));
        assertThatThrownBy(() -> bench.run(create)).hasMessageContaining("ext[1]: is missing");
        bench.context = bench.new Context();
        assertThatThrownBy(
                        () -> bench.run(bench.called(new BatchVersionStep(Arrays.asList(new VersionTask(TASK), null)))))
                .hasMessageContaining("tasks[1]: is missing");
        assertThat(bench.weData.ledger().requests()).isEmpty();
    }

    @Test
    void blanksBetweenNamesAreNotSent() throws Exception {
        BatchVersionStep step = batch();
        step.setAlarmWays("email, sms");
        bench.run(step);
        assertThat(sent("BatchCreateTaskVersionAsync").get("AlarmWays").asText())
                .isEqualTo("email,sms");
    }

    @Test
    void aStepKeepsItsListsToItself() {
        List<VersionTask> tasks = new ArrayList<>(List.of(new VersionTask(TASK)));
        BatchVersionStep step = new BatchVersionStep(tasks);
        tasks.clear();
        assertThat(step.getTasks()).hasSize(1);
    }

    private BatchVersionStep batch() {
        bench.weData.world().task(WORKFLOW, TASK, "load", 35);
        return bench.called(new BatchVersionStep(List.of(new VersionTask(TASK))));
    }

    private String remark() {
        return sent("BatchCreateTaskVersionAsync")
                .get("Tasks")
                .get(0)
                .get("VersionRemark")
                .asText();
    }

    private JsonNode sent(String action) {
        return bench.weData.ledger().requests(action).get(0).body();
    }
}
