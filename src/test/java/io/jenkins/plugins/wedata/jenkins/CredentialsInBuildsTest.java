package io.jenkins.plugins.wedata.jenkins;

import static io.jenkins.plugins.wedata.jenkins.WeDataAtHand.SECRET;
import static io.jenkins.plugins.wedata.jenkins.WeDataAtHand.WHO;
import static io.jenkins.plugins.wedata.jenkins.WeDataAtHand.WORKFLOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.hudson.plugins.folder.Folder;
import com.cloudbees.plugins.credentials.Credentials;
import com.cloudbees.plugins.credentials.CredentialsParameterDefinition;
import com.cloudbees.plugins.credentials.CredentialsParameterValue;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.CredentialsStore;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.domains.Domain;
import hudson.model.Cause;
import hudson.model.CauseAction;
import hudson.model.ModelObject;
import hudson.model.ParametersAction;
import hudson.model.ParametersDefinitionProperty;
import hudson.model.Result;
import hudson.model.User;
import hudson.security.ACL;
import hudson.security.ACLContext;
import hudson.util.Secret;
import io.jenkins.plugins.wedata.binding.TencentCloudApiKeyBinding;
import io.jenkins.plugins.wedata.credentials.TencentCloudApiKey;
import io.jenkins.plugins.wedata.credentials.TencentCloudCredentials;
import io.jenkins.plugins.wedata.credentials.TencentCloudRole;
import io.jenkins.plugins.wedata.emulator.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jenkinsci.plugins.credentialsbinding.impl.BindingStep;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.cps.Snippetizer;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Keys and roles in real builds: where they are found, how calls are signed with them, and that nobody sees them. */
@WithJenkins
class CredentialsInBuildsTest {

    private static final String KEY_ID = "AKIDinJenkins0123456789";
    private static final String ARN = "qcs::cam::uin/100000000002:roleName/release";

    private JenkinsRule jenkins;
    private WeDataAtHand atHand;

    @BeforeEach
    void start(JenkinsRule rule) throws Exception {
        jenkins = rule;
        atHand = new WeDataAtHand();
        atHand.weData.world().role(ARN, "partner-7");
    }

    @AfterEach
    void stop() {
        atHand.close();
    }

    @Test
    void aKeySignsAStepAndItsUseIsTracked() throws Exception {
        TencentCloudCredentials key = key("release");
        root(key);
        jenkins.assertBuildStatusSuccess(run(create("load")));
        assertThat(signers("CreateTaskNew")).containsExactly(KEY_ID);
        assertThat(CredentialsProvider.getFingerprintOf(key)).isNotNull();
    }

    @Test
    void aRoleSignsStepsWithOneTemporaryKey() throws Exception {
        root(role("release", "partner-7"));
        WorkflowRun build = run(create("load") + "\n" + create("clean"));
        jenkins.assertBuildStatusSuccess(build);
        assertThat(signers("AssumeRole")).containsExactly(KEY_ID);
        assertThat(signers("CreateTaskNew")).hasSize(2).doesNotContain(KEY_ID);
        nothingSecretIn(build);
    }

    @Test
    void aTemporaryKeyThatIsRefusedIsRenewed() throws Exception {
        root(role("release", "partner-7"));
        atHand.weData.faults().add(Fault.parse("error:AuthFailure.TokenFailure:CreateTaskNew:1"));
        WorkflowRun build = run(create("load"));
        jenkins.assertBuildStatusSuccess(build);
        jenkins.assertLogContains("the temporary key had expired; renewed", build);
        assertThat(signers("AssumeRole")).hasSize(2);
    }

    @Test
    void aRoleThatMayNotBeAssumedSaysWhatToLookAt() throws Exception {
        root(role("release", "somebody-else"));
        WorkflowRun build = run(create("load"));
        jenkins.assertBuildStatus(Result.FAILURE, build);
        jenkins.assertLogContains("AssumeRole: UnauthorizedOperation", build);
        jenkins.assertLogContains("trust policy", build);
        nothingSecretIn(build);
    }

    @Test
    void aRoleWhoseSettingsAreWrongIsNamedBeforeAnythingIsSent() throws Exception {
        TencentCloudRole role = role("release", "a b");
        role.setDurationMinutes(1);
        root(role);
        WorkflowRun build = run(create("load"));
        jenkins.assertBuildStatus(Result.FAILURE, build);
        jenkins.assertLogContains("durationMinutes: '1' is not valid; give a number of minutes from 15 to 720", build);
        jenkins.assertLogContains("externalId: 'a b' is not valid", build);
        assertThat(atHand.weData.ledger().requests()).isEmpty();
    }

    @Test
    void aFoldersCredentialIsFoundInItAndNowhereElse() throws Exception {
        Folder folder = jenkins.createProject(Folder.class, "team");
        store(folder).addCredentials(Domain.global(), key("release"));
        WorkflowRun inside = run(folder.createProject(WorkflowJob.class, "ship"), create("load"));
        jenkins.assertBuildStatusSuccess(inside);

        WorkflowRun outside = run(create("load"));
        jenkins.assertBuildStatus(Result.FAILURE, outside);
        jenkins.assertLogContains(
                "credentialsId: 'release' is not valid; give the id of a Tencent Cloud API key", outside);
    }

    @Test
    void aUsersOwnCredentialIsFoundWhenThatUserChoosesIt() throws Exception {
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        User alice = User.getById("alice", true);
        try (ACLContext ignored = ACL.as2(alice.impersonate2())) {
            store(alice)
                    .addCredentials(
                            Domain.global(),
                            new TencentCloudApiKey(
                                    CredentialsScope.USER, "alices", null, KEY_ID, Secret.fromString(SECRET)));
        }
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, "release");
        job.addProperty(new ParametersDefinitionProperty(new CredentialsParameterDefinition(
                "WHOSE", null, null, TencentCloudCredentials.class.getName(), true)));
        job.setDefinition(new CpsFlowDefinition(create("load").replace("'release'", "'${WHOSE}'"), true));
        WorkflowRun hers = job.scheduleBuild2(
                        0,
                        new CauseAction(new Cause.UserIdCause("alice")),
                        new ParametersAction(new CredentialsParameterValue("WHOSE", "alices", null)))
                .get();
        jenkins.assertBuildStatusSuccess(hers);

        WorkflowRun bobs = job.scheduleBuild2(
                        0,
                        new CauseAction(new Cause.UserIdCause("bob")),
                        new ParametersAction(new CredentialsParameterValue("WHOSE", "alices", null)))
                .get();
        jenkins.assertBuildStatus(Result.FAILURE, bobs);
    }

    @Test
    void aCredentialOfAnotherKindHoldsNoKey() throws Exception {
        root(new StringCredentialsImpl(CredentialsScope.GLOBAL, "release", null, Secret.fromString(SECRET)));
        WorkflowRun build = run(create("load"));
        jenkins.assertBuildStatus(Result.FAILURE, build);
        jenkins.assertLogContains(
                "credentialsId: 'release' is not valid; give the id of a Tencent Cloud API key", build);
    }

    @Test
    void theBindingSetsVariablesAndMasksThem() throws Exception {
        TencentCloudApiKey key = key("release");
        key.setToken(Secret.fromString("markerTokenOfTheBinding"));
        root(key);
        WorkflowRun build = run("""
                node {
                  withCredentials([tencentCloudApiKey(credentialsId: 'release', secretIdVariable: 'ID',
                      secretKeyVariable: 'KEY', tokenVariable: 'TOKEN')]) {
                    echo "SEEN ${ID} ${KEY} ${TOKEN}"
                    echo "LENGTHS ${ID.length()} ${KEY.length()} ${TOKEN.length()}"
                  }
                }
                """);
        jenkins.assertBuildStatusSuccess(build);
        jenkins.assertLogContains("SEEN **** **** ****", build);
        jenkins.assertLogContains("LENGTHS " + KEY_ID.length() + " " + SECRET.length() + " 23", build);
        nothingSecretIn(build);
    }

    @Test
    void theBindingOfARoleGivesANewTemporaryKeyInTheVariablesThatToolsRead() throws Exception {
        root(role("release", "partner-7"));
        WorkflowRun build = run(create("load") + "\n" + """
                withCredentials([tencentCloudApiKey('release')]) {
                  echo "SEEN ${TENCENTCLOUD_SECRET_ID} ${TENCENTCLOUD_SECRET_KEY} ${TENCENTCLOUD_SECURITY_TOKEN}"
                  echo "LENGTHS ${TENCENTCLOUD_SECRET_ID.length()} ${TENCENTCLOUD_SECURITY_TOKEN.length()}"
                }
                """);
        jenkins.assertBuildStatusSuccess(build);
        jenkins.assertLogContains("SEEN **** **** ****", build);
        jenkins.assertLogContains("LENGTHS 36 64", build);
        assertThat(signers("AssumeRole")).as("the step's key may be old by now").hasSize(2);
    }

    @Test
    void aRoleThatMayNotBeAssumedEndsTheBindingWithoutAStackTrace() throws Exception {
        root(role("release", "somebody-else"));
        WorkflowRun build = run("withCredentials([tencentCloudApiKey('release')]) { echo 'never' }");
        jenkins.assertBuildStatus(Result.FAILURE, build);
        jenkins.assertLogContains("ERROR: AssumeRole: UnauthorizedOperation", build);
        jenkins.assertLogNotContains("\tat ", build);
    }

    @Test
    void theBindingsSnippetRunsAsItIs() throws Exception {
        root(key("release"));
        TencentCloudApiKeyBinding binding = new TencentCloudApiKeyBinding("release");
        String plain = Snippetizer.object2Groovy(new BindingStep(List.of(binding)));
        assertThat(plain).startsWith("withCredentials([tencentCloudApiKey('release')]) {");
        jenkins.assertBuildStatusSuccess(run(plain));

        binding.setTokenVariable("TOKEN");
        assertThat(Snippetizer.object2Groovy(new BindingStep(List.of(binding))))
                .startsWith(
                        "withCredentials([tencentCloudApiKey(credentialsId: 'release', tokenVariable: 'TOKEN')]) {");
    }

    private void nothingSecretIn(WorkflowRun build) throws IOException {
        try (Stream<Path> files = Files.walk(build.getRootDir().toPath())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(SECRET, "markerTokenOfTheBinding", "TC3-HMAC");
            }
        }
    }

    private List<String> signers(String action) {
        return atHand.weData.ledger().requests(action).stream()
                .map(request -> request.secretId())
                .toList();
    }

    private static TencentCloudApiKey key(String id) {
        return new TencentCloudApiKey(CredentialsScope.GLOBAL, id, null, KEY_ID, Secret.fromString(SECRET));
    }

    private static TencentCloudRole role(String id, String externalId) {
        TencentCloudRole role =
                new TencentCloudRole(CredentialsScope.GLOBAL, id, null, KEY_ID, Secret.fromString(SECRET), ARN);
        role.setExternalId(externalId);
        return role;
    }

    private static void root(Credentials credential) throws IOException {
        SystemCredentialsProvider.getInstance().getCredentials().add(credential);
        SystemCredentialsProvider.getInstance().save();
    }

    private static CredentialsStore store(ModelObject owner) {
        for (CredentialsStore store : CredentialsProvider.lookupStores(owner)) {
            if (store.getContext() == owner) {
                return store;
            }
        }
        throw new AssertionError("no store of " + owner);
    }

    private static String create(String name) {
        return "wedataCreateTask(" + WHO + "workflowId: '" + WORKFLOW + "', taskName: '" + name
                + "', taskType: 'SHELL', content: 'ls')";
    }

    private WorkflowRun run(String script) throws Exception {
        WorkflowJob job = jenkins.jenkins.getItemByFullName("release", WorkflowJob.class);
        return run(job == null ? jenkins.createProject(WorkflowJob.class, "release") : job, script);
    }

    private WorkflowRun run(WorkflowJob job, String script) throws Exception {
        job.setDefinition(new CpsFlowDefinition(script, true));
        return jenkins.waitForCompletion(job.scheduleBuild2(0).waitForStart());
    }
}
