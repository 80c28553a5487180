package io.jenkins.plugins.wedata.jenkins;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsScope;
import hudson.FilePath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.support.steps.input.InputAction;
import org.jenkinsci.plugins.workflow.support.steps.input.InputStepExecution;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Every recipe, as its files stand, in a real Jenkins against the built-in WeData over HTTP. */
@WithJenkins
class RecipesInJenkinsTest {

    private static final Path EXAMPLES = Path.of("docs/examples");

    private JenkinsRule jenkins;
    private WeDataAtHand atHand;

    @BeforeEach
    void start(JenkinsRule rule) throws Exception {
        jenkins = rule;
        atHand = new WeDataAtHand();
        atHand.weData.switches().acceptAnyProject(true).refuseUnknownParameters(true);
        for (String id : new String[] {"wedata-release", "wedata-release-intl", "wedata-dev", "wedata-prod"}) {
            WeDataAtHand.credential(id, CredentialsScope.GLOBAL);
        }
    }

    @AfterEach
    void stop() {
        atHand.close();
    }

    static Stream<String> recipes() throws Exception {
        try (Stream<Path> folders = Files.list(EXAMPLES)) {
            return folders.map(Path::getFileName).map(Path::toString).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void everyRecipeSucceeds(String recipe) throws Exception {
        if (recipe.equals("international")) {
            atHand.weData.switches().international(true);
        }
        jenkins.assertBuildStatusSuccess(job(recipe).scheduleBuild2(0));
        assertThat(atHand.weData.ledger().requests()).isNotEmpty();
    }

    @Test
    void theApprovalGateHoldsUntilAPersonLetsItThrough() throws Exception {
        atHand.weData.switches().versionsNeedApproval(true);
        WorkflowRun build = Optional.ofNullable(job("approval-gate").scheduleBuild2(0))
                .orElseThrow()
                .waitForStart();
        jenkins.waitForMessage("Approve the version in WeData, then go on", build);

        InputStepExecution input =
                build.getAction(InputAction.class).getExecutions().get(0);
        input.proceed(null);

        jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(build));
        jenkins.assertLogContains("Submitted: APPROVAL_PENDING", build);
    }

    private WorkflowJob job(String recipe) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, recipe);
        Path folder = EXAMPLES.resolve(recipe);
        FilePath workspace =
                Optional.ofNullable(jenkins.jenkins.getWorkspaceFor(job)).orElseThrow();
        new FilePath(folder.toAbsolutePath().toFile()).copyRecursiveTo(workspace);
        job.setDefinition(new CpsFlowDefinition(Files.readString(folder.resolve("Jenkinsfile")), true));
        return job;
    }
}
