package io.jenkins.plugins.wedata.jenkins;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.hudson.plugins.folder.Folder;
import com.cloudbees.plugins.credentials.CredentialsScope;
import hudson.ExtensionList;
import hudson.model.Item;
import io.jenkins.plugins.wedata.connection.ConnectionSite;
import io.jenkins.plugins.wedata.connection.WeDataConnection;
import io.jenkins.plugins.wedata.connection.WeDataGlobalConfiguration;
import io.jenkins.plugins.wedata.steps.AwaitJobStep;
import io.jenkins.plugins.wedata.steps.BatchVersionStep;
import io.jenkins.plugins.wedata.steps.CommitIntegrationStep;
import io.jenkins.plugins.wedata.steps.CreateTaskStep;
import io.jenkins.plugins.wedata.steps.VersionTask;
import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import jenkins.model.Jenkins;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What a step's form offers and says where, and to whom. */
@WithJenkins
class StepFormAccessTest {

    private static final String WHERE = "connection=&projectId=" + WeDataAtHand.PROJECT
            + "&credentialsId=release&region=ap-guangzhou&site=&workflowId=";
    private static final String OURS = "job/ours/job/release/";
    private static final String THEIRS = "job/theirs/job/release/";

    private JenkinsRule jenkins;
    private WeDataAtHand atHand;

    @BeforeEach
    void start(JenkinsRule rule) throws Exception {
        jenkins = rule;
        atHand = new WeDataAtHand();
        atHand.weData
                .world()
                .project(WeDataAtHand.PROJECT, "warehouse")
                .task(WeDataAtHand.WORKFLOW, "20251", "load", 35);
        WeDataAtHand.credential("release", CredentialsScope.GLOBAL);
        WeDataConnection ours = new WeDataConnection("for-ours");
        ours.setFolders("ours");
        WeDataConnection rehearsal = new WeDataConnection("rehearsal");
        rehearsal.setSite(ConnectionSite.REHEARSAL);
        rehearsal.setFolders("theirs");
        ExtensionList.lookupSingleton(WeDataGlobalConfiguration.class).setConnections(List.of(ours, rehearsal));
        Folder folderOfOurs = jenkins.createProject(Folder.class, "ours");
        Folder folderOfTheirs = jenkins.createProject(Folder.class, "theirs");
        folderOfOurs.createProject(WorkflowJob.class, "release");
        folderOfTheirs.createProject(WorkflowJob.class, "release");
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to("admin")
                .grant(Jenkins.READ, Item.READ)
                .everywhere()
                .to("anonymous", "reader", "of-theirs")
                .grant(Item.CONFIGURE)
                .onFolders(folderOfTheirs)
                .to("of-theirs"));
    }

    @AfterEach
    void stop() {
        atHand.close();
    }

    @Test
    void dropDownsFollowTheFolder() throws Exception {
        JenkinsRule.WebClient admin = client("admin");
        String fill = "fillConnectionItems?connection=";
        assertThat(post(admin, OURS, CreateTaskStep.class, fill))
                .contains("for-ours")
                .doesNotContain("rehearsal");
        assertThat(post(admin, THEIRS, CreateTaskStep.class, fill))
                .contains("rehearsal")
                .doesNotContain("for-ours");
        assertThat(post(admin, THEIRS, CreateTaskStep.class, fill + "for-ours"))
                .contains("for-ours (not for this place)");
        assertThat(post(
                        admin,
                        THEIRS,
                        AwaitJobStep.class,
                        "checkConnection?value=for-ours&credentialsId=&region=&site="))
                .contains("connection: 'for-ours' is not valid; give a connection that may be used in folder 'theirs':"
                        + " rehearsal");
        assertThat(post(admin, OURS, CreateTaskStep.class, "fillCredentialsIdItems?credentialsId="))
                .contains("release")
                .contains("{\"name\":\"The connection's (default)\",\"selected\":false,\"value\":\"\"}")
                .doesNotContain("none");
    }

    @Test
    void whatWeDataHasIsOfferedWithItsName() throws Exception {
        JenkinsRule.WebClient user = client("of-theirs");
        assertThat(post(user, THEIRS, CreateTaskStep.class, "fillProjectIdItems?" + WHERE))
                .isEqualTo("[\"warehouse — " + WeDataAtHand.PROJECT + "\"]");
        assertThat(post(user, THEIRS, CreateTaskStep.class, "fillWorkflowIdItems?" + WHERE))
                .isEqualTo("[\"nightly — " + WeDataAtHand.WORKFLOW + "\"]");
        assertThat(post(user, THEIRS, VersionTask.class, "fillTaskIdItems?" + WHERE))
                .isEqualTo("[\"load — 20251\"]");
        assertThat(post(user, THEIRS, CommitIntegrationStep.class, "fillTaskIdItems?taskType=&" + WHERE))
                .isEqualTo("[\"orders — " + WeDataAtHand.INTEGRATION_TASK + "\"]");
        assertThat(post(
                        user,
                        THEIRS,
                        CreateTaskStep.class,
                        "fillWorkflowIdItems?" + WHERE.replace("connection=", "connection=rehearsal")))
                .as("a rehearsal belongs to a build")
                .isEqualTo("[]");
    }

    @Test
    void whoMayNotConfigureTheJobIsOfferedNothing() throws Exception {
        for (String user : List.of("", "reader", "of-theirs")) {
            JenkinsRule.WebClient client = client(user);
            for (String where : List.of(OURS, "")) {
                for (String fill : List.of("fillProjectIdItems?", "fillWorkflowIdItems?", "fillTaskTypeItems?")) {
                    assertThat(post(client, where, CreateTaskStep.class, fill + WHERE))
                            .as(user + where + fill)
                            .isEqualTo("[]");
                }
                assertThat(post(client, where, VersionTask.class, "fillTaskIdItems?" + WHERE))
                        .isEqualTo("[]");
                assertThat(post(client, where, CreateTaskStep.class, "fillConnectionItems?connection=mine"))
                        .contains("mine")
                        .doesNotContain("for-ours");
                assertThat(post(client, where, CreateTaskStep.class, "fillCredentialsIdItems?credentialsId=mine"))
                        .contains("mine")
                        .doesNotContain("release");
                assertThat(post(client, where, CommitIntegrationStep.class, "fillCommitTypeItems?commitType="))
                        .doesNotContain("START");
                assertThat(post(client, where, BatchVersionStep.class, "fillAutoRunItems"))
                        .doesNotContain("true");
                assertThat(post(client, where, CreateTaskStep.class, "checkTaskType?value=COBOL"))
                        .isEqualTo("<div/>");
                assertThat(post(client, where, CreateTaskStep.class, "checkCredentialsId?connection=&value=nobody"))
                        .isEqualTo("<div/>");
            }
        }
        assertThat(atHand.weData.ledger().requests()).isEmpty();
    }

    @Test
    void aFieldIsCheckedInTheWordsOfABuild() throws Exception {
        JenkinsRule.WebClient user = client("of-theirs");
        assertThat(post(user, THEIRS, CreateTaskStep.class, "checkTaskType?value=COBOL"))
                .startsWith("<div class=\"error\">taskType: 'COBOL' is not valid; give ");
        assertThat(post(user, THEIRS, CreateTaskStep.class, "checkCredentialsId?connection=&value=nobody"))
                .startsWith(
                        "<div class=\"error\">credentialsId: 'nobody' is not valid; give the id of a Tencent Cloud");
        assertThat(post(user, THEIRS, CreateTaskStep.class, "checkCredentialsId?connection=&value=release"))
                .isEqualTo("<div/>");
        assertThat(post(user, THEIRS, CreateTaskStep.class, "checkRegion?connection=rehearsal&value="))
                .isEqualTo("<div/>");
        assertThat(post(user, THEIRS, CommitIntegrationStep.class, "checkCommitType?value=RESTART_DROPPING_STATE"))
                .startsWith("<div class=\"warning\">")
                .contains("its state is lost");
        assertThat(post(user, THEIRS, CommitIntegrationStep.class, "checkWaitUntilRunning?value=true&commitType="))
                .contains("SUBMIT_ONLY starts nothing");
        assertThat(atHand.weData.ledger().requests()).isEmpty();
    }

    @Test
    void nothingAnswersToAGet() throws Exception {
        JenkinsRule.WebClient admin = client("admin");
        for (String method : List.of(
                "fillProjectIdItems",
                "fillWorkflowIdItems",
                "fillConnectionItems",
                "fillCredentialsIdItems",
                "fillTaskTypeItems",
                "checkTaskName",
                "checkConnection",
                "checkCredentialsId")) {
            assertThat(ask(admin, HttpMethod.GET, OURS, CreateTaskStep.class, method + "?" + WHERE + "&value=x")
                            .getStatusCode())
                    .as(method)
                    .isIn(404, 405);
        }
    }

    /** Somebody's browser; nobody's when the name is empty. */
    private JenkinsRule.WebClient client(String user) throws Exception {
        JenkinsRule.WebClient client = jenkins.createWebClient().withThrowExceptionOnFailingStatusCode(false);
        return user.isEmpty() ? client : client.login(user);
    }

    private String post(JenkinsRule.WebClient client, String where, Class<?> type, String method) throws Exception {
        return ask(client, HttpMethod.POST, where, type, method)
                .getContentAsString(StandardCharsets.UTF_8)
                .replace("&#039;", "'");
    }

    private WebResponse ask(JenkinsRule.WebClient client, HttpMethod verb, String where, Class<?> type, String method)
            throws Exception {
        WebRequest request = new WebRequest(
                new URL(
                        jenkins.getURL(),
                        where + "descriptorByName/" + URLEncoder.encode(type.getName(), StandardCharsets.UTF_8) + "/"
                                + method),
                verb);
        if (verb == HttpMethod.POST) {
            client.addCrumb(request);
        }
        return client.getPage(request).getWebResponse();
    }
}
