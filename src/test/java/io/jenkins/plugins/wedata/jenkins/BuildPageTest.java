package io.jenkins.plugins.wedata.jenkins;

import static io.jenkins.plugins.wedata.jenkins.WeDataAtHand.INTEGRATION_TASK;
import static io.jenkins.plugins.wedata.jenkins.WeDataAtHand.SECRET;
import static io.jenkins.plugins.wedata.jenkins.WeDataAtHand.WHO;
import static io.jenkins.plugins.wedata.jenkins.WeDataAtHand.WORKFLOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsScope;
import hudson.model.Item;
import hudson.model.Result;
import io.jenkins.plugins.wedata.Speaks;
import io.jenkins.plugins.wedata.emulator.JobEnd;
import io.jenkins.plugins.wedata.emulator.Pace;
import io.jenkins.plugins.wedata.report.OperationsAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import jenkins.model.Jenkins;
import net.sf.json.JSONArray;
import net.sf.json.JSONObject;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlPage;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

/** What a build's page shows of its operations, in a real Jenkins. */
class BuildPageTest {

    private static final String EVIL = "<script>alert(1)</script><b>x</b>";

    @RegisterExtension
    private final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    private WeDataAtHand atHand;

    @BeforeEach
    void start() throws Exception {
        atHand = new WeDataAtHand();
        atHand.weData
                .world()
                .task(WORKFLOW, "20260302080000001", "load", 35)
                .task(WORKFLOW, "20260302080000002", EVIL, 35)
                .failVersionOf("20260302080000002", "because " + EVIL);
        atHand.weData.switches().commitsNeedApproval(true);
    }

    @AfterEach
    void stop() {
        atHand.close();
    }

    @Test
    @Speaks("en")
    void pageSummaryAndRemoteApiTellTheSameAndHtmlOfOthersIsText() throws Throwable {
        sessions.then(jenkins -> {
            WorkflowRun build =
                    jenkins.waitForCompletion(start(jenkins, """
                    wedataCreateTask(%1$sworkflowId: '%2$s', taskName: 'clean', taskType: 'SHELL', content: 'ls')
                    wedataBatchVersion(%1$stasks: ['20260302080000001'])
                    catchError { wedataBatchVersion(%1$stasks: ['20260302080000001', '20260302080000002']) }
                    wedataCommitIntegration(%1$staskId: '%3$s', onApproval: 'PROCEED')
                    """.formatted(WHO, WORKFLOW, INTEGRATION_TASK)));
            jenkins.assertBuildStatus(Result.FAILURE, build);
            try (JenkinsRule.WebClient web = jenkins.createWebClient()) {
                HtmlPage page = web.getPage(build, "wedata/");
                DomElement shown = page.getElementById("wedata-operations");
                assertThat(shown.querySelectorAll("tr.wedata-operation")).hasSize(4);
                assertThat(shown.asNormalizedText())
                        .contains("CreateTaskNew", "BatchCreateTaskVersionAsync", "CommitIntegrationTask")
                        .contains("Pending approvals", "waits for approval", "RequestId")
                        .contains(EVIL, "because " + EVIL);
                assertThat(shown.querySelectorAll("script, b")).isEmpty();
                assertThat(shown.querySelectorAll("rect.wedata-bar-failed[width='50.0']"))
                        .hasSize(1);
                assertThat(shown.querySelectorAll("[style], [onclick]")).isEmpty();
                assertThat(((DomElement) shown.querySelector(".wedata-search")).hasAttribute("hidden"))
                        .as("the script has come and offers the search")
                        .isFalse();
                assertThat(((DomElement) shown.querySelector(".wedata-all")).isDisplayed())
                        .as("all are shown already")
                        .isFalse();

                HtmlPage summary = web.getPage(build);
                assertThat(summary.getAnchorByHref(summary.getUrl().getPath() + "wedata/"))
                        .isNotNull();
                assertThat(summary.asNormalizedText()).contains("Success: 3", "Failed: 1", "Pending approvals: 1");

                JSONObject own = json(jenkins, build, "wedata/api/json?depth=1");
                JSONArray operations = own.getJSONArray("operations");
                assertThat(operations.size()).isEqualTo(4);
                JSONObject failed = operations.getJSONObject(2);
                assertThat(failed.getString("outcome")).isEqualTo("FAILED");
                assertThat(failed.getJSONObject("job").getLong("failed")).isEqualTo(1);
                assertThat(failed.getJSONArray("failedTasks").getJSONObject(0).getString("taskName"))
                        .isEqualTo(EVIL);
                assertThat(operations.getJSONObject(3).getString("pendingApproval"))
                        .contains("waits for approval");
                assertThat(json(jenkins, build, "api/json?tree=actions[operations[outcome,id]]")
                                .toString())
                        .contains("\"outcome\":\"FAILED\"");
                assertThat(json(jenkins, build, "api/json").toString())
                        .as("a build's own answer does not grow")
                        .doesNotContain("BatchCreateTaskVersionAsync");
            }
            Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
            try (JenkinsRule.WebClient web = jenkins.createWebClient()) {
                assertThat(web.getPage(build).asNormalizedText())
                        .contains("成功：3", "失败：1", "待审批：1")
                        .doesNotContain("Success: ", "Pending approvals");
                assertThat(web.getPage(build, "wedata/")
                                .getElementById("wedata-operations")
                                .asNormalizedText())
                        .contains("成功：3", "批量作业", "失败的任务（1）", "匹配 1 个，共 1 个，显示 1 个")
                        .doesNotContain("Batch jobs", "Failed tasks", "Operation", "match");
            }
            Path journal = build.getRootDir().toPath().resolve("wedata/journal");
            assertThat(Files.readString(journal)).contains("wedataCreateTask").doesNotContain(SECRET, "TC3-HMAC");
            assertThat(Files.readString(build.getRootDir().toPath().resolve("build.xml")))
                    .contains("OperationsAction")
                    .doesNotContain("failedTasks", "<journal");
        });
    }

    @Test
    void aRunningBuildIsFollowedAndAfterARestartGoesOnInTheSameRow() throws Throwable {
        atHand.weData.switches().pace(Pace.byTime(Duration.ZERO, Duration.ZERO, Duration.ofSeconds(20), Duration.ZERO));
        sessions.then(jenkins -> {
            WorkflowRun build = start(jenkins, "wedataBatchVersion(" + WHO + "tasks: ['20260302080000001'])");
            jenkins.waitForMessage("RUNNING", build);
            try (JenkinsRule.WebClient web = jenkins.createWebClient()) {
                HtmlPage news = web.getPage(build, "wedata/live?revision=0&failures=0");
                DomElement shown = news.getElementById("wedata-operations");
                assertThat(shown.getAttribute("data-building")).isEqualTo("true");
                assertThat(shown.asNormalizedText()).contains("Running: 1");
                assertThat(shown.querySelectorAll("[data-part=failures]")).isEmpty();
                assertThat(shown.querySelectorAll("[data-part=operations]")).hasSize(1);
            }
        });
        sessions.then(jenkins -> {
            WorkflowRun build = jenkins.waitForCompletion(jenkins.jenkins
                    .getItemByFullName("release", WorkflowJob.class)
                    .getBuildByNumber(1));
            jenkins.assertBuildStatusSuccess(build);
            assertThat(build.getAction(OperationsAction.class).getOperations())
                    .singleElement()
                    .satisfies(operation -> assertThat(operation.getOutcome()).isEqualTo("SUCCESS"));
            try (JenkinsRule.WebClient web = jenkins.createWebClient()) {
                DomElement shown = ((HtmlPage) web.getPage(build, "wedata/live?revision=0&failures=0"))
                        .getElementById("wedata-operations");
                assertThat(shown.getAttribute("data-building")).isEqualTo("false");
                String revision = shown.getAttribute("data-revision");
                HtmlPage nothing = web.getPage(build, "wedata/live?failures=0&revision=" + revision);
                assertThat(nothing.getElementById("wedata-operations").getChildElementCount())
                        .isZero();
            }
        });
    }

    @Test
    void anAbortedBuildSaysWhatGoesOn() throws Throwable {
        atHand.weData.switches().jobEnd(JobEnd.RUNNING);
        sessions.then(jenkins -> {
            WorkflowRun build = start(jenkins, "wedataBatchVersion(" + WHO + "tasks: ['20260302080000001'])");
            jenkins.waitForMessage("RUNNING", build);
            build.getExecutor().interrupt();
            jenkins.waitForCompletion(build);
            jenkins.assertBuildStatus(Result.ABORTED, build);
            while (build.getAction(OperationsAction.class)
                            .getOperations()
                            .get(0)
                            .getMessage()
                    == null) {
                Thread.onSpinWait();
            }
            assertThat(build.getAction(OperationsAction.class).getOperations().get(0))
                    .satisfies(operation -> {
                        assertThat(operation.getOutcome()).isEqualTo("ABORTED");
                        assertThat(operation.getMessage()).contains("wedataAwaitJob(jobId: ");
                    });
        });
    }

    @Test
    void whoeverMayNotReadTheJobSeesNothing() throws Throwable {
        sessions.then(jenkins -> {
            WorkflowRun build = jenkins.waitForCompletion(start(
                    jenkins,
                    "catchError { wedataCreateTask(" + WHO + "workflowId: 'w', taskName: '', taskType: 35) }"));
            jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
            jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                    .grant(Jenkins.READ)
                    .everywhere()
                    .toEveryone()
                    .grant(Item.READ)
                    .everywhere()
                    .to("reader"));
            for (String url : new String[] {"wedata/", "wedata/live", "wedata/api/json"}) {
                try (JenkinsRule.WebClient stranger = jenkins.createWebClient()) {
                    stranger.login("stranger");
                    stranger.assertFails(build.getUrl() + url, 404);
                }
            }
            try (JenkinsRule.WebClient reader = jenkins.createWebClient()) {
                reader.login("reader");
                HtmlPage page = reader.getPage(build, "wedata/");
                assertThat(page.asNormalizedText()).contains("Failed: 1", "taskName: is missing");
            }
        });
    }

    private static JSONObject json(JenkinsRule jenkins, WorkflowRun build, String url) throws Exception {
        return jenkins.getJSON(build.getUrl() + url).getJSONObject();
    }

    private static WorkflowRun start(JenkinsRule jenkins, String script) throws Exception {
        WeDataAtHand.credential("release", CredentialsScope.GLOBAL);
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, "release");
        job.setDefinition(new CpsFlowDefinition(script, true));
        return job.scheduleBuild2(0).waitForStart();
    }
}
