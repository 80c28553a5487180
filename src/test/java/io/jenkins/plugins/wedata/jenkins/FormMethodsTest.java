package io.jenkins.plugins.wedata.jenkins;

import static io.jenkins.plugins.wedata.jenkins.WeDataAtHand.PROJECT;
import static io.jenkins.plugins.wedata.jenkins.WeDataAtHand.WORKFLOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.hudson.plugins.folder.Folder;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.CredentialsStore;
import com.cloudbees.plugins.credentials.domains.Domain;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.ExtensionList;
import hudson.model.Descriptor;
import hudson.model.Item;
import io.jenkins.plugins.wedata.connection.WeDataConnection;
import io.jenkins.plugins.wedata.connection.WeDataGlobalConfiguration;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.QueryParameter;

/**
 * Every method of every descriptor of this plugin that a form calls, over HTTP, by everybody. What is there is asked of
 * Jenkins, so a method that is added is called too.
 */
@WithJenkins
class FormMethodsTest {

    private static final String JOB = "job/theirs/job/ship/";
    private static final String CONNECTION = "marker-connection";
    private static final String CREDENTIAL = "marker-credential";
    private static final String FOLDERS_CREDENTIAL = "marker-of-the-folder";

    /** What is there and may be seen by the entitled alone. */
    private static final List<String> MARKERS = List.of(
            CONNECTION,
            CREDENTIAL,
            FOLDERS_CREDENTIAL,
            "marker description",
            "marker-project",
            "marker-workflow",
            "marker-task");

    private JenkinsRule jenkins;
    private WeDataAtHand atHand;

    /** A method that a form calls. */
    private record FormMethod(Descriptor<?> descriptor, Method method) {

        String url() {
            String name = method.getName().substring(2);
            return descriptor.getDescriptorUrl() + "/" + name.substring(0, 1).toLowerCase(java.util.Locale.ROOT)
                    + name.substring(1);
        }

        boolean asksForAnItem() {
            return Arrays.stream(method.getParameters())
                    .anyMatch(parameter -> parameter.isAnnotationPresent(AncestorInPath.class));
        }

        String query(Map<String, String> typed) {
            return Arrays.stream(method.getParameters())
                    .filter(parameter -> parameter.isAnnotationPresent(QueryParameter.class))
                    .map(parameter -> {
                        String own =
                                parameter.getAnnotation(QueryParameter.class).value();
                        String name = own.isEmpty() ? parameter.getName() : own;
                        return name + "=" + URLEncoder.encode(typed.getOrDefault(name, ""), StandardCharsets.UTF_8);
                    })
                    .collect(Collectors.joining("&", "?", ""));
        }
    }

    @BeforeEach
    void start(JenkinsRule rule) throws Exception {
        jenkins = rule;
        atHand = new WeDataAtHand();
        atHand.weData
                .world()
                .project(PROJECT, "marker-project")
                .workflow(PROJECT, WORKFLOW, "marker-workflow")
                .task(WORKFLOW, "20260302080000001", "marker-task", 35);
        WeDataAtHand.credential(CREDENTIAL, CredentialsScope.GLOBAL);
        WeDataConnection connection = new WeDataConnection(CONNECTION);
        connection.setRegion("ap-guangzhou");
        connection.setProjectId(PROJECT);
        connection.setCredentialsId(CREDENTIAL);
        connection.setFolders("theirs");
        connection.setByDefault(true);
        ExtensionList.lookupSingleton(WeDataGlobalConfiguration.class).setConnections(List.of(connection));
        secure();
    }

    @AfterEach
    void stop() {
        atHand.close();
    }

    private void secure() throws Exception {
        Folder theirs = jenkins.createProject(Folder.class, "theirs");
        WorkflowJob ship = theirs.createProject(WorkflowJob.class, "ship");
        Folder ours = jenkins.createProject(Folder.class, "ours");
        for (CredentialsStore store : CredentialsProvider.lookupStores(theirs)) {
            if (store.getContext() == theirs) {
                store.addCredentials(
                        Domain.global(),
                        new UsernamePasswordCredentialsImpl(
                                CredentialsScope.GLOBAL, FOLDERS_CREDENTIAL, "marker description", "AKIDx", "y"));
            }
        }
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to("admin")
                .grant(Jenkins.READ)
                .everywhere()
                .to("anonymous", "reader", "of-another-folder", "entitled")
                .grant(Item.READ)
                .everywhere()
                .to("reader")
                .grant(Item.READ)
                .onItems(theirs, ship)
                .to("of-another-folder")
                .grant(Item.READ, Item.CONFIGURE, CredentialsProvider.CREATE, CredentialsProvider.USE_ITEM)
                .onItems(ours)
                .to("of-another-folder")
                .grant(Item.READ, Item.CONFIGURE, CredentialsProvider.CREATE, CredentialsProvider.USE_ITEM)
                .onItems(theirs, ship)
                .to("entitled"));
    }

    @Test
    void nothingAnswersToAGet() throws Exception {
        JenkinsRule.WebClient admin = client("admin");
        for (FormMethod method : methods()) {
            for (String place : List.of("", JOB)) {
                WebResponse response = call(admin, HttpMethod.GET, place, method, typed("x", ""));
                assertThat(response.getStatusCode()).as(place + method.url()).isIn(404, 405);
            }
        }
        assertThat(atHand.weData.ledger().requests()).isEmpty();
    }

    @Test
    void whoIsNotEntitledSeesNothingAndCallsNothing() throws Exception {
        for (String user : List.of("", "reader", "of-another-folder")) {
            JenkinsRule.WebClient client = client(user);
            for (FormMethod method : methods()) {
                assertTellsNothing(client, user, "", method);
                assertTellsNothing(client, user, JOB, method);
                assertTellsNothing(client, user, "job/theirs/", method);
            }
        }
        JenkinsRule.WebClient entitled = client("entitled");
        for (FormMethod method : methods()) {
            assertTellsNothing(entitled, "entitled, without an item", "", method);
        }
        assertThat(atHand.weData.ledger().requests()).as("called for nobody").isEmpty();
    }

    /** Neither by what is shown nor by a difference between what is there and what is not. */
    private void assertTellsNothing(JenkinsRule.WebClient client, String user, String place, FormMethod method)
            throws Exception {
        String where = user + " at " + place + method.url();
        String blank =
                call(client, HttpMethod.POST, place, method, typed("", "")).getContentAsString();
        assertThat(blank).as(where).doesNotContain(MARKERS);
        String there = call(client, HttpMethod.POST, place, method, typed(CONNECTION, CREDENTIAL))
                .getContentAsString();
        String absent = call(client, HttpMethod.POST, place, method, typed("absent-connection", "absent-credential"))
                .getContentAsString();
        assertThat(told(there)).as(where).isEqualTo(told(absent));
    }

    @Test
    void theEntitledGetAnAnswer() throws Exception {
        StringBuilder seen = new StringBuilder();
        JenkinsRule.WebClient entitled = client("entitled");
        JenkinsRule.WebClient admin = client("admin");
        for (FormMethod method : methods()) {
            if (method.asksForAnItem()) {
                for (String place : List.of(JOB, "job/theirs/")) {
                    WebResponse answer = call(entitled, HttpMethod.POST, place, method, typed("", ""));
                    assertThat(answer.getStatusCode()).as(place + method.url()).isEqualTo(200);
                    seen.append(answer.getContentAsString());
                }
            }
            for (String place : List.of("", JOB)) {
                WebResponse answer = call(admin, HttpMethod.POST, place, method, typed("", ""));
                assertThat(answer.getStatusCode()).as(place + method.url()).isEqualTo(200);
                seen.append(answer.getContentAsString());
            }
        }
        assertThat(seen).as("what nobody else may see").contains(CONNECTION, CREDENTIAL);
    }

    private List<FormMethod> methods() {
        List<FormMethod> methods = jenkins.jenkins.getExtensionList(Descriptor.class).stream()
                .filter(descriptor -> descriptor.getClass().getName().startsWith("io.jenkins.plugins.wedata."))
                .flatMap(descriptor -> Arrays.stream(descriptor.getClass().getMethods())
                        .filter(method -> method.getName().matches("do[A-Z]\\w*"))
                        .filter(method -> method.getDeclaringClass().getName().startsWith("io.jenkins.plugins.wedata."))
                        .filter(method -> !method.isBridge())
                        .map(method -> new FormMethod(descriptor, method)))
                .toList();
        assertThat(methods)
                .extracting(method -> method.method().getName())
                .contains("doTestConnection", "doFillConnectionItems", "doCheckRoleArn");
        return methods;
    }

    private static Map<String, String> typed(String connection, String credential) {
        return Map.of(
                "connection", connection,
                "credentialsId", credential,
                "value", connection.isEmpty() ? credential : connection,
                "region", "ap-guangzhou",
                "projectId", PROJECT,
                "workflowId", WORKFLOW,
                "site", connection.isEmpty() ? "" : "MAINLAND");
    }

    /** What was typed may come back; the page of a refusal names the place and the time. */
    private static String told(String answer) {
        return answer.contains("<html")
                ? "a page"
                : answer.replaceAll("marker-connection|absent-connection", "C")
                        .replaceAll("marker-credential|absent-credential", "K");
    }

    private JenkinsRule.WebClient client(String user) throws Exception {
        JenkinsRule.WebClient client = jenkins.createWebClient().withThrowExceptionOnFailingStatusCode(false);
        client.setJavaScriptEnabled(false);
        client.getOptions().setPrintContentOnFailingStatusCode(false);
        return user.isEmpty() ? client : client.login(user);
    }

    private WebResponse call(
            JenkinsRule.WebClient client, HttpMethod verb, String place, FormMethod method, Map<String, String> typed)
            throws Exception {
        WebRequest request =
                new WebRequest(new URL(jenkins.getURL(), place + method.url() + method.query(typed)), verb);
        if (verb == HttpMethod.POST) {
            client.addCrumb(request);
        }
        return client.getPage(request).getWebResponse();
    }
}
