package io.jenkins.plugins.wedata.jenkins;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.hudson.plugins.folder.Folder;
import com.cloudbees.plugins.credentials.Credentials;
import com.cloudbees.plugins.credentials.CredentialsNameProvider;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import hudson.model.Item;
import hudson.util.Secret;
import io.jenkins.plugins.wedata.Speaks;
import io.jenkins.plugins.wedata.binding.TencentCloudApiKeyBinding;
import io.jenkins.plugins.wedata.credentials.StoredKeys;
import io.jenkins.plugins.wedata.credentials.TencentCloudApiKey;
import io.jenkins.plugins.wedata.credentials.TencentCloudRole;
import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import jenkins.model.Jenkins;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.htmlunit.html.HtmlButton;
import org.htmlunit.html.HtmlElementUtil;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.jenkinsci.plugins.credentialsbinding.impl.BindingStep;
import org.jenkinsci.plugins.workflow.steps.StepConfigTester;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The forms of both kinds of credential, and who may ask them what. */
@WithJenkins
class CredentialFormsTest {

    private static final String ARN = "qcs::cam::uin/100000000002:roleName/release";
    private static final String KEY = TencentCloudApiKey.class.getName();
    private static final String ROLE = TencentCloudRole.class.getName();

    private static final List<String> CHECKS =
            List.of("checkSecretId", "checkRoleArn", "checkSessionName", "checkDurationMinutes", "checkExternalId");

    private JenkinsRule jenkins;

    @BeforeEach
    void start(JenkinsRule rule) {
        jenkins = rule;
    }

    @Test
    void theFormOfAKeyKeepsWhatItIsGiven() throws Exception {
        TencentCloudApiKey key = key();
        TencentCloudApiKey again = savedAgain(key);

        assertThat(again).isNotSameAs(key);
        assertThat(again.getId()).isEqualTo("release");
        assertThat(again.getDescription()).isEqualTo("Ships <b>");
        assertThat(again.getSecretId()).isEqualTo("AKIDform0123456789wxyz");
        assertThat(Secret.toString(again.getSecretKey())).isEqualTo("markerFormSecretKey");
        assertThat(Secret.toString(again.getToken())).isEqualTo("markerFormToken");
        assertThat(StoredKeys.of(again).token()).contains("markerFormToken");
    }

    @Test
    void aKeyWithoutATokenStaysWithoutOne() throws Exception {
        TencentCloudApiKey key = key();
        key.setToken(Secret.fromString("  "));

        assertThat(savedAgain(key).getToken()).isNull();
    }

    @Test
    void theFormOfARoleKeepsWhatItIsGiven() throws Exception {
        TencentCloudRole role = role();
        role.setSessionName("jenkins-prod");
        role.setDurationMinutes(60);
        role.setExternalId("partner-7");
        role.setSite("INTERNATIONAL");
        TencentCloudRole again = savedAgain(role);

        assertThat(again.getSecretId()).isEqualTo("AKIDform0123456789wxyz");
        assertThat(Secret.toString(again.getSecretKey())).isEqualTo("markerFormSecretKey");
        assertThat(again.getRoleArn()).isEqualTo(ARN);
        assertThat(again.getSessionName()).isEqualTo("jenkins-prod");
        assertThat(again.getDurationMinutes()).isEqualTo(60);
        assertThat(again.getExternalId()).isEqualTo("partner-7");
        assertThat(again.getSite()).isEqualTo("INTERNATIONAL");
    }

    @Test
    void aRoleThatSaysLittleGetsTheUsualRest() throws Exception {
        TencentCloudRole again = savedAgain(role());

        assertThat(again.getSessionName()).isEqualTo("jenkins");
        assertThat(again.getDurationMinutes()).isEqualTo(120);
        assertThat(again.getExternalId()).isNull();
        assertThat(again.getSite()).isEqualTo("MAINLAND");
    }

    @Test
    void xmlThatSaysLittleIsAsGoodAsAFormThatDoes() {
        TencentCloudRole role = (TencentCloudRole) Jenkins.XSTREAM2.fromXML(
                "<" + ROLE + "><id>r</id><secretId>AKIDxml</secretId><roleArn>" + ARN + "</roleArn></" + ROLE + ">");
        assertThat(StoredKeys.of(role, Optional.empty()).duration()).hasHours(2);
        assertThat(role.getSessionName()).isEqualTo("jenkins");
        TencentCloudApiKey key = (TencentCloudApiKey) Jenkins.XSTREAM2.fromXML("<" + KEY + "><id>k</id></" + KEY + ">");
        assertThat(StoredKeys.of(key).secretId()).isEmpty();
    }

    @Test
    void theFormOfTheBindingKeepsWhatItIsGiven() throws Exception {
        SystemCredentialsProvider.getInstance().getCredentials().add(key());
        TencentCloudApiKeyBinding binding = new TencentCloudApiKeyBinding("release");
        binding.setSecretIdVariable("ID");
        binding.setTokenVariable("TOKEN");
        BindingStep again = new StepConfigTester(jenkins).configRoundTrip(new BindingStep(List.of(binding)));
        assertThat(again.getBindings()).hasSize(1);
        assertThat(again.getBindings().get(0)).isInstanceOfSatisfying(TencentCloudApiKeyBinding.class, kept -> {
            assertThat(kept.getCredentialsId()).isEqualTo("release");
            assertThat(kept.getSecretIdVariable()).isEqualTo("ID");
            assertThat(kept.getSecretKeyVariable()).isEqualTo("TENCENTCLOUD_SECRET_KEY");
            assertThat(kept.getTokenVariable()).isEqualTo("TOKEN");
        });
    }

    @Test
    void noSecretIsOnThePageOrInAFile() throws Exception {
        savedAgain(key());
        HtmlPage dialog = dialog();
        String page = dialog.getWebResponse().getContentAsString() + dialog.asXml();
        assertThat(page).doesNotContain("markerFormSecretKey", "markerFormToken");
        assertThat(Files.readString(jenkins.jenkins.getRootDir().toPath().resolve("credentials.xml")))
                .contains("AKIDform0123456789wxyz")
                .doesNotContain("markerFormSecretKey", "markerFormToken");
        assertThat(StoredKeys.of(key())).hasToString("ApiKey(...wxyz)");
    }

    @Test
    void aNameShowsTheEndOfTheIdAlone() {
        assertThat(CredentialsNameProvider.name(key())).isEqualTo("Tencent Cloud API key ...wxyz (Ships <b>)");
        assertThat(CredentialsNameProvider.name(role())).isEqualTo("Tencent Cloud role release, assumed by ...wxyz");
    }

    @Test
    @Speaks("zh-CN")
    void theKindsAndTheirNamesSpeakChineseToo() {
        assertThat(CredentialsNameProvider.name(role())).startsWith("腾讯云角色 release");
        assertThat(jenkins.jenkins.getDescriptorOrDie(TencentCloudApiKey.class).getDisplayName())
                .isEqualTo("腾讯云 API 密钥");
    }

    @Test
    void whatIsWrongIsSaidWhileItIsTyped() throws Exception {
        JenkinsRule.WebClient client = client("");
        for (String[] row : new String[][] {
            {"checkSecretId", "AKID 1", "secretId: 'AKID 1' is not valid; give a SecretId"},
            {"checkSecretId", "", "secretId: is missing; give a SecretId"},
            {"checkSecretKey", "", "secretKey: is missing; give the key that belongs to the SecretId"},
            {"checkRoleArn", "role", "roleArn: 'role' is not valid; give the ARN of a role, such as qcs::cam::"},
            {"checkRoleArn", "", "roleArn: is missing; give the ARN"},
            {"checkSessionName", "a b", "sessionName: 'a b' is not valid; give 2 to 128 letters"},
            {"checkDurationMinutes", "14", "durationMinutes: '14' is not valid; give a number of minutes from 15 to 720"
            },
            {"checkDurationMinutes", "721", "durationMinutes: '721' is not valid"},
            {"checkDurationMinutes", "x", "durationMinutes: 'x' is not valid"},
            {"checkExternalId", "a b", "externalId: 'a b' is not valid"},
            {"checkExternalId", "<b>", "externalId: '&lt;b&gt;' is not valid"}
        }) {
            assertThat(post(client, "", ROLE, row[0], row[1]))
                    .as(row[0] + " " + row[1])
                    .startsWith("<div class=\"error\">" + row[2]);
        }
    }

    @Test
    void whatIsRightIsNotCommentedOn() throws Exception {
        JenkinsRule.WebClient client = client("");
        for (String[] row : new String[][] {
            {"checkSecretId", "AKIDform0123456789wxyz"},
            {"checkSecretKey", "anything"},
            {"checkRoleArn", ARN},
            {"checkSessionName", "jenkins"},
            {"checkDurationMinutes", "720"},
            {"checkExternalId", ""}
        }) {
            assertThat(post(client, "", ROLE, row[0], row[1])).as(row[0]).isEqualTo("<div/>");
        }
    }

    @Test
    void aTokenThatCannotBeOneIsSaidWithoutShowingIt() throws Exception {
        assertThat(post(client(""), "", KEY, "checkToken", "marker token"))
                .startsWith("<div class=\"error\">token: '12 characters' is not valid; give");
    }

    @Test
    void whoMayNotMakeCredentialsIsToldNothing() throws Exception {
        secure();
        for (String user : List.of("", "reader", "of-another-folder")) {
            JenkinsRule.WebClient client = client(user);
            for (String check : CHECKS) {
                assertThat(post(client, "", ROLE, check, "a b")).as(user).doesNotContain("not valid");
            }
            assertThat(post(client, "", KEY, "checkToken", "a b")).as(user).doesNotContain("not valid");
            assertThat(post(client, "", ROLE, "fillSiteItems", "")).as(user).doesNotContain("MAINLAND");
        }
        JenkinsRule.WebClient admin = client("admin");
        for (String check : CHECKS) {
            assertThat(post(admin, "", ROLE, check, "a b")).contains("not valid");
        }
        assertThat(post(admin, "", ROLE, "fillSiteItems", "")).contains("MAINLAND", "INTERNATIONAL");
    }

    @Test
    void whoMayMakeCredentialsInOneFolderIsToldThereAlone() throws Exception {
        secure();
        JenkinsRule.WebClient client = client("of-another-folder");
        assertThat(post(client, "job/theirs/", ROLE, "checkRoleArn", "x")).contains("not valid");
        assertThat(post(client, "job/ours/", ROLE, "checkRoleArn", "x")).doesNotContain("not valid");
    }

    @Test
    void nothingAnswersToAGet() throws Exception {
        JenkinsRule.WebClient client = client("");
        for (String type : List.of(KEY, ROLE)) {
            for (String method : List.of(
                    "checkSecretId",
                    "checkSecretKey",
                    "checkToken",
                    "checkRoleArn",
                    "checkSessionName",
                    "checkDurationMinutes",
                    "checkExternalId",
                    "fillSiteItems")) {
                int status = client.getPage(
                                new URL(jenkins.getURL(), "descriptorByName/" + type + "/" + method + "?value=x"))
                        .getWebResponse()
                        .getStatusCode();
                assertThat(status).as(method).isIn(404, 405);
            }
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
                .to("reader", "of-another-folder")
                .grant(Item.READ)
                .everywhere()
                .to("reader")
                .grant(Item.READ)
                .onItems(ours)
                .to("of-another-folder")
                .grant(Item.READ, Item.CONFIGURE, CredentialsProvider.CREATE, CredentialsProvider.VIEW)
                .onItems(theirs)
                .to("of-another-folder"));
    }

    /** Somebody's browser; nobody's when the name is empty. */
    private JenkinsRule.WebClient client(String user) throws Exception {
        JenkinsRule.WebClient client = jenkins.createWebClient().withThrowExceptionOnFailingStatusCode(false);
        return user.isEmpty() ? client : client.login(user);
    }

    private String post(JenkinsRule.WebClient client, String where, String type, String method, String value)
            throws Exception {
        String query = "?value=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
        WebRequest request = new WebRequest(
                new URL(jenkins.getURL(), where + "descriptorByName/" + type + "/" + method + query), HttpMethod.POST);
        client.addCrumb(request);
        return client.getPage(request).getWebResponse().getContentAsString().replace("&#039;", "'");
    }

    private static TencentCloudApiKey key() {
        TencentCloudApiKey key = new TencentCloudApiKey(
                CredentialsScope.GLOBAL,
                "release",
                "Ships <b>",
                " AKIDform0123456789wxyz ",
                Secret.fromString("markerFormSecretKey\n"));
        key.setToken(Secret.fromString("markerFormToken"));
        return key;
    }

    private static TencentCloudRole role() {
        return new TencentCloudRole(
                CredentialsScope.GLOBAL,
                "release",
                "",
                "AKIDform0123456789wxyz",
                Secret.fromString("markerFormSecretKey"),
                ARN);
    }

    /** Opens the credential's dialog and saves it as it is. */
    @SuppressWarnings("unchecked")
    private <C extends Credentials> C savedAgain(C credential) throws Exception {
        SystemCredentialsProvider.getInstance().getCredentials().clear();
        SystemCredentialsProvider.getInstance().getCredentials().add(credential);
        SystemCredentialsProvider.getInstance().save();
        HtmlPage page = dialog();
        HtmlElementUtil.click(page.querySelector("#cr-dialog-submit"));
        page.getWebClient().waitForBackgroundJavaScript(10_000);
        return (C) SystemCredentialsProvider.getInstance().getCredentials().get(0);
    }

    private HtmlPage dialog() throws Exception {
        HtmlPage page = jenkins.createWebClient().goTo("credentials/store/system/domain/_/credential/release");
        HtmlButton update = page.querySelector("button[data-type='credentials-update']");
        HtmlElementUtil.click(update);
        page.getWebClient().waitForBackgroundJavaScript(10_000);
        HtmlForm form = page.querySelector("#credentials-dialog-form");
        assertThat(form).isNotNull();
        return page;
    }
}
