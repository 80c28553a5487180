package io.jenkins.plugins.wedata.jenkins;

import static io.jenkins.plugins.wedata.jenkins.WeDataAtHand.PROJECT;
import static io.jenkins.plugins.wedata.jenkins.WeDataAtHand.WHO;
import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.fasterxml.jackson.databind.JsonNode;
import hudson.model.Result;
import io.jenkins.plugins.wedata.emulator.TriggerTaskSnapshot;
import io.jenkins.plugins.wedata.steps.CreateTriggerTaskStep;
import io.jenkins.plugins.wedata.steps.TriggerTaskBaseAttribute;
import io.jenkins.plugins.wedata.steps.TriggerTaskConfiguration;
import io.jenkins.plugins.wedata.steps.TriggerTaskSchedulerConfiguration;
import java.util.List;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.structs.describable.ErrorType;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Structures within structures, as map literals of a real Pipeline. */
@WithJenkins
class TriggerTaskInJenkinsTest {

    private static final String TRIGGER = "d3e40dcc-bf42-4fb9-b081-b00408d478ec";

    private JenkinsRule jenkins;
    private WeDataAtHand atHand;

    @BeforeEach
    void start(JenkinsRule rule) throws Exception {
        jenkins = rule;
        atHand = new WeDataAtHand();
        atHand.weData.world().triggerWorkflow(PROJECT, TRIGGER, "on demand");
        atHand.weData.switches().refuseUnknownParameters(true);
        WeDataAtHand.credential("release", CredentialsScope.GLOBAL);
    }

    @AfterEach
    void stop() {
        atHand.close();
    }

    @Test
    void everyStructureIsAMapLiteral() throws Exception {
        WorkflowRun build = run("""
                node {
                  writeFile file: 'load.sh', text: 'echo 1'
                  def parent = wedataCreateTriggerTask(@WHO@
                      baseAttribute: [taskName: 'extract', taskTypeId: 'SHELL', workflowId: '@TRIGGER@'])
                  def made = wedataCreateTriggerTask(@WHO@
                    baseAttribute: [taskName: 'load', taskTypeId: 35, workflowId: '@TRIGGER@',
                        ownerUin: 100028579801, taskDescription: 'loads'],
                    configuration: [codeFile: 'load.sh', resourceGroup: 20240222212719833743, brokerIp: 'any',
                        dataCluster: 'c', yarnQueue: 'q', sourceServiceId: 1, targetServiceId: '2;3',
                        bundleId: 'b', bundleInfo: 'i',
                        taskExtConfigurationList: [[paramKey: 'enableKerberosLogin', paramValue: 'false']],
                        taskSchedulingParameterList: [[paramKey: 'day', paramValue: '${yyyyMMdd}']]],
                    schedulerConfiguration: [upstream: [parent.taskId], runPriorityType: 6, retryWaitMinute: 5,
                        maxRetryNumber: 4, executionTTLMinute: -1, waitExecutionTotalTTLMinute: 60,
                        allowRedoType: 'ALL', dependencyTriggerPolicy: 'ALL_DONE', allowDownstreamDependency: 1,
                        scheduleType: 0, paramTaskOutList: [[paramKey: "out${1}", paramValue: 1]],
                        paramTaskInList: [[paramKey: 'in', paramDesc: 'p.t.out', fromTaskId: parent.taskId,
                            fromParamKey: 'out', type: 'TASK']],
                        taskOutputRegistryList: [[datasourceId: 1, databaseName: 'db', tableName: 't',
                            partitionName: '', dataFlowType: 'DOWNSTREAM', tablePhysicalId: 9, dbGuid: 'g',
                            tableGuid: 'g', catalogName: 'c', datasourceName: 'd', qualifiedName: 'c.db.t']]])
                  echo "OUT ${made.created} ${made.taskId}"
                }
                """.replace("@WHO@", WHO).replace("@TRIGGER@", TRIGGER));
        jenkins.assertBuildStatusSuccess(build);
        TriggerTaskSnapshot parent =
                atHand.weData.world().triggerTasksNamed("extract").get(0);
        TriggerTaskSnapshot made =
                atHand.weData.world().triggerTasksNamed("load").get(0);
        jenkins.assertLogContains("OUT true " + made.taskId(), build);
        JsonNode sent =
                atHand.weData.ledger().requests("CreateTriggerTask").get(1).body();
        assertThat(sent.at("/TriggerTaskBaseAttribute/OwnerUin").asText()).isEqualTo("100028579801");
        assertThat(sent.at("/TriggerTaskConfiguration/TaskSchedulingParameterList/0/ParamValue")
                        .asText())
                .isEqualTo("${yyyyMMdd}");
        assertThat(sent.at("/TriggerTaskSchedulerConfiguration/UpstreamDependencyConfigList/0/TaskId")
                        .asText())
                .isEqualTo(parent.taskId());
        assertThat(sent.at("/TriggerTaskSchedulerConfiguration/ParamTaskOutList")
                        .toString())
                .isEqualTo("[{\"ParamKey\":\"out1\",\"ParamValue\":\"1\"}]");
        assertThat(sent.at("/TriggerTaskSchedulerConfiguration/ParamTaskInList/0/FromTaskId")
                        .asText())
                .isEqualTo(parent.taskId());
        assertThat(sent.at("/TriggerTaskSchedulerConfiguration/TaskOutputRegistryList/0/TablePhysicalId")
                        .asText())
                .isEqualTo("9");
    }

    @Test
    void anUnknownKeyAnywhereInsideEndsTheStep() throws Exception {
        for (String wrong : List.of(
                "baseAttribute: [taskname: 'load']",
                "baseAttribute: [:], configuration: [codeContent: 'bHM=']",
                "baseAttribute: [:], schedulerConfiguration: [paramTaskInList: [[name: 'in']]]")) {
            WorkflowRun build = run("wedataCreateTriggerTask(" + WHO + wrong + ")");
            jenkins.assertBuildStatus(Result.FAILURE, build);
            jenkins.assertLogContains(": unknown parameter '", build);
        }
        assertThat(atHand.weData.ledger().requests()).isEmpty();
    }

    @Test
    void everyParameterIsOfAKindThatFormsAndSnippetsKnow() {
        for (Class<?> type : List.of(
                CreateTriggerTaskStep.class,
                TriggerTaskBaseAttribute.class,
                TriggerTaskConfiguration.class,
                TriggerTaskSchedulerConfiguration.class)) {
            assertThat(new DescribableModel<>(type).getParameters())
                    .isNotEmpty()
                    .noneMatch(parameter -> parameter.getType() instanceof ErrorType);
        }
    }

    private WorkflowRun run(String script) throws Exception {
        WorkflowJob job = jenkins.jenkins.getItemByFullName("release", WorkflowJob.class);
        if (job == null) {
            job = jenkins.createProject(WorkflowJob.class, "release");
        }
        job.setDefinition(new CpsFlowDefinition(script, true));
        return jenkins.waitForCompletion(job.scheduleBuild2(0).waitForStart());
    }
}
