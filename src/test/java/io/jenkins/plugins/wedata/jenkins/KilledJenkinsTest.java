package io.jenkins.plugins.wedata.jenkins;

import static io.jenkins.plugins.wedata.jenkins.WeDataAtHand.WHO;
import static io.jenkins.plugins.wedata.jenkins.WeDataAtHand.WORKFLOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsScope;
import hudson.ExtensionList;
import io.jenkins.plugins.wedata.emulator.Fault;
import io.jenkins.plugins.wedata.emulator.Pace;
import io.jenkins.plugins.wedata.journal.JournalReader;
import io.jenkins.plugins.wedata.journal.OperationTable;
import io.jenkins.plugins.wedata.report.OperationsAction;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.flow.FlowDurabilityHint;
import org.jenkinsci.plugins.workflow.flow.GraphListener;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.job.properties.DurabilityHintJobProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.RealJenkinsExtension;

/**
 * What becomes of a step when the controller's process is killed. WeData goes on meanwhile. One Jenkins is killed under
 * builds of every durability at once.
 */
class KilledJenkinsTest {

    private static final int ALL = FlowDurabilityHint.values().length;
    private static final List<FlowDurabilityHint> PERSISTED = Stream.of(FlowDurabilityHint.values())
            .filter(FlowDurabilityHint::isPersistWithEveryStep)
            .toList();
    private static final Duration QUIET = Duration.ofSeconds(4);
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final String CREATE = "def r = wedataCreateTask(" + WHO + "workflowId: '" + WORKFLOW
            + "', taskName: 'clean%d', taskType: 35)\necho \"OUT ${r.created}\"";

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
        startAndKill(CREATE, () -> atHand.weData.ledger().deliveries("CreateTask") == ALL);
        for (FlowDurabilityHint durability : FlowDurabilityHint.values()) {
            assertEnd(durability, "OUT true");
        }
        assertThat(atHand.weData.ledger().deliveries("CreateTask")).isEqualTo(ALL);
    }

    @Test
    void whatIsKilledBeforeItsWriteBeginsAnewAndWritesOnce() throws Throwable {
        atHand.weData.faults().add(Fault.parse("slow=50s:DescribeBatchOperateTask:" + ALL));
        startAndKill(CREATE, () -> atHand.weData.ledger().deliveries("DescribeBatchOperateTask") == ALL);
        for (FlowDurabilityHint durability : FlowDurabilityHint.values()) {
            assertEnd(durability, "OUT true");
        }
        assertThat(atHand.weData.ledger().deliveries("CreateTask")).isEqualTo(PERSISTED.size());
    }

    @Test
    void aResultThatTheScriptHasNotHeardIsHandedOverWithoutACall() throws Throwable {
        jenkins.startJenkins();
        jenkins.runRemotely(KilledJenkinsTest::deafen);
        beginAndKill(CREATE, () -> Stream.of(FlowDurabilityHint.values()).allMatch(this::hasEnded));
        int calls = atHand.weData.ledger().requests().size();
        jenkins.startJenkins();
        for (FlowDurabilityHint durability : FlowDurabilityHint.values()) {
            assertEnd(durability, "OUT true", "This step had ended before the restart");
        }
        assertThat(atHand.weData.ledger().requests()).hasSize(calls);
        assertThat(atHand.weData.ledger().deliveries("CreateTask")).isEqualTo(ALL);
    }

    /** As when the machine has lost what was saved last: all of the build but its journal is as it was before the step. */
    @Test
    void aStepThatIsStartedAgainGoesOnWithWhatItWroteBefore(@TempDir Path folder) throws Throwable {
        atHand.weData.faults().add(Fault.parse("slow=50s:CreateTask:" + ALL));
        jenkins.startJenkins();
        jenkins.runRemotely(KilledJenkinsTest::begin, "sleep 30\n" + CREATE);
        for (FlowDurabilityHint durability : PERSISTED) {
            until(() -> isAsleepAndSaved(durability));
            FileUtils.copyDirectory(
                    build(durability), folder.resolve(durability.name()).toFile());
        }
        assertThat(atHand.weData.ledger().requests())
                .as("made before the builds were copied")
                .isEmpty();
        until(() -> atHand.weData.ledger().deliveries("CreateTask") == ALL);
        jenkins.stopJenkinsForcibly();
        for (FlowDurabilityHint durability : PERSISTED) {
            for (File file : build(durability).listFiles((parent, name) -> !name.equals("wedata"))) {
                FileUtils.forceDelete(file);
            }
            FileUtils.copyDirectory(folder.resolve(durability.name()).toFile(), build(durability));
        }
        jenkins.startJenkins();
        for (FlowDurabilityHint durability : FlowDurabilityHint.values()) {
            assertEnd(durability, "OUT true", "was not answered, but it is there");
        }
        assertThat(atHand.weData.ledger().deliveries("CreateTask")).isEqualTo(ALL);
    }

    private void startAndKill(String script, BooleanSupplier everyBuildIsThere) throws Throwable {
        jenkins.startJenkins();
        beginAndKill(script, everyBuildIsThere);
        jenkins.startJenkins();
    }

    private void beginAndKill(String script, BooleanSupplier everyBuildIsThere) throws Throwable {
        jenkins.runRemotely(KilledJenkinsTest::begin, script);
        until(everyBuildIsThere);
        jenkins.stopJenkinsForcibly();
    }

    private void until(BooleanSupplier isSo) {
        long began = System.nanoTime();
        while (!isSo.getAsBoolean()) {
            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .as("arrived so far: " + atHand.weData.ledger().deliveries())
                    .isLessThan(LONGEST);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private File build(FlowDurabilityHint durability) {
        return new File(jenkins.getHome(), "jobs/" + durability.name() + "/builds/1");
    }

    /** Its program is on the disk, and so is all else: nothing of the build has been written for a while. */
    private boolean isAsleepAndSaved(FlowDurabilityHint durability) {
        File build = build(durability);
        long quiet = System.currentTimeMillis() - QUIET.toMillis();
        try {
            return Files.exists(build.toPath().resolve("program.dat"))
                    && Files.readString(build.toPath().resolve("log")).contains("Sleeping for")
                    && FileUtils.listFiles(build, null, true).stream().allMatch(file -> file.lastModified() < quiet);
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    private boolean hasEnded(FlowDurabilityHint durability) {
        OperationTable table = new OperationTable();
        try {
            new JournalReader().read(build(durability).toPath().resolve("wedata/journal"), table::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table.rows().stream().anyMatch(row -> row.ended() != null);
    }

    /** From now on no Pipeline gets any further than to its {@code echo}: what a step has come to is never saved. */
    private static void deafen(JenkinsRule jenkins) {
        ExtensionList.lookup(GraphListener.class).add(new Deaf());
    }

    private static final class Deaf implements GraphListener.Synchronous {

        @Override
        public void onNewHead(FlowNode node) {
            while ("echo".equals(node.getDisplayFunctionName())) {
                LockSupport.park();
            }
        }
    }

    /** Pipeline ends what it can't go on with; what was started is then told on the build's page, and to the next build. */
    private void assertEnd(FlowDurabilityHint durability, String... lines) throws Throwable {
        String end = jenkins.runRemotely(KilledJenkinsTest::end, durability.name());
        assertThat(end).contains("ROWS 1");
        if (durability.isPersistWithEveryStep()) {
            assertThat(end).contains("RESULT SUCCESS").contains(lines);
        } else {
            assertThat(end).contains("RESULT FAILURE").doesNotContain(lines[0]);
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
                + OperationsAction.operationsOf(build).size() + "\n" + JenkinsRule.getLog(build);
    }
}
