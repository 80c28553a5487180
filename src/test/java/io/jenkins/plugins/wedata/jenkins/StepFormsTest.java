package io.jenkins.plugins.wedata.jenkins;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsScope;
import hudson.ExtensionList;
import hudson.model.Result;
import io.jenkins.plugins.wedata.connection.WeDataConnection;
import io.jenkins.plugins.wedata.connection.WeDataGlobalConfiguration;
import io.jenkins.plugins.wedata.steps.AwaitJobStep;
import io.jenkins.plugins.wedata.steps.BatchVersionStep;
import io.jenkins.plugins.wedata.steps.CommitIntegrationStep;
import io.jenkins.plugins.wedata.steps.ConfigField;
import io.jenkins.plugins.wedata.steps.CreateTaskStep;
import io.jenkins.plugins.wedata.steps.MissingInstances;
import io.jenkins.plugins.wedata.steps.TaskExt;
import io.jenkins.plugins.wedata.steps.VersionTask;
import io.jenkins.plugins.wedata.steps.WeDataStep;
import java.net.URL;
import java.util.List;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.htmlunit.util.NameValuePair;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.cps.Snippetizer;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.steps.StepConfigTester;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What stands in a step's form comes out of it, and nothing else. */
@WithJenkins
class StepFormsTest {

    private JenkinsRule jenkins;

    /** Whom the fields of every form ask, so that no call leaves this machine. */
    private WeDataAtHand forms;

    @BeforeEach
    void start(JenkinsRule rule) throws Exception {
        jenkins = rule;
        forms = new WeDataAtHand();
        WeDataAtHand.credential("release", CredentialsScope.GLOBAL);
        ExtensionList.lookupSingleton(WeDataGlobalConfiguration.class)
                .setConnections(List.of(new WeDataConnection("prod")));
    }

    @AfterEach
    void end() {
        forms.close();
    }

    @Test
    void theFormOfCreateTaskKeepsWhatItIsGiven() throws Exception {
        CreateTaskStep step = whereAll(new CreateTaskStep("c3ebf6b9", "load orders", "SHELL"));
        step.setContent("\n  echo \"<b>\" '${yyyyMMdd}'\n\ndone");
        step.setExt(List.of(new TaskExt("a", "1"), new TaskExt("b", "")));
        step.setIfExists("REUSE");
        step.setProductName("DATA_DEV");
        step.setInstanceInitStrategy("T+1");
        step.setLeftCoordinate(12.5);
        step.setTopCoordinate(-3.0);
        step.setTaskFolderId("folder");
        step.setCodeTemplateId("template");
        keeps(step);
        CreateTaskStep ofFile = new CreateTaskStep("c3ebf6b9", "load", "35");
        ofFile.setContentFile("sql/load.sql");
        keeps(
                ofFile,
                "wedataCreateTask contentFile: 'sql/load.sql', taskName: 'load', taskType: '35', workflowId: 'c3ebf6b9'");
    }

    @Test
    void theFormOfBatchVersionKeepsWhatItIsGiven() throws Exception {
        VersionTask first = new VersionTask("20251222225827398");
        first.setRemark("its own");
        first.setFolderId("folder");
        BatchVersionStep step = whereAll(new BatchVersionStep(List.of(first, new VersionTask("2"))));
        step.setRemark("release 7");
        step.setMarkRemark(false);
        step.setAutoRun(false);
        step.setNeedCheckParentSubmitted(true);
        step.setEnableMakeUp(false);
        step.setAlarmWays("email,sms");
        step.setAlarmRecipientTypes("1,2");
        step.setAssignApprovalList(List.of("100001", "100002"));
        step.setPerTaskMissingInstanceStrategy(List.of(new MissingInstances("2", "FORCE_SUCCESS")));
        step.setWait(false);
        step.setTimeout(5);
        step.setOnPartial("UNSTABLE");
        step.setOnApproval("PROCEED");
        keeps(step);
        keeps(new BatchVersionStep(List.of(new VersionTask("1"))), "wedataBatchVersion([[taskId: '1']])");
    }

    @Test
    void theFormOfCommitIntegrationKeepsWhatItIsGiven() throws Exception {
        CommitIntegrationStep step = whereAll(new CommitIntegrationStep("kb947c997"));
        step.setCommitType("RESTART_DROPPING_STATE");
        step.setTaskType("OFFLINE");
        step.setExtConfig(List.of(new ConfigField("a", "1")));
        step.setVersionDesc("release 7");
        step.setInstanceVersion(7L);
        step.setEventDesc("label");
        step.setCurrentStatus(3L);
        step.setWaitUntilRunning(true);
        step.setTimeout(7);
        step.setOnApproval("UNSTABLE");
        step.setLock(true);
        keeps(step);
        keeps(new CommitIntegrationStep("kb947c997"), "wedataCommitIntegration 'kb947c997'");
    }

    @Test
    void theFormOfAwaitJobKeepsWhatItIsGiven() throws Exception {
        AwaitJobStep step = whereAll(new AwaitJobStep("1234567890123"));
        step.setTasks(List.of("1", "2"));
        step.setRemark("[wedata release#7]");
        step.setTimeout(7);
        step.setOnPartial("UNSTABLE");
        step.setOnApproval("UNSTABLE");
        keeps(step);
        keeps(new AwaitJobStep("${WEDATA_JOB_ID}"), "wedataAwaitJob '${WEDATA_JOB_ID}'");
        AwaitJobStep fromBuild = new AwaitJobStep(null);
        fromBuild.setFromBuild("41");
        keeps(fromBuild, "wedataAwaitJob fromBuild: '41'");
    }

    @Test
    void theSnippetOfAFormThatIsHardlyFilledInHoldsNothingElse() throws Exception {
        assertThat(snippet("""
                {'stapler-class': '%s', '$class': '%s', 'workflowId': 'nightly \\u2014 c3ebf6b9', 'taskName': 'load',
                'taskType': 'SHELL', 'contentFile': '', 'content': '', 'ifExists': '', 'connection': '',
                'projectId': 'warehouse \\u2014 1460947878944567296', 'credentialsId': '', 'region': '', 'site': '',
                'productName': '', 'instanceInitStrategy': '', 'taskFolderId': '', 'codeTemplateId': '',
                'leftCoordinate': '', 'topCoordinate': ''}""", CreateTaskStep.class))
                .isEqualTo("wedataCreateTask projectId: '1460947878944567296', taskName: 'load',"
                        + " taskType: 'SHELL', workflowId: 'c3ebf6b9'");
        assertThat(snippet("""
                {'stapler-class': '%s', '$class': '%s', 'taskId': 'orders \\u2014 kb947c997', 'commitType': '', 'taskType': '',
                'versionDesc': '', 'waitUntilRunning': false, 'timeout': '', 'onApproval': '', 'connection': '',
                'projectId': '', 'credentialsId': '', 'region': '', 'site': '', 'lock': false, 'instanceVersion': '',
                'eventDesc': '', 'currentStatus': ''}""", CommitIntegrationStep.class)).isEqualTo("wedataCommitIntegration 'kb947c997'");
        assertThat(snippet("""
                {'stapler-class': '%s', '$class': '%s', 'tasks': {'taskId': 'load \\u2014 1', 'remark': '', 'folderId': ''},
                'remark': '', 'wait': true, 'timeout': '60', 'onPartial': '', 'onApproval': '', 'connection': '',
                'projectId': '', 'credentialsId': '', 'region': '', 'site': '', 'markRemark': true, 'autoRun': '',
                'needCheckParentSubmitted': '', 'alarmWays': '', 'alarmRecipientTypes': '', 'enableMakeUp': '',
                'assignApprovalList': ''}""", BatchVersionStep.class)).isEqualTo("wedataBatchVersion([[taskId: '1']])");
        assertThat(snippet("""
                {'stapler-class': '%s', '$class': '%s', 'jobId': '42', 'timeout': '60', 'onPartial': '',
                'onApproval': '', 'connection': '', 'projectId': '', 'credentialsId': '', 'region': '', 'site': '',
                'tasks': '1\\n2\\n', 'remark': ''}""", AwaitJobStep.class)).isEqualTo("wedataAwaitJob jobId: '42', tasks: ['1', '2']");
    }

    @Test
    void theSnippetOfAnEmptyRowIsARowThatAStepCanRead() throws Exception {
        String snippet = snippet("""
                {'stapler-class': '%s', '$class': '%s', 'tasks': {'taskId': '', 'remark': '', 'folderId': ''},
                'perTaskMissingInstanceStrategy': {'taskId': '', 'missingInstanceStrategy': ''}}""", BatchVersionStep.class);
        assertThat(snippet)
                .isEqualTo("wedataBatchVersion perTaskMissingInstanceStrategy: [[taskId: '']], tasks: [[taskId: '']]");
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, "release");
        job.setDefinition(new CpsFlowDefinition(snippet, true));
        jenkins.assertLogContains(
                "tasks[0].taskId: is missing; give the task's id",
                jenkins.assertBuildStatus(Result.FAILURE, job.scheduleBuild2(0)));
    }

    @Test
    void aSnippetRunsAsItIs() throws Exception {
        try (WeDataAtHand atHand = new WeDataAtHand()) {
            CreateTaskStep create = called(new CreateTaskStep(WeDataAtHand.WORKFLOW, "load", "SHELL"));
            create.setContent("echo done");
            CommitIntegrationStep commit = called(new CommitIntegrationStep(WeDataAtHand.INTEGRATION_TASK));
            commit.setCommitType("START");
            commit.setExtConfig(List.of(new ConfigField("a", "1")));
            BatchVersionStep batch = called(new BatchVersionStep(List.of(new VersionTask("20251222225827398"))));
            batch.setWait(false);
            atHand.weData.world().task(WeDataAtHand.WORKFLOW, "20251222225827398", "orders", 35);
            AwaitJobStep await = called(new AwaitJobStep("77"));
            String await77 = Snippetizer.object2Groovy(await);
            assertThat(await77).contains("jobId: '77'");
            WorkflowJob job = jenkins.createProject(WorkflowJob.class, "release");
            job.setDefinition(new CpsFlowDefinition(
                    String.join(
                            "\n",
                            Snippetizer.object2Groovy(create),
                            Snippetizer.object2Groovy(commit),
                            "def job = " + Snippetizer.object2Groovy(batch),
                            await77.replace("'77'", "job.jobId")),
                    true));
            jenkins.buildAndAssertSuccess(job);
            assertThat(atHand.weData.world().tasksNamed("load")).hasSize(1);
        }
    }

    private <S extends WeDataStep> S whereAll(S step) {
        called(step).setConnection("prod");
        step.setSite("MAINLAND");
        return step;
    }

    private static <S extends WeDataStep> S called(S step) {
        step.setProjectId(WeDataAtHand.PROJECT);
        step.setCredentialsId("release");
        step.setRegion("ap-guangzhou");
        return step;
    }

    private void keeps(WeDataStep step, String snippet) throws Exception {
        assertThat(Snippetizer.object2Groovy(keeps(step))).isEqualTo(snippet);
    }

    private WeDataStep keeps(WeDataStep step) throws Exception {
        WeDataStep again = new StepConfigTester(jenkins).configRoundTrip(step);
        assertThat(Snippetizer.object2Groovy(again)).isEqualTo(Snippetizer.object2Groovy(step));
        return again;
    }

    /** What the snippet generator makes of what a browser sends. */
    private String snippet(String json, Class<?> step) throws Exception {
        JenkinsRule.WebClient client = jenkins.createWebClient();
        WebRequest request =
                new WebRequest(new URL(jenkins.getURL(), "pipeline-syntax/generateSnippet"), HttpMethod.POST);
        request.setRequestParameters(List.of(
                new NameValuePair("json", json.formatted(step.getName(), step.getName())),
                new NameValuePair(
                        jenkins.jenkins.getCrumbIssuer().getDescriptor().getCrumbRequestField(),
                        jenkins.jenkins.getCrumbIssuer().getCrumb())));
        return client.getPage(request).getWebResponse().getContentAsString().trim();
    }
}
