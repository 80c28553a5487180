package io.jenkins.plugins.wedata.jenkins;

import static io.jenkins.plugins.wedata.jenkins.WeDataAtHand.WHO;
import static io.jenkins.plugins.wedata.jenkins.WeDataAtHand.WORKFLOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsScope;
import io.jenkins.plugins.wedata.emulator.Fault;
import io.jenkins.plugins.wedata.emulator.Pace;
import io.jenkins.plugins.wedata.report.OperationsAction;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.flow.FlowDurabilityHint;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.job.properties.DurabilityHintJobProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.RealJenkinsExtension;

/**
 * What becomes of a step when the controller's process is killed. WeData goes on meanwhile. One Jenkins is killed under
 * builds of every durability at once.
 */
class KilledJenkinsTest {

    private static final int ALL = FlowDurabilityHint.values().length;
    private static final Duration LONGEST = Duration.ofMinutes(2);

    @RegisterExtension
    private final RealJenkinsExtension jenkins = new RealJenkinsExtension();

    private WeDataAtHand atHand;

    @BeforeEach
    void start() throws Exception {
        atHand = new WeDataAtHand();
        String endpoint = "io.jenkins.plugins.wedata.endpoint";
        jenkins.javaOptions("-D" + endpoint + "=" + System.getProperty(endpoint));
    }

    @AfterEach
    void stop() {
        atHand.close();
    }

    @Test
    void aBatchJobIsStartedOnceAndAWaitForItGoesOnInItsProgramOrInTheNextBuild() throws Throwable {
        atHand.weData.switches().pace(Pace.byTime(Duration.ZERO, Duration.ZERO, Duration.ofSeconds(25), Duration.ZERO));
        for (FlowDurabilityHint durability : FlowDurabilityHint.values()) {
            atHand.weData.world().task(WORKFLOW, "2026030208000000" + durability.ordinal(), durability.name(), 35);
        }
        startAndKill(
                "def r = wedataBatchVersion(" + WHO + "tasks: ['2026030208000000%d'])\necho \"OUT ${r.outcome}\"",
                () -> atHand.weData.ledger().requests("ListBatchDetail").stream()
                                .map(look -> look.body().toString())
                                .distinct()
                                .count()
                        == ALL);
        for (FlowDurabilityHint durability : FlowDurabilityHint.values()) {
            assertEnd(durability, "OUT SUCCESS");
            if (!durability.isPersistWithEveryStep()) {
                assertThat(jenkins.runRemotely(KilledJenkinsTest::goOn, durability.name()))
                        .contains("RESULT SUCCESS", "1 batch job to wait for", "OUT SUCCESS 1");
            }
        }
        assertThat(atHand.weData.ledger().deliveries("BatchCreateTaskVersionAsync"))
                .isEqualTo(ALL);
    }

    @Test
    void aCreationThatWasNotAnsweredIsLookedForAndNotSentAgain() throws Throwable {
        atHand.weData.faults().add(Fault.parse("slow=50s:CreateTask:" + ALL));
        startAndKill(
                "def r = wedataCreateTask(" + WHO + "workflowId: '" + WORKFLOW
                        + "', taskName: 'clean%d', taskType: 35)\necho \"OUT ${r.created}\"",
                () -> atHand.weData.ledger().deliveries("CreateTask") == ALL);
        for (FlowDurabilityHint durability : FlowDurabilityHint.values()) {
            assertEnd(durability, "OUT true");
        }
        assertThat(atHand.weData.ledger().deliveries("CreateTask")).isEqualTo(ALL);
    }

    private void startAndKill(String script, BooleanSupplier everyBuildIsThere) throws Throwable {
        jenkins.startJenkins();
        jenkins.runRemotely(KilledJenkinsTest::begin, script);
        long began = System.nanoTime();
        while (!everyBuildIsThere.getAsBoolean()) {
            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .as("arrived so far: " + atHand.weData.ledger().deliveries())
                    .isLessThan(LONGEST);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        jenkins.stopJenkinsForcibly();
        jenkins.startJenkins();
    }

    /** Pipeline ends what it can't go on with; what was started is then told on the build's page, and to the next build. */
    private void assertEnd(FlowDurabilityHint durability, String line) throws Throwable {
        String end = jenkins.runRemotely(KilledJenkinsTest::end, durability.name());
        assertThat(end).contains("ROWS 1");
        if (durability.isPersistWithEveryStep()) {
            assertThat(end).contains("RESULT SUCCESS", line);
        } else {
            assertThat(end).contains("RESULT FAILURE").doesNotContain(line);
        }
    }

    private static void begin(JenkinsRule jenkins, String script) throws Throwable {
        WeDataAtHand.credential("release", CredentialsScope.GLOBAL);
        for (FlowDurabilityHint durability : FlowDurabilityHint.values()) {
            WorkflowJob job = jenkins.createProject(WorkflowJob.class, durability.name());
            job.addProperty(new DurabilityHintJobProperty(durability));
            job.setDefinition(new CpsFlowDefinition(script.formatted(durability.ordinal()), true));
        }
        for (FlowDurabilityHint durability : FlowDurabilityHint.values()) {
            job(jenkins, durability.name()).scheduleBuild2(0).waitForStart();
        }
    }

    private static String end(JenkinsRule jenkins, String durability) throws Throwable {
        return told(jenkins.waitForCompletion(job(jenkins, durability).getBuildByNumber(1)));
    }

    private static String goOn(JenkinsRule jenkins, String durability) throws Throwable {
        WorkflowJob job = job(jenkins, durability);
        job.setDefinition(new CpsFlowDefinition(
                "def r = wedataAwaitJob(fromBuild: '1')\necho \"OUT ${r.outcome} ${r.succeeded.size()}\"", true));
        return told(jenkins.waitForCompletion(job.scheduleBuild2(0).waitForStart()));
    }

    private static WorkflowJob job(JenkinsRule jenkins, String name) {
        return jenkins.jenkins.getItemByFullName(name, WorkflowJob.class);
    }

    private static String told(WorkflowRun build) throws Exception {
        return "RESULT " + build.getResult() + "\nROWS "
                + build.getAction(OperationsAction.class).getOperations().size() + "\n" + JenkinsRule.getLog(build);
    }
}
