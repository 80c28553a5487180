package io.jenkins.plugins.wedata.jenkins;

import static io.jenkins.plugins.wedata.jenkins.WeDataAtHand.WHO;
import static io.jenkins.plugins.wedata.jenkins.WeDataAtHand.WORKFLOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.hudson.plugins.folder.Folder;
import com.cloudbees.plugins.credentials.CredentialsScope;
import hudson.model.Computer;
import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Item;
import hudson.model.Result;
import hudson.model.User;
import hudson.security.ACL;
import hudson.security.ACLContext;
import hudson.util.FormValidation;
import io.jenkins.plugins.wedata.builders.AwaitJobBuilder;
import io.jenkins.plugins.wedata.emulator.Pace;
import io.jenkins.plugins.wedata.steps.AwaitJobStep;
import java.time.Duration;
import java.util.List;
import jenkins.model.Jenkins;
import jenkins.security.QueueItemAuthenticatorConfiguration;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.MockQueueItemAuthenticator;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Which builds a build may go on from, how they are named, and who may. */
@WithJenkins
class FromBuildTest {

    private static final String NOT_THERE =
            "is not valid; give the number of a build of this job, the address of a build"
                    + " in this Jenkins, or a job's full name, # and a number: of a build that is there and may be seen from here";

    private JenkinsRule jenkins;
    private WeDataAtHand atHand;
    private WorkflowJob theirs;

    @BeforeEach
    void start(JenkinsRule rule) throws Exception {
        jenkins = rule;
        atHand = new WeDataAtHand();
        atHand.weData.world().task(WORKFLOW, "20260302080000001", "load", 35);
        atHand.weData.switches().pace(Pace.byTime(Duration.ZERO, Duration.ZERO, Duration.ofSeconds(5), Duration.ZERO));
        WeDataAtHand.credential("release", CredentialsScope.GLOBAL);
        theirs = jenkins.createProject(Folder.class, "data team").createProject(WorkflowJob.class, "nightly run");
        theirs.setDefinition(new CpsFlowDefinition(
                "wedataBatchVersion(" + WHO + "tasks: ['20260302080000001'], wait: false)", true));
    }

    @AfterEach
    void stop() {
        atHand.close();
    }

    @Test
    void aBuildIsNamedByItsAddressOrItsJobAndNumberOrItsNumber() throws Exception {
        WorkflowRun build = jenkins.buildAndAssertSuccess(theirs);
        for (String name : List.of(
                jenkins.getURL() + build.getUrl(),
                jenkins.getURL() + build.getUrl() + "console",
                build.getExternalizableId(),
                "/data team/nightly run#1")) {
            WorkflowRun next = goOn("release " + Integer.toHexString(name.hashCode()), name);
            jenkins.assertBuildStatusSuccess(next);
            jenkins.assertLogContains("Going on from build data team/nightly run#1: 1 batch job to wait for", next);
            jenkins.assertLogContains("OUT SUCCESS", next);
        }
        theirs.setDefinition(new CpsFlowDefinition("echo wedataAwaitJob(fromBuild: 1).outcome", true));
        jenkins.assertLogContains("SUCCESS", jenkins.buildAndAssertSuccess(theirs));
        assertThat(atHand.weData.ledger().deliveries("BatchCreateTaskVersionAsync"))
                .isEqualTo(1);
    }

    @Test
    void whatNamesNoBuildOfThisJenkinsIsToldBeforeAnyCall() throws Exception {
        jenkins.buildAndAssertSuccess(theirs);
        int calls = atHand.weData.ledger().requests().size();
        for (String name : List.of(
                "200",
                "no",
                "-1",
                "0",
                "99999999999999999999",
                "data team/nightly run",
                "data team/nightly run#2",
                "data team#1",
                "../data team/nightly run#1",
                "nightly run#1",
                jenkins.getURL() + "job/data%20team/job/nightly%20run/",
                jenkins.getURL() + "job/data%20team/job/nightly%20run/lastBuild/",
                jenkins.getURL() + "job/data%20team/job/nightly%zz/1/",
                jenkins.getURL() + "../job/x/1",
                jenkins.getURL() + "job/a/".repeat(10_000) + "1",
                "http://169.254.169.254/job/data%20team/job/nightly%20run/1/",
                "https://jenkins.example.org/job/release/1/",
                "//jenkins.example.org/job/release#1",
                "file:///etc/passwd#1")) {
            WorkflowRun build = goOn("release", name);
            jenkins.assertBuildStatus(Result.FAILURE, build);
            jenkins.assertLogContains("fromBuild: '", build);
            jenkins.assertLogContains(NOT_THERE, build);
        }
        assertThat(atHand.weData.ledger().requests()).hasSize(calls);
    }

    @Test
    void aBuildThatMayNotBeSeenIsAsGoodAsNone() throws Exception {
        jenkins.buildAndAssertSuccess(theirs);
        asUsers();
        String there = log("hidden", "data team/nightly run#1", "outsider");
        String gone = log("hidden", "data team/nightly run#2", "outsider");
        String neverWas = log("hidden", "data team/nobody's#1", "outsider");
        assertThat(there).contains("'data team/nightly run#1' " + NOT_THERE);
        assertThat(gone).contains("'data team/nightly run#2' " + NOT_THERE);
        assertThat(neverWas).contains("'data team/nobody's#1' " + NOT_THERE);
        assertThat(log("discovered", "data team/nightly run#1", "discoverer")).contains(NOT_THERE);
        assertThat(log("seen", "data team/nightly run#1", "insider")).contains("OUT SUCCESS");
    }

    @Test
    void aFreestyleBuildMaySeeWhatItsUserMay() throws Exception {
        jenkins.buildAndAssertSuccess(theirs);
        asUsers();
        FreeStyleProject project = jenkins.createFreeStyleProject("freestyle");
        AwaitJobStep step = new AwaitJobStep(null);
        step.setFromBuild("data team/nightly run#1");
        project.getBuildersList().add(new AwaitJobBuilder(step));
        authenticated("freestyle", "outsider");
        FreeStyleBuild refused = project.scheduleBuild2(0).get();
        jenkins.assertBuildStatus(Result.FAILURE, refused);
        jenkins.assertLogContains(NOT_THERE, refused);
        authenticated("freestyle", "insider");
        FreeStyleBuild allowed = jenkins.buildAndAssertSuccess(project);
        jenkins.assertLogContains("Going on from build data team/nightly run#1: 1 batch job to wait for", allowed);
    }

    @Test
    void aFormTellsNobodyMoreThanABuildWould() throws Exception {
        jenkins.buildAndAssertSuccess(theirs);
        asUsers();
        WorkflowJob ours = jenkins.createProject(WorkflowJob.class, "ours");
        AwaitJobStep.DescriptorImpl form = jenkins.jenkins.getDescriptorByType(AwaitJobStep.DescriptorImpl.class);
        try (ACLContext asOutsider = ACL.as2(User.getById("outsider", true).impersonate2())) {
            assertThat(form.doCheckFromBuild(ours, "data team/nightly run#1").getMessage())
                    .contains("may be seen from here");
            assertThat(form.doCheckFromBuild(ours, "data team/nightly run#2").getMessage())
                    .contains("may be seen from here");
            assertThat(form.doCheckFromBuild(null, "data team/nightly run#2").kind)
                    .isEqualTo(FormValidation.Kind.OK);
        }
        try (ACLContext asInsider = ACL.as2(User.getById("insider", true).impersonate2())) {
            assertThat(form.doCheckFromBuild(ours, "data team/nightly run#1").kind)
                    .isEqualTo(FormValidation.Kind.OK);
            assertThat(form.doCheckFromBuild(ours, "data team/nightly run#2").kind)
                    .isEqualTo(FormValidation.Kind.ERROR);
        }
        assertThat(atHand.weData.ledger().deliveries("ListBatchDetail")).isZero();
    }

    /** Everybody may build anything of ours, and only an insider sees the job of theirs. */
    private void asUsers() {
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ, Item.CONFIGURE, Computer.BUILD)
                .everywhere()
                .to("outsider", "discoverer", "insider")
                .grant(Item.DISCOVER)
                .everywhere()
                .to("discoverer")
                .grant(Item.READ)
                .everywhere()
                .to("insider"));
    }

    private void authenticated(String job, String user) throws Exception {
        QueueItemAuthenticatorConfiguration.get()
                .getAuthenticators()
                .replaceBy(List.of(new MockQueueItemAuthenticator()
                        .authenticate(job, User.getById(user, true).impersonate2())));
    }

    private String log(String job, String fromBuild, String user) throws Exception {
        authenticated(job, user);
        return JenkinsRule.getLog(goOn(job, fromBuild));
    }

    private WorkflowRun goOn(String name, String fromBuild) throws Exception {
        WorkflowJob job = jenkins.jenkins.getItemByFullName(name, WorkflowJob.class);
        if (job == null) {
            job = jenkins.createProject(WorkflowJob.class, name);
        }
        job.setDefinition(new CpsFlowDefinition(
                "def r = wedataAwaitJob(fromBuild: '''" + fromBuild + "''')\necho \"OUT ${r.outcome}\"", true));
        return jenkins.waitForCompletion(job.scheduleBuild2(0).waitForStart());
    }
}
