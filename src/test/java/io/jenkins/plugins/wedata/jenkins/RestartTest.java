package io.jenkins.plugins.wedata.jenkins;

import static io.jenkins.plugins.wedata.jenkins.WeDataAtHand.WHO;
import static io.jenkins.plugins.wedata.jenkins.WeDataAtHand.WORKFLOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsScope;
import io.jenkins.plugins.wedata.emulator.Fault;
import io.jenkins.plugins.wedata.emulator.Pace;
import java.time.Duration;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

/** What a restart of Jenkins does to a step that is under way. WeData goes on meanwhile. */
class RestartTest {

    @RegisterExtension
    private final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    private WeDataAtHand atHand;

    @BeforeEach
    void start() throws Exception {
        atHand = new WeDataAtHand();
        atHand.weData.world().task(WORKFLOW, "20260302080000001", "load", 35);
    }

    @AfterEach
    void stop() {
        atHand.close();
    }

    @Test
    void aWaitForABatchJobGoesOnAndTheJobIsStartedOnce() throws Throwable {
        atHand.weData.switches().pace(Pace.byTime(Duration.ZERO, Duration.ZERO, Duration.ofSeconds(15), Duration.ZERO));
        sessions.then(jenkins -> {
            WorkflowRun build = start(
                    jenkins,
                    "def r = wedataBatchVersion(" + WHO + "tasks: ['20260302080000001'])\necho \"OUT ${r.outcome}\"");
            jenkins.waitForMessage("RUNNING", build);
        });
        sessions.then(jenkins -> {
            WorkflowRun build = jenkins.waitForCompletion(theBuild(jenkins));
            jenkins.assertBuildStatusSuccess(build);
            jenkins.assertLogContains("OUT SUCCESS", build);
        });
        assertThat(atHand.weData.ledger().deliveries("BatchCreateTaskVersionAsync"))
                .isEqualTo(1);
    }

    @Test
    void aCreateWhoseReplyIsOutstandingIsLookedForAndNotSentAgain() throws Throwable {
        atHand.weData.faults().add(Fault.parse("slow=50s:CreateTask:1"));
        sessions.then(jenkins -> {
            WorkflowRun build = start(
                    jenkins,
                    "def r = wedataCreateTask(" + WHO + "workflowId: '" + WORKFLOW
                            + "', taskName: 'clean', taskType: 35)\necho \"OUT ${r.created}\"");
            jenkins.waitForMessage("Creating task 'clean'", build);
            while (atHand.weData.ledger().effects("CreateTask") == 0) {
                Thread.onSpinWait();
            }
        });
        sessions.then(jenkins -> {
            WorkflowRun build = jenkins.waitForCompletion(theBuild(jenkins));
            jenkins.assertBuildStatusSuccess(build);
            jenkins.assertLogContains("was not answered, but it is there", build);
            jenkins.assertLogContains("OUT true", build);
        });
        assertThat(atHand.weData.ledger().deliveries("CreateTask")).isEqualTo(1);
    }

    private static WorkflowRun start(JenkinsRule jenkins, String script) throws Exception {
        WeDataAtHand.credential("release", CredentialsScope.GLOBAL);
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, "release");
        job.setDefinition(new CpsFlowDefinition(script, true));
        return job.scheduleBuild2(0).waitForStart();
    }

    private static WorkflowRun theBuild(JenkinsRule jenkins) {
        return jenkins.jenkins.getItemByFullName("release", WorkflowJob.class).getBuildByNumber(1);
    }
}
