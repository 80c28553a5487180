package io.jenkins.plugins.wedata.steps;

import static io.jenkins.plugins.wedata.steps.StepBench.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CreateTriggerTaskStepTest {

    private static final String TRIGGER = "d3e40dcc-bf42-4fb9-b081-b00408d478ec";
    private static final String PARENT = "20251222225827398";

    private final StepBench bench = new StepBench();

    @BeforeEach
    void seed() {
        bench.weData
                .world()
                .triggerWorkflow(PROJECT, TRIGGER, "on demand")
                .triggerTask(TRIGGER, PARENT, "extract", 35)
                .taskFolder(TRIGGER, "/tf_01");
        bench.weData.switches().refuseUnknownParameters(true);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void everyParameterOfEveryStructureReachesWeData() throws Exception {
        bench.workspace.put("load.sh", "echo ${yyyyMMdd}");
        CreateTriggerTaskStep step = bench.called(new CreateTriggerTaskStep(fullBase()));
        step.setConfiguration(fullConfiguration());
        step.setSchedulerConfiguration(fullSchedule());
        Map<?, ?> result = bench.run(step);
        assertThat(result.get("created")).isEqualTo(true);
        assertThat(result.get("taskId"))
                .isEqualTo(bench.weData.world().triggerTasksNamed("load").get(0).taskId());
        assertThat(result.get("requestId")).isNotNull();
        String code = Base64.getEncoder().encodeToString("echo ${yyyyMMdd}".getBytes(StandardCharsets.UTF_8));
        assertThat(sent())
                .isEqualTo(new ObjectMapper().readTree("""
                {"ProjectId": "%s",
                 "TriggerTaskBaseAttribute": {"TaskName": "load", "TaskTypeId": "35", "WorkflowId": "%s",
                  "OwnerUin": "100028579801", "TaskDescription": "loads", "TaskFolderPath": "/tf_01"},
                 "TriggerTaskConfiguration": {"ResourceGroup": "20240222212719833743", "CodeContent": "%s",
                  "TaskExtConfigurationList": [{"ParamKey": "enableKerberosLogin", "ParamValue": "false"}],
                  "DataCluster": "cluster", "BrokerIp": "any", "YarnQueue": "default", "SourceServiceId": "1;2",
                  "TargetServiceId": "3", "TaskSchedulingParameterList": [{"ParamKey": "day", "ParamValue": ""}],
                  "BundleId": "b", "BundleInfo": "ci"},
                 "TriggerTaskSchedulerConfiguration": {"UpstreamDependencyConfigList": [{"TaskId": "%s"}],
                  "RunPriorityType": 6, "RetryWaitMinute": 5, "MaxRetryNumber": 4, "ExecutionTTLMinute": -1,
                  "WaitExecutionTotalTTLMinute": 60, "AllowRedoType": "ALL",
                  "ParamTaskOutList": [{"ParamKey": "asadad", "ParamValue": "1"}],
                  "ParamTaskInList": [{"ParamKey": "in", "ParamDesc": "p.t.out", "FromTaskId": "%s",
                   "FromParamKey": "out", "Type": "TASK"}],
                  "TaskOutputRegistryList": [{"DatasourceId": "1", "DatabaseName": "db", "TableName": "t",
                   "PartitionName": "", "DataFlowType": "DOWNSTREAM", "TablePhysicalId": "9", "DbGuid": "g1",
                   "TableGuid": "g2", "CatalogName": "c", "DatasourceName": "d", "QualifiedName": "c.db.t"}],
                  "DependencyTriggerPolicy": "ALL_DONE", "AllowDownstreamDependency": 1, "ScheduleType": 0}}
                """.formatted(PROJECT, TRIGGER, code, PARENT, PARENT)));
    }

    @Test
    void everyParameterIsComparedWithTheTaskThatIsThereAndSentWhereItDiffers() throws Exception {
        bench.workspace.put("load.sh", "echo ${yyyyMMdd}");
        CreateTriggerTaskStep step = bench.called(new CreateTriggerTaskStep(fullBase()));
        step.setIfExists("UPDATE");
        bench.weData.world().triggerTask(TRIGGER, "20260101000000001", "load", 35);
        step.setConfiguration(fullConfiguration());
        step.setSchedulerConfiguration(fullSchedule());
        Map<?, ?> result = bench.run(step);
        assertThat(result.get("updated")).isEqualTo(true);
        assertThat(bench.weData
                        .ledger()
                        .requests("UpdateTriggerTaskPartially")
                        .get(0)
                        .body()
                        .at("/NewSetting/TriggerTaskConfiguration"))
                .isEqualTo(new ObjectMapper().readTree("""
                        {"ResourceGroup": "20240222212719833743", "CodeContent": "%s",
                          "TaskExtConfigurationList": [{"ParamKey": "enableKerberosLogin", "ParamValue": "false"}],
                          "DataCluster": "cluster", "BrokerIp": "any", "YarnQueue": "default", "SourceServiceId": "1;2",
                          "TargetServiceId": "3", "TaskSchedulingParameterList": [{"ParamKey": "day", "ParamValue": ""}],
                          "BundleId": "b", "BundleInfo": "ci"}
                        """.formatted(Base64.getEncoder()
                        .encodeToString("echo ${yyyyMMdd}".getBytes(StandardCharsets.UTF_8)))));
        assertThat(bench.log()).noneMatch(line -> line.contains("echo"));
    }

    @Test
    void onlyWhatIsRequiredIsNeeded() throws Exception {
        assertThat(bench.run(called(35)).get("created")).isEqualTo(true);
        assertThat(sent().get("TriggerTaskConfiguration")).isEmpty();
        assertThat(sent().get("TriggerTaskSchedulerConfiguration")).isEmpty();
    }

    @Test
    void aTypeThatTencentAddsLaterIsSentByItsNumber() throws Exception {
        assertThat(bench.run(called(151)).get("created")).isEqualTo(true);
        assertThat(sent().at("/TriggerTaskBaseAttribute/TaskTypeId").asText()).isEqualTo("151");
    }

    @Test
    void codeMayStandInTheStep() throws Exception {
        CreateTriggerTaskStep step = called("python");
        TriggerTaskConfiguration configuration = new TriggerTaskConfiguration();
        configuration.setCode("print(1)");
        step.setConfiguration(configuration);
        bench.run(step);
        assertThat(sent().at("/TriggerTaskConfiguration/CodeContent").asText())
                .isEqualTo(Base64.getEncoder().encodeToString("print(1)".getBytes(StandardCharsets.UTF_8)));
        assertThat(sent().at("/TriggerTaskBaseAttribute/TaskTypeId").asText()).isEqualTo("30");
    }

    @Test
    void codeStandsInOnePlaceOnly() {
        CreateTriggerTaskStep step = called("SHELL");
        TriggerTaskConfiguration configuration = new TriggerTaskConfiguration();
        configuration.setCode("a");
        configuration.setCodeFile("b");
        step.setConfiguration(configuration);
        assertThatThrownBy(() -> bench.run(step))
                .hasMessageContaining("configuration.codeFile: 'b' is not valid; give either configuration.code or"
                        + " configuration.codeFile, not both");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        CreateTriggerTaskStep step = called("SHELL");
        TriggerTaskConfiguration configuration = new TriggerTaskConfiguration();
        configuration.setCodeFile("gone.sh");
        step.setConfiguration(configuration);
        assertThatThrownBy(() -> bench.run(step))
                .hasMessageContaining("configuration.codeFile: 'gone.sh' is not valid")
                .hasMessageContaining("does not exist below the workspace");
    }

    @Test
    void everythingWrongIsNamedAtOnceByItsPathAndNothingIsSent() {
        CreateTriggerTaskStep step =
                bench.called(new CreateTriggerTaskStep(new TriggerTaskBaseAttribute("load", "HIVE_SQL", " ")));
        TriggerTaskConfiguration configuration = new TriggerTaskConfiguration();
        configuration.setTaskExtConfigurationList(Arrays.asList(null, new TaskParameter(null, "v")));
        step.setConfiguration(configuration);
        TriggerTaskSchedulerConfiguration schedule = new TriggerTaskSchedulerConfiguration();
        schedule.setUpstream(Arrays.asList("1", null));
        schedule.setRunPriorityType(1L);
        schedule.setTaskOutputRegistryList(List.of(new RegisteredTable("1", "d", "t", "", "IN", "9")));
        step.setSchedulerConfiguration(schedule);
        step.setIfExists("MAYBE");
        assertThatThrownBy(() -> bench.run(step))
                .hasMessageStartingWith("wedataCreateTriggerTask: 8 values are wrong")
                .hasMessageContaining(
                        "baseAttribute.taskTypeId: 'HIVE_SQL' is not valid; give a type of trigger workflows, since"
                                + " only ordinary workflows have that one: a number or one of OFFLINE_SYNC (26)")
                .hasMessageContaining("baseAttribute.workflowId")
                .hasMessageContaining("configuration.taskExtConfigurationList[0]: is missing")
                .hasMessageContaining("configuration.taskExtConfigurationList[1].paramKey: is missing")
                .hasMessageContaining("schedulerConfiguration.upstream[1]: is missing")
                .hasMessageContaining("schedulerConfiguration.runPriorityType: '1' is not valid; give one of 4, 5, 6")
                .hasMessageContaining(
                        "schedulerConfiguration.taskOutputRegistryList[0].dataFlowType: 'IN' is not valid")
                .hasMessageContaining("ifExists: 'MAYBE' is not valid; give one of FAIL, REUSE");
        assertThat(bench.weData.ledger().requests()).isEmpty();
    }

    @Test
    void aMissingBaseAttributeIsNamedByWhatItMustHold() {
        assertThatThrownBy(() -> bench.run(bench.called(new CreateTriggerTaskStep(null))))
                .hasMessageContaining("baseAttribute.taskName: is missing")
                .hasMessageContaining("baseAttribute.taskTypeId: is missing")
                .hasMessageContaining("baseAttribute.workflowId: is missing");
    }

    @Test
    void aTriggerTaskThatIsThereIsReusedWhenThatIsWanted() throws Exception {
        bench.weData.world().triggerTask(TRIGGER, "20260101000000001", "load", 35);
        CreateTriggerTaskStep step = called("SHELL");
        step.setIfExists("reuse");
        Map<?, ?> result = bench.run(step);
        assertThat(result.get("taskId")).isEqualTo("20260101000000001");
        assertThat(result.get("created")).isEqualTo(false);
        assertThat(result.containsKey("requestId")).isTrue();
    }

    @Test
    void whatTheStepHasReachedOutlivesARestart() throws Exception {
        bench.workspace.put("load.sh", "echo 1");
        bench.fault("lost-reply:CreateTriggerTask:1");
        CreateTriggerTaskStep step = bench.called(new CreateTriggerTaskStep(fullBase()));
        step.setConfiguration(fullConfiguration());
        step.setSchedulerConfiguration(fullSchedule());
        StepExecution execution = bench.start(step);
        bench.until(() -> bench.weData.ledger().deliveries("CreateTriggerTask") == 1);
        StepExecution again = bench.restart(execution);
        bench.workspace.clear();
        again.onResume();
        assertThat(bench.end().get("taskId"))
                .isEqualTo(bench.weData.world().triggerTasksNamed("load").get(0).taskId());
        assertThat(bench.weData.ledger().deliveries("CreateTriggerTask")).isEqualTo(1);
    }

    private CreateTriggerTaskStep called(Object type) {
        return bench.called(new CreateTriggerTaskStep(new TriggerTaskBaseAttribute("load", type.toString(), TRIGGER)));
    }

    private static TriggerTaskBaseAttribute fullBase() {
        TriggerTaskBaseAttribute base = new TriggerTaskBaseAttribute("load", "shell", TRIGGER);
        base.setOwnerUin("100028579801");
        base.setTaskDescription("loads");
        base.setTaskFolderPath("/tf_01");
        return base;
    }

    private static TriggerTaskConfiguration fullConfiguration() {
        TriggerTaskConfiguration configuration = new TriggerTaskConfiguration();
        configuration.setResourceGroup("20240222212719833743");
        configuration.setCodeFile("load.sh");
        configuration.setTaskExtConfigurationList(List.of(new TaskParameter("enableKerberosLogin", "false")));
        configuration.setDataCluster("cluster");
        configuration.setBrokerIp("any");
        configuration.setYarnQueue("default");
        configuration.setSourceServiceId("1;2");
        configuration.setTargetServiceId("3");
        configuration.setTaskSchedulingParameterList(List.of(new TaskParameter("day", "")));
        configuration.setBundleId("b");
        configuration.setBundleInfo("ci");
        return configuration;
    }

    private static TriggerTaskSchedulerConfiguration fullSchedule() {
        TriggerTaskSchedulerConfiguration schedule = new TriggerTaskSchedulerConfiguration();
        schedule.setUpstream(List.of(PARENT));
        schedule.setRunPriorityType(6L);
        schedule.setRetryWaitMinute(5L);
        schedule.setMaxRetryNumber(4L);
        schedule.setExecutionTTLMinute(-1L);
        schedule.setWaitExecutionTotalTTLMinute(60L);
        schedule.setAllowRedoType("ALL");
        schedule.setParamTaskOutList(List.of(new TaskParameter("asadad", "1")));
        IncomingParameter in = new IncomingParameter("in", "p.t.out", PARENT, "out");
        in.setType("TASK");
        schedule.setParamTaskInList(List.of(in));
        RegisteredTable table = new RegisteredTable("1", "db", "t", "", "DOWNSTREAM", "9");
        table.setDbGuid("g1");
        table.setTableGuid("g2");
        table.setCatalogName("c");
        table.setDatasourceName("d");
        table.setQualifiedName("c.db.t");
        schedule.setTaskOutputRegistryList(List.of(table));
        schedule.setDependencyTriggerPolicy("ALL_DONE");
        schedule.setAllowDownstreamDependency(1L);
        schedule.setScheduleType(0L);
        return schedule;
    }

    private JsonNode sent() {
        return bench.weData.ledger().requests("CreateTriggerTask").get(0).body();
    }
}
