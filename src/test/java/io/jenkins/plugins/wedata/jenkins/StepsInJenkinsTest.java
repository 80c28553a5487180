package io.jenkins.plugins.wedata.jenkins;

import static io.jenkins.plugins.wedata.jenkins.WeDataAtHand.INTEGRATION_TASK;
import static io.jenkins.plugins.wedata.jenkins.WeDataAtHand.SECRET;
import static io.jenkins.plugins.wedata.jenkins.WeDataAtHand.WHO;
import static io.jenkins.plugins.wedata.jenkins.WeDataAtHand.WORKFLOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.model.Result;
import io.jenkins.plugins.wedata.emulator.JobEnd;
import io.jenkins.plugins.wedata.steps.AwaitJobStep;
import io.jenkins.plugins.wedata.steps.BatchVersionStep;
import io.jenkins.plugins.wedata.steps.CommitIntegrationStep;
import io.jenkins.plugins.wedata.steps.CreateTaskStep;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.structs.describable.ErrorType;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.graphanalysis.DepthFirstScanner;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The steps in a real Pipeline of a real Jenkins, against the built-in WeData over HTTP. */
@WithJenkins
class StepsInJenkinsTest {

    private JenkinsRule jenkins;
    private WeDataAtHand atHand;
    private StandardUsernamePasswordCredentials credential;

    @BeforeEach
    void start(JenkinsRule rule) throws Exception {
        jenkins = rule;
        atHand = new WeDataAtHand();
        credential = WeDataAtHand.credential("release", CredentialsScope.GLOBAL);
    }

    @AfterEach
    void stop() {
        atHand.close();
    }

    @Test
    void aPipelineCreatesCommitsMakesVersionsAndReadsTheResults() throws Exception {
        WorkflowRun build = run("""
                node {
                  writeFile file: 'sql/load.sql', text: 'select 1'
                  def task = wedataCreateTask(%1$s workflowId: '%2$s', taskName: 'load', taskType: 35,
                      contentFile: 'sql/load.sql', ext: [[key: 'a', value: 'b']])
                  def other = wedataCreateTask(%1$s workflowId: '%2$s', taskName: 'clean', taskType: 'SHELL')
                  def commit = wedataCommitIntegration(%1$s taskId: '%3$s', commitType: 'START', waitUntilRunning: true)
                  def batch = wedataBatchVersion(%1$s tasks: [task.taskId, [taskId: other.taskId, remark: "v ${1}"]])
                  echo "OUT ${task.created} ${commit.outcome} ${batch.outcome} ${batch.succeeded.size()} ${batch.jobId}"
                }
                """.formatted(WHO, WORKFLOW, INTEGRATION_TASK));
        jenkins.assertBuildStatusSuccess(build);
        jenkins.assertLogContains("OUT true RUNNING SUCCESS 2", build);
        assertThat(atHand.weData.ledger().effects("CreateTaskNew")).isEqualTo(1);
        assertThat(atHand.weData.ledger().effects("CreateTask")).isEqualTo(1);
        assertThat(atHand.weData.ledger().effects("BatchCreateTaskVersionAsync"))
                .isEqualTo(1);
        assertThat(remarks())
                .anyMatch(remark -> remark.contains("job/release/1/ [wedata release#1."))
                .anyMatch(remark -> remark.startsWith("v 1 [wedata release#1."));
    }

    @Test
    void declarativePipelinesCallTheStepsToo() throws Exception {
        WorkflowRun build = run("""
                pipeline {
                  agent any
                  stages {
                    stage('Task') {
                      steps {
                        wedataCreateTask(%s workflowId: '%s', taskName: 'load', taskType: 'SHELL', content: 'ls')
                      }
                    }
                  }
                }
                """.formatted(WHO, WORKFLOW));
        jenkins.assertBuildStatusSuccess(build);
        assertThat(atHand.weData.world().tasksNamed("load")).hasSize(1);
    }

    @Test
    void anUnknownParameterEndsTheStepAndNothingIsSent() throws Exception {
        WorkflowRun build =
                run("wedataCreateTask(" + WHO + " workflowId: 'w', taskName: 'n', taskType: 35, taskNme: 'x')");
        jenkins.assertBuildStatus(Result.FAILURE, build);
        jenkins.assertLogContains("wedataCreateTask: unknown parameter 'taskNme'; known are: ", build);
        assertThat(atHand.weData.ledger().requests()).isEmpty();
    }

    @Test
    void anUnknownKeyOfAStructureEndsTheStep() throws Exception {
        WorkflowRun build = run("wedataBatchVersion(" + WHO + " tasks: [[id: '1']])");
        jenkins.assertBuildStatus(Result.FAILURE, build);
        jenkins.assertLogContains("VersionTask: unknown parameter 'id'; known are: folderId, remark, taskId", build);
    }

    @Test
    void everyWrongValueIsInOneMessageWithoutAStackTrace() throws Exception {
        WorkflowRun build = run("wedataCreateTask(projectId: '', workflowId: '', taskName: 'n', taskType: 'SHEL')");
        jenkins.assertBuildStatus(Result.FAILURE, build);
        jenkins.assertLogContains("ERROR: wedataCreateTask: 5 values are wrong", build);
        jenkins.assertLogContains("taskType: 'SHEL' is not valid; give a number or one of", build);
        jenkins.assertLogNotContains("\tat ", build);
    }

    @Test
    void aCredentialThatIsNotThereOrOfSystemScopeIsNamed() throws Exception {
        WeDataAtHand.credential("of-the-system", CredentialsScope.SYSTEM);
        for (String id : List.of("nobody", "of-the-system")) {
            WorkflowRun build = run(create("load").replace("'release'", "'" + id + "'"));
            jenkins.assertBuildStatus(Result.FAILURE, build);
            jenkins.assertLogContains("credentialsId: '" + id + "' is not valid", build);
            jenkins.assertLogContains("it is not found here, or of SYSTEM scope", build);
        }
    }

    @Test
    void theUseOfACredentialIsTracked() throws Exception {
        jenkins.assertBuildStatusSuccess(run(create("load")));
        assertThat(CredentialsProvider.getFingerprintOf(credential)).isNotNull();
    }

    @Test
    void noSecretIsInTheLogOrAnywhereElseInTheBuild() throws Exception {
        atHand.weData.switches().jobEnd(JobEnd.RUNNING);
        WorkflowRun build = start(batch("batch"));
        jenkins.waitForMessage("RUNNING", build);
        try (Stream<Path> files = Files.walk(build.getRootDir().toPath())) {
            assertThat(files.filter(Files::isRegularFile).toList())
                    .isNotEmpty()
                    .noneMatch(file -> read(file).contains(SECRET));
        }
        build.getExecutor().interrupt();
        jenkins.waitForCompletion(build);
        jenkins.assertLogNotContains(SECRET, build);
        jenkins.assertLogNotContains("TC3-HMAC", build);
    }

    @Test
    void aFileOutsideTheWorkspaceIsRefused() throws Exception {
        WorkflowRun build = run("node { writeFile file: 'here', text: ''; "
                + create("load").replace("content: 'ls'", "contentFile: '../../secrets/master.key'") + " }");
        jenkins.assertBuildStatus(Result.FAILURE, build);
        jenkins.assertLogContains("contentFile: '../../secrets/master.key' is not valid", build);
        jenkins.assertLogContains("lies outside the workspace", build);
    }

    @Test
    void aFileNeedsAWorkspaceAndMustBeThere() throws Exception {
        WorkflowRun without = run(create("load").replace("content: 'ls'", "contentFile: 'load.sql'"));
        jenkins.assertLogContains("needs a workspace: run the step inside node", without);
        WorkflowRun missing =
                run("node { " + create("load").replace("content: 'ls'", "contentFile: 'load.sql'") + " }");
        jenkins.assertLogContains("does not exist below", missing);
        assertThat(atHand.weData.ledger().requests()).isEmpty();
    }

    @Test
    void aPartialSuccessMarksBuildAndStepUnstable() throws Exception {
        atHand.weData.switches().jobEnd(JobEnd.PART_SUCCESS);
        WorkflowRun build = run("def r = " + batch("batch").replace("wait: true", "onPartial: 'UNSTABLE'")
                + "\necho \"OUT ${r.outcome} ${r.failed[0].reason}\"");
        jenkins.assertBuildStatus(Result.UNSTABLE, build);
        jenkins.assertLogContains("OUT PART_SUCCESS", build);
        assertThat(new DepthFirstScanner().allNodes(build.getExecution()))
                .anyMatch(node -> node.getPersistentAction(WarningAction.class) != null
                        && node.getDisplayFunctionName().equals("wedataBatchVersion"));
    }

    @Test
    void aFailureCanBeCaughtAndItsMessageRead() throws Exception {
        atHand.weData.world().task(WORKFLOW, "20260302080000001", "load", 35);
        WorkflowRun build = run("try { " + create("load") + " } catch (e) { echo \"CAUGHT ${e.message}\" }");
        jenkins.assertBuildStatusSuccess(build);
        jenkins.assertLogContains("CAUGHT Task 'load' is there already in workflow " + WORKFLOW, build);
    }

    @Test
    void anAbortedBuildEndsAtOnceAndSaysWhatGoesOn() throws Exception {
        atHand.weData.switches().jobEnd(JobEnd.RUNNING);
        WorkflowRun build = start(batch("batch"));
        jenkins.waitForMessage("RUNNING", build);
        build.getExecutor().interrupt();
        jenkins.waitForCompletion(build);
        jenkins.assertBuildStatus(Result.ABORTED, build);
        jenkins.assertLogContains("Given up. Batch job", build);
        jenkins.assertLogContains("wedataAwaitJob(jobId: ", build);
    }

    @Test
    void theTimeoutStepEndsAWait() throws Exception {
        atHand.weData.switches().jobEnd(JobEnd.RUNNING);
        WorkflowRun build = run("timeout(time: 3, unit: 'SECONDS') { " + batch("batch") + " }");
        jenkins.assertBuildStatus(Result.ABORTED, build);
        jenkins.assertLogContains("Given up. Batch job", build);
    }

    @Test
    void everyParameterIsOfAKindThatFormsAndSnippetsKnow() {
        for (Class<?> step : List.of(
                CreateTaskStep.class, CommitIntegrationStep.class, BatchVersionStep.class, AwaitJobStep.class)) {
            assertThat(new DescribableModel<>(step).getParameters())
                    .isNotEmpty()
                    .noneMatch(parameter -> parameter.getType() instanceof ErrorType);
        }
    }

    private List<String> remarks() {
        return atHand.weData.world().tasks().stream()
                .flatMap(task -> atHand.weData.world().versions(task.taskId()).stream())
                .map(version -> version.versionRemark())
                .toList();
    }

    private static String create(String name) {
        return "wedataCreateTask(" + WHO + "workflowId: '" + WORKFLOW + "', taskName: '" + name
                + "', taskType: 'SHELL', content: 'ls')";
    }

    private String batch(String name) {
        atHand.weData.world().task(WORKFLOW, "20260302080000001", name, 35);
        atHand.weData.world().task(WORKFLOW, "20260302080000002", name + "_2", 35);
        return "wedataBatchVersion(" + WHO + "tasks: ['20260302080000001', 20260302080000002], wait: true)";
    }

    private WorkflowRun run(String script) throws Exception {
        return jenkins.waitForCompletion(start(script));
    }

    private WorkflowRun start(String script) throws Exception {
        WorkflowJob job = jenkins.jenkins.getItemByFullName("release", WorkflowJob.class);
        if (job == null) {
            job = jenkins.createProject(WorkflowJob.class, "release");
        }
        job.setDefinition(new CpsFlowDefinition(script, true));
        return job.scheduleBuild2(0).waitForStart();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new AssertionError(file.toString(), e);
        }
    }
}
