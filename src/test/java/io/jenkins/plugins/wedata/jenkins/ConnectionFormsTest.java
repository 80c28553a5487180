package io.jenkins.plugins.wedata.jenkins;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.hudson.plugins.folder.Folder;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import hudson.ExtensionList;
import hudson.model.Item;
import io.jenkins.plugins.wedata.connection.ConnectionSite;
import io.jenkins.plugins.wedata.connection.DefaultConnectionProperty;
import io.jenkins.plugins.wedata.connection.WeDataConnection;
import io.jenkins.plugins.wedata.connection.WeDataGlobalConfiguration;
import io.jenkins.plugins.wedata.emulator.Fault;
import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.Jenkins;
import org.htmlunit.HttpMethod;
import org.htmlunit.Page;
import org.htmlunit.WebRequest;
import org.htmlunit.html.HtmlForm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The forms of connections and of folders, and who may ask them what. */
@WithJenkins
class ConnectionFormsTest {

    private static final String CONNECTION = WeDataConnection.class.getName();
    private static final String PROPERTY = DefaultConnectionProperty.class.getName();

    private static final List<String> CHECKS = List.of(
            "checkId",
            "checkEndpoint",
            "checkRegion",
            "checkProjectId",
            "checkCredentialsId",
            "checkFolders",
            "checkRateGroup",
            "checkCallsPerSecond",
            "checkRetryMinutes");

    private JenkinsRule jenkins;

    @BeforeEach
    void start(JenkinsRule rule) {
        jenkins = rule;
    }

    @Test
    void theFormKeepsWhatItIsGiven() throws Exception {
        WeDataAtHand.credential("wedata-prod", CredentialsScope.SYSTEM);
        WeDataConnection full = new WeDataConnection("prod");
        full.setSite(ConnectionSite.OWN_ENDPOINT);
        full.setEndpoint("https://wedata.corp.example:8443");
        full.setRegion("ap-guangzhou");
        full.setProjectId("1460947878944567296");
        full.setCredentialsId("wedata-prod");
        full.setFolders("data/etl\nreports");
        full.setByDefault(true);
        full.setRateGroup("100000000001");
        full.setCallsPerSecond(7);
        full.setRetryMinutes(9);
        WeDataConnection plain = new WeDataConnection("plain");
        configuration().setConnections(List.of(full, plain));

        jenkins.configRoundtrip();

        List<WeDataConnection> again = configuration().getConnections();
        assertThat(again).hasSize(2);
        jenkins.assertEqualDataBoundBeans(full, again.get(0));
        jenkins.assertEqualDataBoundBeans(plain, again.get(1));
    }

    @Test
    void theLastConnectionCanBeTakenAway() throws Exception {
        jenkins.configRoundtrip();
        assertThat(configuration().getConnections()).isEmpty();
    }

    @Test
    void wrongConnectionsAreNotSaved() throws Exception {
        configuration().setConnections(List.of(new WeDataConnection("a"), new WeDataConnection("b")));
        JenkinsRule.WebClient client = client("");
        HtmlForm form = client.goTo("configure").getFormByName("config");
        form.getInputsByName("_.id").stream()
                .filter(input -> input.getValue().equals("b"))
                .forEach(input -> input.setValue("a"));
        Page answer = jenkins.submit(form);
        assertThat(answer.getWebResponse().getContentAsString())
                .contains("connections[1].id: 'a' is not valid; give a name that no other connection has");
        assertThat(configuration().getConnections())
                .extracting(WeDataConnection::getId)
                .containsExactly("a", "b");
    }

    @Test
    void aFoldersFormOffersWhatItMayUseAndKeepsItsChoice() throws Exception {
        WeDataConnection prod = new WeDataConnection("prod");
        prod.setFolders("data");
        WeDataConnection other = new WeDataConnection("secret");
        other.setFolders("other");
        configuration().setConnections(List.of(prod, other));
        Folder data = jenkins.createProject(Folder.class, "data");
        data.getProperties().add(new DefaultConnectionProperty("prod"));

        data = jenkins.configRoundtrip(data);

        assertThat(data.getProperties().get(DefaultConnectionProperty.class).getConnection())
                .isEqualTo("prod");
        String items = post(client(""), "job/data/", PROPERTY, "fillConnectionItems?connection=");
        assertThat(items).contains("prod").doesNotContain("secret");
        assertThat(post(client(""), "job/data/", PROPERTY, "checkConnection?value=secret"))
                .contains(
                        "connection: 'secret' is not valid; give a connection that may be used in folder 'data': prod;");
        assertThat(post(client(""), "job/data/", PROPERTY, "checkConnection?value=prod"))
                .isEqualTo("<div/>");
    }

    @Test
    void whatIsWrongIsSaidWhileItIsTypedInTheWordsOfABuild() throws Exception {
        JenkinsRule.WebClient client = client("");
        for (String[] row : new String[][] {
            {"checkId", "a b", "id: 'a b' is not valid; give up to 64 letters"},
            {"checkId", "", "id: is missing; give up to 64 letters"},
            {"checkRegion", "<b>", "region: '&lt;b&gt;' is not valid; give a region such as ap-guangzhou"},
            {"checkProjectId", "a b", "projectId: 'a b' is not valid; give the id of a WeData project"},
            {"checkCredentialsId", "nobody", "credentialsId: 'nobody' is not valid; give the id of a Tencent Cloud API"
            },
            {"checkFolders", "a/*", "folders: 'a/*' is not valid; give the full names"},
            {"checkRateGroup", "a b", "rateGroup: 'a b' is not valid"},
            {"checkCallsPerSecond", "21", "callsPerSecond: '21' is not valid; give a number from 1 to 20"},
            {"checkRetryMinutes", "x", "retryMinutes: 'x' is not valid; give a number from 1 to 60"}
        }) {
            assertThat(check(client, row[0], row[1])).as(row[0]).startsWith("<div class=\"error\">" + row[2]);
        }
        assertThat(post(client, "", CONNECTION, "checkEndpoint?site=OWN_ENDPOINT&value=http://user:pw@corp"))
                .contains("endpoint: '(not shown)' is not valid")
                .doesNotContain("pw@");
        assertThat(check(client, "checkRegion", "ap-guangzhou")).isEqualTo("<div/>");
        assertThat(check(client, "checkRegion", "")).isEqualTo("<div/>");
    }

    @Test
    void theTestSaysWhatItProved() throws Exception {
        WeDataAtHand.credential("wedata-prod", CredentialsScope.SYSTEM);
        JenkinsRule.WebClient client = client("");
        String test = "testConnection?site=MAINLAND&endpoint=&region=ap-guangzhou&projectId=" + WeDataAtHand.PROJECT
                + "&credentialsId=";
        try (WeDataAtHand atHand = new WeDataAtHand()) {
            assertThat(post(client, "", CONNECTION, test + "wedata-prod"))
                    .startsWith("<div class=\"ok\">")
                    .contains("proves site and network, clock, signature, and the permission for ListProjects")
                    .contains("The default project " + WeDataAtHand.PROJECT + " is there");
            atHand.weData.faults().add(Fault.parse("error:UnauthorizedOperation:ListProjects:1"));
            assertThat(post(client, "", CONNECTION, test + "wedata-prod"))
                    .startsWith("<div class=\"error\">")
                    .contains("the permission is missing. ListProjects: UnauthorizedOperation")
                    .contains("CAM policy")
                    .doesNotContain("\tat ");
        }
        assertThat(post(client, "", CONNECTION, test.replace("MAINLAND", "MOON") + "wedata-prod"))
                .contains("site: 'MOON' is not valid; give one of MAINLAND, INTERNATIONAL");
        assertThat(post(client, "", CONNECTION, test + "nobody")).contains("credentialsId: 'nobody' is not valid");
        assertThat(post(client, "", CONNECTION, test)).contains("credentialsId: is missing");
        assertThat(post(
                        client,
                        "",
                        CONNECTION,
                        "testConnection?site=REHEARSAL&endpoint=&region=&projectId=&credentialsId="))
                .startsWith("<div class=\"ok\">");
        assertThat(post(
                        client,
                        "",
                        CONNECTION,
                        "testConnection?site=MAINLAND&endpoint=&region=&projectId=&credentialsId="))
                .contains("region: is missing");
    }

    @Test
    void whoMayNotAdministerJenkinsIsToldNothingAndCallsNothing() throws Exception {
        secure();
        WeDataAtHand.credential("wedata-prod", CredentialsScope.SYSTEM);
        try (WeDataAtHand atHand = new WeDataAtHand()) {
            for (String user : List.of("", "reader", "of-another-folder")) {
                JenkinsRule.WebClient client = client(user);
                for (String check : CHECKS) {
                    assertThat(check(client, check, "a b")).as(user).doesNotContain("not valid");
                }
                assertThat(post(client, "", CONNECTION, "fillSiteItems")).doesNotContain("REHEARSAL");
                assertThat(post(client, "", CONNECTION, "fillCredentialsIdItems?credentialsId=current"))
                        .as(user)
                        .doesNotContain("wedata-prod");
                Page refused = page(
                        client,
                        HttpMethod.POST,
                        "",
                        CONNECTION,
                        "testConnection?site=MAINLAND&endpoint=&region=ap-guangzhou&projectId=&credentialsId=wedata-prod");
                assertThat(refused.getWebResponse().getContentAsString()).doesNotContain("ListProjects");
                // Nobody is sent to the login page instead.
                assertThat(refused.getWebResponse().getStatusCode()).as(user).isEqualTo(user.isEmpty() ? 200 : 403);
            }
            assertThat(atHand.weData.ledger().requests()).isEmpty();
        }
        JenkinsRule.WebClient admin = client("admin");
        assertThat(post(admin, "", CONNECTION, "fillCredentialsIdItems?credentialsId="))
                .contains("wedata-prod");
        assertThat(post(admin, "", CONNECTION, "fillSiteItems")).contains("REHEARSAL", "OWN_ENDPOINT");
        assertThat(check(admin, "checkId", "a b")).contains("not valid");
    }

    @Test
    void whoMayConfigureOneFolderIsToldOfItsConnectionsThereAlone() throws Exception {
        secure();
        configuration().setConnections(List.of(new WeDataConnection("prod")));
        for (String user : List.of("", "reader")) {
            assertThat(post(client(user), "job/theirs/", PROPERTY, "fillConnectionItems?connection=current"))
                    .as(user)
                    .doesNotContain("prod");
        }
        JenkinsRule.WebClient client = client("of-another-folder");
        assertThat(post(client, "job/theirs/", PROPERTY, "fillConnectionItems?connection="))
                .contains("prod");
        assertThat(post(client, "job/ours/", PROPERTY, "fillConnectionItems?connection=current"))
                .contains("current")
                .doesNotContain("prod");
        assertThat(post(client, "job/ours/", PROPERTY, "checkConnection?value=nothing"))
                .doesNotContain("prod");
        assertThat(post(client, "", PROPERTY, "fillConnectionItems?connection="))
                .doesNotContain("prod");
        assertThat(post(client("reader"), "job/theirs/", PROPERTY, "checkConnection?value=nothing"))
                .doesNotContain("prod");
    }

    @Test
    void nothingAnswersToAGet() throws Exception {
        JenkinsRule.WebClient client = client("");
        List<String> methods = new ArrayList<>(CHECKS);
        methods.addAll(List.of("fillSiteItems", "fillCredentialsIdItems", "testConnection"));
        for (String method : methods) {
            assertThat(status(client, HttpMethod.GET, "", CONNECTION, method + "?value=x"))
                    .as(method)
                    .isIn(404, 405);
        }
        jenkins.createProject(Folder.class, "data");
        for (String method : List.of("fillConnectionItems", "checkConnection")) {
            assertThat(status(client, HttpMethod.GET, "job/data/", PROPERTY, method + "?value=x"))
                    .as(method)
                    .isIn(404, 405);
        }
    }

    private void secure() throws Exception {
        Folder theirs = jenkins.createProject(Folder.class, "theirs");
        Folder ours = jenkins.createProject(Folder.class, "ours");
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to("admin")
                .grant(Jenkins.READ)
                .everywhere()
                .to("anonymous", "reader", "of-another-folder")
                .grant(Item.READ)
                .everywhere()
                .to("reader")
                .grant(Item.READ)
                .onItems(ours)
                .to("of-another-folder")
                .grant(Item.READ, Item.CONFIGURE, CredentialsProvider.VIEW)
                .onItems(theirs)
                .to("of-another-folder"));
    }

    private static WeDataGlobalConfiguration configuration() {
        return ExtensionList.lookupSingleton(WeDataGlobalConfiguration.class);
    }

    /** Somebody's browser; nobody's when the name is empty. */
    private JenkinsRule.WebClient client(String user) throws Exception {
        JenkinsRule.WebClient client = jenkins.createWebClient().withThrowExceptionOnFailingStatusCode(false);
        return user.isEmpty() ? client : client.login(user);
    }

    private String check(JenkinsRule.WebClient client, String method, String value) throws Exception {
        return post(
                client,
                "",
                CONNECTION,
                method + "?site=OWN_ENDPOINT&value=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    private String post(JenkinsRule.WebClient client, String where, String type, String method) throws Exception {
        return page(client, HttpMethod.POST, where, type, method)
                .getWebResponse()
                .getContentAsString()
                .replace("&#039;", "'");
    }

    private int status(JenkinsRule.WebClient client, HttpMethod verb, String where, String type, String method)
            throws Exception {
        return page(client, verb, where, type, method).getWebResponse().getStatusCode();
    }

    private Page page(JenkinsRule.WebClient client, HttpMethod verb, String where, String type, String method)
            throws Exception {
        WebRequest request =
                new WebRequest(new URL(jenkins.getURL(), where + "descriptorByName/" + type + "/" + method), verb);
        if (verb == HttpMethod.POST) {
            client.addCrumb(request);
        }
        return client.getPage(request);
    }
}
