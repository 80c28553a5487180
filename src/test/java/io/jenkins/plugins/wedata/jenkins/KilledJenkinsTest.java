package io.jenkins.plugins.wedata.jenkins;

import static io.jenkins.plugins.wedata.jenkins.WeDataAtHand.WHO;
import static io.jenkins.plugins.wedata.jenkins.WeDataAtHand.WORKFLOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsScope;
import io.jenkins.plugins.wedata.emulator.Fault;
import io.jenkins.plugins.wedata.emulator.Pace;
import io.jenkins.plugins.wedata.report.OperationsAction;
import java.time.Duration;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.flow.FlowDurabilityHint;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.job.properties.DurabilityHintJobProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.RealJenkinsExtension;

/** What becomes of a step when the controller's process is killed. WeData goes on meanwhile. */
class KilledJenkinsTest {

    @RegisterExtension
    private final RealJenkinsExtension jenkins = new RealJenkinsExtension();

    private WeDataAtHand atHand;

    @BeforeEach
    void start() throws Exception {
        atHand = new WeDataAtHand();
        atHand.weData.world().task(WORKFLOW, "20260302080000001", "load", 35);
        String endpoint = "io.jenkins.plugins.wedata.endpoint";
        jenkins.javaOptions("-D" + endpoint + "=" + System.getProperty(endpoint));
    }

    @AfterEach
    void stop() {
        atHand.close();
    }

    @ParameterizedTest
    @EnumSource(FlowDurabilityHint.class)
    void aBatchJobIsStartedOnceAndAWaitForItGoesOnWhereTheProgramDoes(FlowDurabilityHint durability) throws Throwable {
        atHand.weData.switches().pace(Pace.byTime(Duration.ZERO, Duration.ZERO, Duration.ofSeconds(15), Duration.ZERO));
        startAndKill(
                durability,
                "def r = wedataBatchVersion(" + WHO + "tasks: ['20260302080000001'])\necho \"OUT ${r.outcome}\"",
                "ListBatchDetail");
        assertEnd(durability, "OUT SUCCESS");
        assertThat(atHand.weData.ledger().deliveries("BatchCreateTaskVersionAsync"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(FlowDurabilityHint.class)
    void aCreationThatWasNotAnsweredIsLookedForAndNotSentAgain(FlowDurabilityHint durability) throws Throwable {
        atHand.weData.faults().add(Fault.parse("slow=50s:CreateTask:1"));
        startAndKill(
                durability,
                "def r = wedataCreateTask(" + WHO + "workflowId: '" + WORKFLOW
                        + "', taskName: 'clean', taskType: 35)\necho \"OUT ${r.created}\"",
                "CreateTask");
        assertEnd(durability, "OUT true");
        assertThat(atHand.weData.ledger().deliveries("CreateTask")).isEqualTo(1);
    }

    private void startAndKill(FlowDurabilityHint durability, String script, String untilCalled) throws Throwable {
        jenkins.startJenkins();
        jenkins.runRemotely(KilledJenkinsTest::begin, durability.name(), script);
        while (atHand.weData.ledger().deliveries(untilCalled) == 0) {
            Thread.onSpinWait();
        }
        jenkins.stopJenkinsForcibly();
        jenkins.startJenkins();
    }

    /** Pipeline ends what it can't go on with; what was started is then told on the build's page alone. */
    private void assertEnd(FlowDurabilityHint durability, String line) throws Throwable {
        String end = jenkins.runRemotely(KilledJenkinsTest::end);
        assertThat(end).contains("ROWS 1");
        if (durability.isPersistWithEveryStep()) {
            assertThat(end).contains("RESULT SUCCESS", line);
        } else {
            assertThat(end).contains("RESULT FAILURE").doesNotContain(line);
        }
    }

    private static void begin(JenkinsRule jenkins, String durability, String script) throws Throwable {
        WeDataAtHand.credential("release", CredentialsScope.GLOBAL);
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, "release");
        job.addProperty(new DurabilityHintJobProperty(FlowDurabilityHint.valueOf(durability)));
        job.setDefinition(new CpsFlowDefinition(script, true));
        job.scheduleBuild2(0).waitForStart();
    }

    private static String end(JenkinsRule jenkins) throws Throwable {
        WorkflowRun build = jenkins.waitForCompletion(
                jenkins.jenkins.getItemByFullName("release", WorkflowJob.class).getBuildByNumber(1));
        return "RESULT " + build.getResult() + "\nROWS "
                + build.getAction(OperationsAction.class).getOperations().size() + "\n" + JenkinsRule.getLog(build);
    }
}
