package io.jenkins.plugins.wedata.jenkins;

import static io.jenkins.plugins.wedata.jenkins.WeDataAtHand.INTEGRATION_TASK;
import static io.jenkins.plugins.wedata.jenkins.WeDataAtHand.PROJECT;
import static io.jenkins.plugins.wedata.jenkins.WeDataAtHand.SECRET;
import static io.jenkins.plugins.wedata.jenkins.WeDataAtHand.WORKFLOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cloudbees.hudson.plugins.folder.Folder;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.CredentialsStore;
import com.cloudbees.plugins.credentials.domains.Domain;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.EnvVars;
import hudson.ExtensionList;
import hudson.Util;
import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.ParameterDefinition;
import hudson.model.ParametersDefinitionProperty;
import hudson.model.PasswordParameterDefinition;
import hudson.model.Result;
import hudson.model.StringParameterDefinition;
import io.jenkins.plugins.wedata.builders.AwaitJobBuilder;
import io.jenkins.plugins.wedata.builders.BatchVersionBuilder;
import io.jenkins.plugins.wedata.builders.CommitIntegrationBuilder;
import io.jenkins.plugins.wedata.builders.CreateIntegrationTaskBuilder;
import io.jenkins.plugins.wedata.builders.CreateTaskBuilder;
import io.jenkins.plugins.wedata.builders.CreateTriggerTaskBuilder;
import io.jenkins.plugins.wedata.connection.ConnectionSite;
import io.jenkins.plugins.wedata.connection.WeDataConnection;
import io.jenkins.plugins.wedata.connection.WeDataGlobalConfiguration;
import io.jenkins.plugins.wedata.emulator.JobEnd;
import io.jenkins.plugins.wedata.environment.BuildVariables;
import io.jenkins.plugins.wedata.steps.AwaitJobStep;
import io.jenkins.plugins.wedata.steps.BatchVersionStep;
import io.jenkins.plugins.wedata.steps.CommitIntegrationStep;
import io.jenkins.plugins.wedata.steps.CreateIntegrationTaskStep;
import io.jenkins.plugins.wedata.steps.CreateTaskStep;
import io.jenkins.plugins.wedata.steps.CreateTriggerTaskStep;
import io.jenkins.plugins.wedata.steps.TriggerTaskBaseAttribute;
import io.jenkins.plugins.wedata.steps.VersionTask;
import io.jenkins.plugins.wedata.steps.WeDataStep;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.CaptureEnvironmentBuilder;
import org.jvnet.hudson.test.CreateFileBuilder;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The build steps in freestyle builds of a real Jenkins, against the built-in WeData over HTTP. */
@WithJenkins
class FreestyleInJenkinsTest {

    private static final String TASK = "20260302080000001";
    private static final String TRIGGER = "d3e40dcc-bf42-4fb9-b081-b00408d478ec";

    private JenkinsRule jenkins;
    private WeDataAtHand atHand;
    private FreeStyleProject job;

    @BeforeEach
    void start(JenkinsRule rule) throws Exception {
        jenkins = rule;
        atHand = new WeDataAtHand();
        WeDataAtHand.credential("release", CredentialsScope.GLOBAL);
        job = jenkins.createFreeStyleProject("release");
    }

    @AfterEach
    void stop() {
        atHand.close();
    }

    @Test
    void parametersArePutIntoNamesAndTheNextBuildStepSeesTheResult() throws Exception {
        parameters(new StringParameterDefinition("NAME", "orders"));
        CreateTaskStep create = create("load-${NAME}-$BUILD_NUMBER");
        create.setContent("echo ${yyyyMMdd} $NAME");
        CaptureEnvironmentBuilder next = new CaptureEnvironmentBuilder();
        job.getBuildersList().add(new CreateTaskBuilder(create));
        job.getBuildersList().add(next);

        FreeStyleBuild build = jenkins.buildAndAssertSuccess(job);

        String taskId = atHand.weData.world().tasksNamed("load-orders-1").get(0).taskId();
        assertThat(next.getEnvVars()).containsEntry("WEDATA_TASK_ID", taskId).containsEntry("WEDATA_CREATED", "true");
        assertThat(atHand.weData
                        .ledger()
                        .requests("CreateTaskNew")
                        .get(0)
                        .body()
                        .toString())
                .as("code is WeData's")
                .contains(
                        Base64.getEncoder().encodeToString("echo ${yyyyMMdd} $NAME".getBytes(StandardCharsets.UTF_8)));
        nothingSecretIn(build);
    }

    @Test
    void theSixFollowOneAnotherByTheirVariables() throws Exception {
        atHand.weData.world().triggerWorkflow(PROJECT, TRIGGER, "on demand");
        CreateTriggerTaskBuilder trigger = new CreateTriggerTaskBuilder(
                called(new CreateTriggerTaskStep(new TriggerTaskBaseAttribute("on-$JOB_NAME", "SHELL", TRIGGER))));
        trigger.setResultPrefix("TRIGGER");
        CreateIntegrationTaskStep definition = called(new CreateIntegrationTaskStep());
        definition.setFile("orders.yaml");
        CreateIntegrationTaskBuilder integration = new CreateIntegrationTaskBuilder(definition);
        integration.setResultPrefix("COPY");
        CommitIntegrationStep start = called(new CommitIntegrationStep(INTEGRATION_TASK));
        start.setCommitType("START");
        start.setVersionDesc("build $BUILD_NUMBER");
        start.setWaitUntilRunning(true);
        CommitIntegrationBuilder commit = new CommitIntegrationBuilder(start);
        commit.setResultPrefix("COMMIT");
        BatchVersionStep started = called(new BatchVersionStep(List.of(new VersionTask("$WEDATA_TASK_ID"))));
        started.setWait(false);
        AwaitJobBuilder await = new AwaitJobBuilder(called(new AwaitJobStep("$WEDATA_JOB_ID")));
        await.setResultPrefix("AWAITED");
        CaptureEnvironmentBuilder last = new CaptureEnvironmentBuilder();
        job.getBuildersList().add(new CreateFileBuilder("orders.yaml", "TaskName: copy\nSyncType: 2\nTaskType: 201\n"));
        job.getBuildersList().add(trigger);
        job.getBuildersList().add(integration);
        job.getBuildersList().add(commit);
        job.getBuildersList().add(new CreateTaskBuilder(create("load")));
        job.getBuildersList().add(new BatchVersionBuilder(started));
        job.getBuildersList().add(await);
        job.getBuildersList()
                .add(new BatchVersionBuilder(
                        called(new BatchVersionStep(List.of(new VersionTask("$WEDATA_TASK_ID"))))));
        job.getBuildersList().add(last);

        FreeStyleBuild build = jenkins.buildAndAssertSuccess(job);

        assertThat(last.getEnvVars())
                .containsEntry("COMMIT_OUTCOME", "RUNNING")
                .containsEntry("AWAITED_OUTCOME", "SUCCESS")
                .containsEntry("WEDATA_OUTCOME", "SUCCESS")
                .containsKeys("TRIGGER_TASK_ID", "COPY_TASK_ID", "WEDATA_JOB_ID");
        assertThat(atHand.weData.world().triggerTasksNamed("on-release")).hasSize(1);
        assertThat(last.getEnvVars().get("WEDATA_JOB_ID"))
                .isNotEqualTo(last.getEnvVars().get("AWAITED_JOB_ID"));
        assertThat(atHand.weData.world().versions(last.getEnvVars().get("WEDATA_TASK_ID")))
                .extracting(version -> version.versionRemark())
                .as("two build steps of one build are told apart")
                .anyMatch(remark -> remark.contains("job/release/1/ [wedata release#1.step5@"))
                .anyMatch(remark -> remark.contains("job/release/1/ [wedata release#1.step7@"));
        build.reload();
        assertThat(build.getEnvironment(hudson.model.TaskListener.NULL))
                .as("kept with the build")
                .containsEntry("COMMIT_OUTCOME", "RUNNING");
    }

    @Test
    void anUnknownVariableIsRefusedBeforeAnyCall() throws Exception {
        job.getBuildersList().add(new CreateTaskBuilder(create("load-$WHEN")));
        FreeStyleBuild build = jenkins.buildAndAssertStatus(Result.FAILURE, job);
        jenkins.assertLogContains(
                "wedataCreateTask: taskName: 'load-$WHEN' is not valid; give variables that this build has: there is"
                        + " no WHEN; a dollar that names no variable is written $$",
                build);
        jenkins.assertLogNotContains("\tat ", build);
        assertThat(atHand.weData.ledger().requests()).isEmpty();
    }

    @Test
    void aPasswordIsNotPutIntoAName() throws Exception {
        parameters(new PasswordParameterDefinition("PASSWORD", "hushHushHush", null));
        job.getBuildersList().add(new CreateTaskBuilder(create("load-$PASSWORD")));
        FreeStyleBuild build = jenkins.buildAndAssertStatus(Result.FAILURE, job);
        jenkins.assertLogContains("a text without variable PASSWORD, which is secret", build);
        jenkins.assertLogNotContains("hushHushHush", build);
        assertThat(atHand.weData.ledger().requests()).isEmpty();
    }

    @Test
    void aPartialSuccessMarksTheBuildAndTheNextBuildStepRuns() throws Exception {
        atHand.weData.switches().jobEnd(JobEnd.PART_SUCCESS);
        BatchVersionStep step = batch();
        step.setOnPartial("UNSTABLE");
        CaptureEnvironmentBuilder next = new CaptureEnvironmentBuilder();
        job.getBuildersList().add(new BatchVersionBuilder(step));
        job.getBuildersList().add(next);
        FreeStyleBuild build = jenkins.buildAndAssertStatus(Result.UNSTABLE, job);
        jenkins.assertLogContains("WARNING: Batch job ", build);
        assertThat(next.getEnvVars())
                .containsEntry("WEDATA_OUTCOME", "PART_SUCCESS")
                .containsEntry("WEDATA_FAILED", TASK + "2");
    }

    @Test
    void aFailureEndsTheBuildWithAPlainMessage() throws Exception {
        atHand.weData.world().task(WORKFLOW, TASK, "load", 35);
        CaptureEnvironmentBuilder next = new CaptureEnvironmentBuilder();
        job.getBuildersList().add(new CreateTaskBuilder(create("load")));
        job.getBuildersList().add(next);
        FreeStyleBuild build = jenkins.buildAndAssertStatus(Result.FAILURE, job);
        jenkins.assertLogContains("ERROR: Task 'load' is there already in workflow " + WORKFLOW, build);
        jenkins.assertLogNotContains("\tat ", build);
        assertThat(next.getEnvVars()).isNull();
    }

    @Test
    void anAbortEndsTheBuildWithinSecondsAndSaysWhatGoesOn() throws Exception {
        atHand.weData.switches().jobEnd(JobEnd.RUNNING);
        job.getBuildersList().add(new BatchVersionBuilder(batch()));
        FreeStyleBuild build = job.scheduleBuild2(0).waitForStart();
        jenkins.waitForMessage("RUNNING", build);
        jenkins.assertLogContains("Should this build end before the job: Batch job ", build);
        jenkins.assertLogContains("build step 'WeData: wait for a batch job' with that number", build);
        long before = System.nanoTime();

        build.getExecutor().doStop();
        jenkins.waitForCompletion(build);

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
        jenkins.assertBuildStatus(Result.ABORTED, build);
        jenkins.assertLogContains("Given up. Batch job ", build);
        jenkins.assertLogContains("wedataAwaitJob(jobId: '", build);
        nothingSecretIn(build);
    }

    @Test
    void aFoldersCredentialIsFoundInItAndNowhereElse() throws Exception {
        Folder folder = jenkins.createProject(Folder.class, "team");
        for (CredentialsStore store : CredentialsProvider.lookupStores(folder)) {
            if (store.getContext() == folder) {
                store.addCredentials(
                        Domain.global(),
                        new UsernamePasswordCredentialsImpl(
                                CredentialsScope.GLOBAL, "of-the-team", null, "AKIDinJenkins0123456789", SECRET));
            }
        }
        CreateTaskStep create = create("load");
        create.setCredentialsId("of-the-team");
        FreeStyleProject inside = folder.createProject(FreeStyleProject.class, "ship");
        inside.getBuildersList().add(new CreateTaskBuilder(create));
        jenkins.buildAndAssertSuccess(inside);

        job.getBuildersList().add(new CreateTaskBuilder(create));
        FreeStyleBuild outside = jenkins.buildAndAssertStatus(Result.FAILURE, job);
        jenkins.assertLogContains("credentialsId: 'of-the-team' is not valid", outside);
    }

    @Test
    void aWholeJobRehearsesByAConnectionThatAVariableNames() throws Exception {
        WeDataConnection rehearsal = new WeDataConnection("try");
        rehearsal.setSite(ConnectionSite.REHEARSAL);
        rehearsal.setProjectId(PROJECT);
        ExtensionList.lookupSingleton(WeDataGlobalConfiguration.class).setConnections(List.of(rehearsal));
        parameters(new StringParameterDefinition("WHERE", "try"));
        CreateTaskStep create = new CreateTaskStep(WORKFLOW, "load", "SHELL");
        create.setConnection("$WHERE");
        BatchVersionStep batch = new BatchVersionStep(List.of(new VersionTask("$WEDATA_TASK_ID")));
        batch.setConnection("$WHERE");
        job.getBuildersList().add(new CreateTaskBuilder(create));
        job.getBuildersList().add(new BatchVersionBuilder(batch));
        FreeStyleBuild build = jenkins.buildAndAssertSuccess(job);
        jenkins.assertLogContains("REHEARSAL: Created task 'load'", build);
        jenkins.assertLogContains("REHEARSAL: Should this build end before the job:", build);
        assertThat(atHand.weData.ledger().requests()).isEmpty();
    }

    @Test
    void aFileOutsideTheWorkspaceIsRefused() throws Exception {
        CreateTaskStep create = create("load");
        create.setContentFile("../../secrets/master.key");
        job.getBuildersList().add(new CreateTaskBuilder(create));
        FreeStyleBuild build = jenkins.buildAndAssertStatus(Result.FAILURE, job);
        jenkins.assertLogContains("contentFile: '../../secrets/master.key' is not valid", build);
    }

    /** What a build has is put in as Jenkins' own forms put it in; what it has not, they leave, and this refuses. */
    @Test
    void variablesArePutInAsByJenkinsItself() {
        EnvVars variables = new EnvVars("NAME", "load", "a.b", "dotted", "EMPTY", "", "OTHER", "$NAME \\1");
        for (String text : List.of(
                "plain",
                "$NAME",
                "${NAME}",
                "$name",
                "${a.b}",
                "$a.b",
                "x$NAME/$OTHER",
                "$$",
                "$$NAME",
                "$$$NAME",
                "$${yyyyMMdd-1d}",
                "5 $ each",
                "$-",
                "$",
                "${EMPTY}")) {
            if (text.equals("$a.b")) {
                assertThatThrownBy(() -> new BuildVariables(variables, Set.of()).putInto(text))
                        .hasMessageContaining("there is no a;");
                continue;
            }
            assertThat(new BuildVariables(variables, Set.of()).putInto(text))
                    .as(text)
                    .isEqualTo(Util.replaceMacro(text, (Map<String, String>) variables));
        }
    }

    private void parameters(ParameterDefinition... parameters) throws IOException {
        job.addProperty(new ParametersDefinitionProperty(parameters));
    }

    private static <S extends WeDataStep> S called(S step) {
        step.setCredentialsId("release");
        step.setRegion("ap-guangzhou");
        step.setProjectId(PROJECT);
        return step;
    }

    private static CreateTaskStep create(String name) {
        return called(new CreateTaskStep(WORKFLOW, name, "SHELL"));
    }

    private BatchVersionStep batch() {
        atHand.weData.world().task(WORKFLOW, TASK + "1", "load", 35).task(WORKFLOW, TASK + "2", "clean", 35);
        return called(new BatchVersionStep(List.of(new VersionTask(TASK + "1"), new VersionTask(TASK + "2"))));
    }

    private static void nothingSecretIn(FreeStyleBuild build) throws IOException {
        try (Stream<Path> files = Files.walk(build.getRootDir().toPath())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(SECRET, "TC3-HMAC");
            }
        }
    }
}
