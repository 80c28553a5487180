package io.jenkins.plugins.wedata.jenkins;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.hudson.plugins.folder.Folder;
import hudson.model.Descriptor;
import hudson.model.Item;
import io.jenkins.plugins.wedata.steps.CreateIntegrationTaskStep;
import io.jenkins.plugins.wedata.steps.CreateTriggerTaskStep;
import io.jenkins.plugins.wedata.steps.IncomingParameter;
import io.jenkins.plugins.wedata.steps.RegisteredTable;
import io.jenkins.plugins.wedata.steps.TaskParameter;
import io.jenkins.plugins.wedata.steps.TriggerTaskBaseAttribute;
import io.jenkins.plugins.wedata.steps.TriggerTaskConfiguration;
import io.jenkins.plugins.wedata.steps.TriggerTaskSchedulerConfiguration;
import java.lang.reflect.Method;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jenkins.model.Jenkins;
import org.htmlunit.HttpMethod;
import org.htmlunit.Page;
import org.htmlunit.WebRequest;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Who is told what by the forms of trigger and integration tasks. */
@WithJenkins
class CreationFormsPermissionTest {

    private static final List<Class<?>> FORMS = List.of(
            CreateTriggerTaskStep.class,
            CreateIntegrationTaskStep.class,
            TriggerTaskBaseAttribute.class,
            TriggerTaskConfiguration.class,
            TriggerTaskSchedulerConfiguration.class,
            TaskParameter.class,
            IncomingParameter.class,
            RegisteredTable.class);

    /** A drop-down without a default, whatever its field, answers with one of these when it offers anything. */
    private static final List<String> OFFERS = List.of("\"values\":[]", "[]");

    private static JenkinsRule jenkins;

    @BeforeAll
    static void start(JenkinsRule rule) throws Exception {
        jenkins = rule;
        Folder theirs = jenkins.createProject(Folder.class, "theirs");
        Folder ours = jenkins.createProject(Folder.class, "ours");
        theirs.createProject(WorkflowJob.class, "job");
        ours.createProject(WorkflowJob.class, "job");
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to("admin")
                .grant(Jenkins.READ)
                .everywhere()
                .to("anonymous", "reader", "of-theirs")
                .grant(Item.READ)
                .everywhere()
                .to("reader", "of-theirs")
                .grant(Item.CONFIGURE)
                .onItems(theirs.getItem("job"))
                .to("of-theirs"));
    }

    @Test
    void whoMayNotConfigureTheJobIsToldAndOfferedNothing() throws Exception {
        for (Map.Entry<String, String> who : List.of(
                Map.entry("", "job/ours/job/job/"),
                Map.entry("reader", "job/ours/job/job/"),
                Map.entry("of-theirs", "job/ours/job/job/"),
                Map.entry("reader", ""),
                Map.entry("of-theirs", ""))) {
            JenkinsRule.WebClient client = client(who.getKey());
            for (String method : methods()) {
                String answer = content(client, HttpMethod.POST, who.getValue(), method + "?value=-7");
                assertThat(answer).as("%s %s", who, method).doesNotContain("is not valid", "SHELL", "REUSE");
                if (method.contains("/fill") && !who.getKey().isEmpty()) {
                    assertThat(answer).as("%s %s", who, method).containsAnyOf(OFFERS.toArray(new String[0]));
                }
            }
        }
    }

    @Test
    void whoMayConfigureTheJobIsToldAndOfferedAll() throws Exception {
        for (Map.Entry<String, String> who :
                List.of(Map.entry("of-theirs", "job/theirs/job/job/"), Map.entry("admin", ""))) {
            JenkinsRule.WebClient client = client(who.getKey());
            for (String[] row : new String[][] {
                {"TriggerTaskBaseAttribute/checkTaskTypeId?value=-7", "taskTypeId: '-7' is not valid; give a number"},
                {"TriggerTaskSchedulerConfiguration/checkMaxRetryNumber?value=-7", "give a number not below 0"},
                {"RegisteredTable/checkDataFlowType?value=-7", "give one of UPSTREAM, DOWNSTREAM"},
                {"CreateIntegrationTaskStep/checkTaskInfo?file=&value=SyncType:%207", "taskInfo, line 1, column 11"},
                {"TriggerTaskBaseAttribute/fillTaskTypeIdItems?connection=", "SHELL"},
                {"TriggerTaskSchedulerConfiguration/fillScheduleTypeItems?scheduleType=", "dry runs"},
                {"CreateTriggerTaskStep/fillIfExistsItems?ifExists=", "REUSE"}
            }) {
                assertThat(content(
                                client,
                                HttpMethod.POST,
                                who.getValue(),
                                CreateTriggerTaskStep.class.getPackageName() + "." + row[0]))
                        .as("%s %s", who, row[0])
                        .contains(row[1]);
            }
        }
    }

    @Test
    void nothingAnswersToAGet() throws Exception {
        JenkinsRule.WebClient client = client("admin");
        for (String method : methods()) {
            Page page = page(client, HttpMethod.GET, "job/ours/job/job/", method + "?value=-7");
            assertThat(page.getWebResponse().getStatusCode()).as(method).isIn(404, 405);
        }
    }

    private static List<String> methods() {
        List<String> found = new ArrayList<>();
        for (Class<?> form : FORMS) {
            Descriptor<?> descriptor = jenkins.jenkins.getDescriptorByName(form.getName());
            for (Method method : descriptor.getClass().getMethods()) {
                String name = method.getName();
                if (name.startsWith("doCheck") || name.startsWith("doFill")) {
                    found.add(form.getName() + "/" + Character.toLowerCase(name.charAt(2)) + name.substring(3));
                }
            }
        }
        assertThat(found).hasSizeGreaterThan(40);
        return found;
    }

    /** Somebody's browser; nobody's when the name is empty. */
    private static JenkinsRule.WebClient client(String user) throws Exception {
        JenkinsRule.WebClient client = jenkins.createWebClient().withThrowExceptionOnFailingStatusCode(false);
        return user.isEmpty() ? client : client.login(user);
    }

    private static String content(JenkinsRule.WebClient client, HttpMethod verb, String where, String method)
            throws Exception {
        return page(client, verb, where, method)
                .getWebResponse()
                .getContentAsString()
                .replace("&#039;", "'");
    }

    private static Page page(JenkinsRule.WebClient client, HttpMethod verb, String where, String method)
            throws Exception {
        WebRequest request = new WebRequest(new URL(jenkins.getURL(), where + "descriptorByName/" + method), verb);
        if (verb == HttpMethod.POST) {
            client.addCrumb(request);
        }
        return client.getPage(request);
    }
}
