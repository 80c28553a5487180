package io.jenkins.plugins.wedata.jenkins;

import static io.jenkins.plugins.wedata.jenkins.WeDataAtHand.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.fasterxml.jackson.databind.JsonNode;
import hudson.model.FreeStyleProject;
import io.jenkins.plugins.wedata.steps.CreateIntegrationTaskStep;
import io.jenkins.plugins.wedata.steps.CreateTriggerTaskStep;
import io.jenkins.plugins.wedata.steps.IncomingParameter;
import io.jenkins.plugins.wedata.steps.RegisteredTable;
import io.jenkins.plugins.wedata.steps.TaskParameter;
import io.jenkins.plugins.wedata.steps.TriggerTaskBaseAttribute;
import io.jenkins.plugins.wedata.steps.TriggerTaskConfiguration;
import io.jenkins.plugins.wedata.steps.TriggerTaskSchedulerConfiguration;
import io.jenkins.plugins.wedata.steps.WeDataStep;
import java.net.URL;
import java.util.List;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.util.NameValuePair;
import org.jenkinsci.plugins.workflow.cps.SnippetizerTester;
import org.jenkinsci.plugins.workflow.steps.StepConfigTester;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The forms of the steps that make trigger and integration tasks: what they keep, leave out and ask WeData for. */
@WithJenkins
class CreationFormsTest {

    private static final String TRIGGER = "d3e40dcc-bf42-4fb9-b081-b00408d478ec";
    private static final String PARENT = "20251222225827398";
    private static final String DEFINITION = "TaskName: orders\nSyncType: 2\nTaskType: 201\n";

    private static JenkinsRule jenkins;

    /** Whom the fields of every form ask, so that no call leaves this machine. */
    private static WeDataAtHand forms;

    @BeforeAll
    static void start(JenkinsRule rule) throws Exception {
        jenkins = rule;
        forms = new WeDataAtHand();
        WeDataAtHand.credential("release", CredentialsScope.GLOBAL);
    }

    @AfterAll
    static void end() {
        forms.close();
    }

    @Test
    void everyFieldOfATriggerTaskComesBackFromItsForm() throws Exception {
        CreateTriggerTaskStep full = fullTriggerTask();
        jenkins.assertEqualDataBoundBeans(full, new StepConfigTester(jenkins).configRoundTrip(full));
    }

    @Test
    void everyFieldOfAnIntegrationTaskComesBackFromItsForm() throws Exception {
        CreateIntegrationTaskStep full = who(new CreateIntegrationTaskStep());
        full.setTaskInfo(DEFINITION);
        full.setFile("orders.yaml");
        full.setIfExists("REUSE");
        CreateIntegrationTaskStep again = new StepConfigTester(jenkins).configRoundTrip(full);
        jenkins.assertEqualDataBoundBeans(full, again);
        assertThat(again.getTaskInfo()).isEqualTo(DEFINITION);
    }

    @Test
    void whatNobodyTouchesLeavesNoTraceInTheSnippet() throws Exception {
        CreateTriggerTaskStep trigger =
                new StepConfigTester(jenkins).configRoundTrip(new CreateTriggerTaskStep(base()));
        assertThat(trigger.getConfiguration()).isNull();
        assertThat(trigger.getSchedulerConfiguration()).isNull();
        SnippetizerTester tester = new SnippetizerTester(jenkins);
        tester.assertRoundTrip(
                trigger,
                "wedataCreateTriggerTask(baseAttribute: [taskName: 'load', taskTypeId: 'SHELL', workflowId: '" + TRIGGER
                        + "'])");
        CreateIntegrationTaskStep step = new CreateIntegrationTaskStep();
        step.setFile("orders.yaml");
        tester.assertRoundTrip(
                new StepConfigTester(jenkins).configRoundTrip(step), "wedataCreateIntegrationTask file: 'orders.yaml'");
    }

    @Test
    void aZeroIsKeptAndAnEmptiedNumberIsNotTakenForOne() throws Exception {
        CreateTriggerTaskStep step = new CreateTriggerTaskStep(base());
        TriggerTaskSchedulerConfiguration schedule = new TriggerTaskSchedulerConfiguration();
        schedule.setMaxRetryNumber(0L);
        schedule.setScheduleType(0L);
        step.setSchedulerConfiguration(schedule);
        CreateTriggerTaskStep again = new StepConfigTester(jenkins).configRoundTrip(step);
        jenkins.assertEqualDataBoundBeans(step, again);
        assertThat(again.getSchedulerConfiguration().getMaxRetryNumber()).isZero();
        assertThat(again.getSchedulerConfiguration().getRetryWaitMinute()).isNull();
        assertThat(again.getSchedulerConfiguration().getUpstream()).isNull();
    }

    @Test
    void theSnippetOfAFullTriggerTaskRunsAsItIs() throws Exception {
        CreateTriggerTaskStep full = fullTriggerTask();
        full.getSchedulerConfiguration().setTaskOutputRegistryList(null);
        new SnippetizerTester(jenkins).assertRoundTrip(full, """
                wedataCreateTriggerTask baseAttribute: [ownerUin: '100028579801', taskDescription: 'loads', \
                taskFolderPath: '/tf_01', taskName: 'load', taskTypeId: 'SHELL', workflowId: '%1$s'], \
                configuration: [brokerIp: 'any', bundleId: 'b', bundleInfo: 'ci', code: 'echo ${yyyyMMdd}', \
                codeFile: 'load.sh', dataCluster: 'cluster', resourceGroup: '20240222212719833743', \
                sourceServiceId: '1;2', targetServiceId: '3', \
                taskExtConfigurationList: [[paramKey: 'enableKerberosLogin', paramValue: 'false']], \
                taskSchedulingParameterList: [[paramKey: 'day', paramValue: ''], [paramKey: 'hour', paramValue: '1']], \
                yarnQueue: 'default'], credentialsId: 'release', ifExists: 'REUSE', projectId: '%3$s', \
                region: 'ap-guangzhou', schedulerConfiguration: [allowDownstreamDependency: 0, allowRedoType: 'FAILURE', \
                dependencyTriggerPolicy: 'ALL_DONE', executionTTLMinute: -1, maxRetryNumber: 0, paramTaskInList: \
                [[fromParamKey: 'out', fromTaskId: '%2$s', paramDesc: 'p.t.out', paramKey: 'in', type: 'CONSTANT']], \
                paramTaskOutList: [[paramKey: 'asadad', paramValue: '1']], retryWaitMinute: 7, runPriorityType: 5, \
                scheduleType: 1, upstream: ['%2$s', '20251222225827399'], waitExecutionTotalTTLMinute: 60]\
                """.formatted(TRIGGER, PARENT, PROJECT));
    }

    @Test
    void theFormAsABrowserSendsItBecomesTheShortestSnippet() throws Exception {
        String form = """
                {"stapler-class": "%1$s", "$class": "%1$s",
                 "baseAttribute": {"taskName": "load", "taskTypeId": "35", "workflowId": "on demand \\u2014 %2$s",
                  "ownerUin": "", "taskDescription": "", "taskFolderPath": ""},
                 "configuration": {"resourceGroup": "", "code": "", "codeFile": "", "dataCluster": "", "brokerIp": "",
                  "yarnQueue": "", "sourceServiceId": "", "targetServiceId": "", "bundleId": "", "bundleInfo": ""},
                 "connection": "", "projectId": "", "credentialsId": "", "region": "", "site": "", "ifExists": "",
                 "schedulerConfiguration": {"upstream": {"upstreamTask": "extract \\u2014 %3$s"},
                  "dependencyTriggerPolicy": "", "runPriorityType": "", "maxRetryNumber": "", "retryWaitMinute": "3.5",
                  "executionTTLMinute": "", "waitExecutionTotalTTLMinute": "", "allowRedoType": "",
                  "allowDownstreamDependency": "", "scheduleType": ""}}
                """.formatted(CreateTriggerTaskStep.class.getName(), TRIGGER, PARENT);
        new SnippetizerTester(jenkins)
                .assertGenerateSnippet(
                        form,
                        "wedataCreateTriggerTask baseAttribute: [taskName: 'load', taskTypeId: '35', workflowId: '"
                                + TRIGGER + "'], schedulerConfiguration: [upstream: ['" + PARENT + "']]",
                        null);
    }

    @Test
    void theStructuresAskWeDataAsTheStepAroundThemSays() throws Exception {
        try (WeDataAtHand atHand = new WeDataAtHand()) {
            atHand.weData.world().triggerWorkflow(PROJECT, TRIGGER, "on demand").triggerTask(TRIGGER, PARENT, "p", 35);
            FreeStyleProject around = jenkins.createFreeStyleProject();
            around.getBuildersList().add(new StepConfigTester.StepBuilder(fullTriggerTask()));
            JenkinsRule.WebClient client = jenkins.createWebClient();
            HtmlPage page = client.getPage(around, "configure");
            client.waitForBackgroundJavaScript(60_000);
            assertThat(page.getElementsByName("_.workflowId")).isNotEmpty();
            assertThat(asked(atHand, "ListTriggerWorkflows").get("ProjectId").asText())
                    .isEqualTo(PROJECT);
            assertThat(asked(atHand, "ListTriggerTasks").get("ProjectId").asText())
                    .isEqualTo(PROJECT);
            assertThat(atHand.weData.ledger().requests("ListTriggerTasks"))
                    .allSatisfy(request -> assertThat(
                                    request.body().get("WorkflowId").asText())
                            .isEqualTo(TRIGGER));
            assertThat(asked(atHand, "ListResourceGroups").toString()).contains(PROJECT);
        }
    }

    @Test
    void theExampleOfADeclarativePipelinePassesTheLinter() throws Exception {
        String example = """
                pipeline {
                  agent any
                  stages {
                    stage('Create') {
                      steps {
                        wedataCreateTriggerTask connection: 'prod',
                            baseAttribute: [taskName: 'load', taskTypeId: 'SHELL', workflowId: '%s'],
                            configuration: [codeFile: 'load.sh'],
                            schedulerConfiguration: [upstream: ['%s'], maxRetryNumber: 2]
                        wedataCreateIntegrationTask connection: 'prod', file: 'orders.yaml', ifExists: 'REUSE'
                      }
                    }
                  }
                }
                """.formatted(TRIGGER, PARENT);
        assertThat(linted(example)).contains("\"result\":\"success\"");
        assertThat(linted(example.replace("configuration:", "konfiguration:"))).contains("konfiguration");
    }

    private String linted(String jenkinsfile) throws Exception {
        WebRequest request = new WebRequest(
                new URL(jenkins.getURL(), "pipeline-model-converter/validateJenkinsfile"), HttpMethod.POST);
        request.setRequestParameters(List.of(new NameValuePair("jenkinsfile", jenkinsfile)));
        return jenkins.createWebClient().getPage(request).getWebResponse().getContentAsString();
    }

    private static JsonNode asked(WeDataAtHand atHand, String action) {
        return atHand.weData.ledger().requests(action).get(0).body();
    }

    private static <S extends WeDataStep> S who(S step) {
        step.setCredentialsId("release");
        step.setRegion("ap-guangzhou");
        step.setProjectId(PROJECT);
        return step;
    }

    private static TriggerTaskBaseAttribute base() {
        return new TriggerTaskBaseAttribute("load", "SHELL", TRIGGER);
    }

    private static CreateTriggerTaskStep fullTriggerTask() {
        TriggerTaskBaseAttribute base = base();
        base.setOwnerUin("100028579801");
        base.setTaskDescription("loads");
        base.setTaskFolderPath("/tf_01");
        CreateTriggerTaskStep step = who(new CreateTriggerTaskStep(base));
        step.setConfiguration(fullConfiguration());
        step.setSchedulerConfiguration(fullSchedule());
        step.setIfExists("REUSE");
        return step;
    }

    private static TriggerTaskConfiguration fullConfiguration() {
        TriggerTaskConfiguration configuration = new TriggerTaskConfiguration();
        configuration.setResourceGroup("20240222212719833743");
        configuration.setCode("echo ${yyyyMMdd}");
        configuration.setCodeFile("load.sh");
        configuration.setTaskExtConfigurationList(List.of(new TaskParameter("enableKerberosLogin", "false")));
        configuration.setDataCluster("cluster");
        configuration.setBrokerIp("any");
        configuration.setYarnQueue("default");
        configuration.setSourceServiceId("1;2");
        configuration.setTargetServiceId("3");
        configuration.setTaskSchedulingParameterList(
                List.of(new TaskParameter("day", ""), new TaskParameter("hour", "1")));
        configuration.setBundleId("b");
        configuration.setBundleInfo("ci");
        return configuration;
    }

    private static TriggerTaskSchedulerConfiguration fullSchedule() {
        TriggerTaskSchedulerConfiguration schedule = new TriggerTaskSchedulerConfiguration();
        schedule.setUpstream(List.of(PARENT, "20251222225827399"));
        schedule.setRunPriorityType(5L);
        schedule.setRetryWaitMinute(7L);
        schedule.setMaxRetryNumber(0L);
        schedule.setExecutionTTLMinute(-1L);
        schedule.setWaitExecutionTotalTTLMinute(60L);
        schedule.setAllowRedoType("FAILURE");
        schedule.setParamTaskOutList(List.of(new TaskParameter("asadad", "1")));
        IncomingParameter in = new IncomingParameter("in", "p.t.out", PARENT, "out");
        in.setType("CONSTANT");
        schedule.setParamTaskInList(List.of(in));
        RegisteredTable table = new RegisteredTable("1", "db", "t", "", "DOWNSTREAM", "9");
        table.setDbGuid("g1");
        table.setTableGuid("g2");
        table.setCatalogName("c");
        table.setDatasourceName("d");
        table.setQualifiedName("c.db.t");
        schedule.setTaskOutputRegistryList(List.of(table));
        schedule.setDependencyTriggerPolicy("ALL_DONE");
        schedule.setAllowDownstreamDependency(0L);
        schedule.setScheduleType(1L);
        return schedule;
    }
}
