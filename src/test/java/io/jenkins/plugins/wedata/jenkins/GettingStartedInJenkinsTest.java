package io.jenkins.plugins.wedata.jenkins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.cloudbees.hudson.plugins.folder.Folder;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import hudson.ExtensionList;
import hudson.FilePath;
import hudson.model.ParametersAction;
import hudson.model.StringParameterValue;
import io.jenkins.plugins.casc.ConfigurationAsCode;
import io.jenkins.plugins.wedata.connection.ConnectionSite;
import io.jenkins.plugins.wedata.connection.DefaultConnectionProperty;
import io.jenkins.plugins.wedata.connection.WeDataConnection;
import io.jenkins.plugins.wedata.connection.WeDataGlobalConfiguration;
import io.jenkins.plugins.wedata.credentials.TencentCloudApiKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What the page about getting started tells to do, and the example of every step's page, in a real Jenkins. */
@WithJenkins
class GettingStartedInJenkinsTest {

    private static final Path PAGE = Path.of("docs/getting-started.md");
    private static final Path EXAMPLES = Path.of("docs/steps/examples");

    @TempDir
    Path directory;

    private JenkinsRule jenkins;

    @BeforeEach
    void start(JenkinsRule rule) {
        jenkins = rule;
    }

    @Test
    void theFirstPipelineRehearsesAndLogsWhatThePageShows() throws Exception {
        configure(0);
        Folder data = jenkins.createProject(Folder.class, "data");
        data.getProperties().add(new DefaultConnectionProperty("rehearsal"));

        WorkflowRun build = run(
                data.createProject(WorkflowJob.class, "first"), blocks("groovy").get(0));

        jenkins.assertBuildStatusSuccess(build);
        List<String> log = build.getLog(200);
        assertThat(log.stream().map(GettingStartedInJenkinsTest::withoutIds))
                .containsSubsequence(blocks("text")
                        .get(0)
                        .lines()
                        .map(GettingStartedInJenkinsTest::withoutIds)
                        .toList());
    }

    @Test
    void theProductionConnectionHasACredentialThatOnlyItCanUse() throws Exception {
        configure(1);

        List<WeDataConnection> connections =
                ExtensionList.lookupSingleton(WeDataGlobalConfiguration.class).getConnections();
        assertThat(connections)
                .extracting(WeDataConnection::getId, WeDataConnection::getSite)
                .containsExactly(tuple("rehearsal", ConnectionSite.REHEARSAL), tuple("prod", ConnectionSite.MAINLAND));
        WeDataConnection prod = connections.get(1);
        assertThat(prod.getFolders()).isEqualTo("data");
        assertThat(SystemCredentialsProvider.getInstance().getCredentials())
                .singleElement()
                .isInstanceOfSatisfying(
                        TencentCloudApiKey.class, key -> assertThat(key.getId()).isEqualTo(prod.getCredentialsId()));
    }

    @Test
    void aJobMayChooseItsConnectionByAParameter() throws Exception {
        configure(1);
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, "chooses");
        job.setDefinition(new CpsFlowDefinition(blocks("groovy").get(1), true));

        WorkflowRun build = jenkins.assertBuildStatusSuccess(
                job.scheduleBuild2(0, new ParametersAction(new StringParameterValue("CONNECTION", "rehearsal"))));

        jenkins.assertLogContains("REHEARSAL: Created task 'first_release'", build);
    }

    static Stream<String> steps() throws Exception {
        try (Stream<Path> folders = Files.list(EXAMPLES)) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("steps")
    void theExampleOfEveryStepRunsWithARehearsalConnection(String step) throws Exception {
        configure(0);
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, step);
        FilePath workspace =
                Optional.ofNullable(jenkins.jenkins.getWorkspaceFor(job)).orElseThrow();
        Path folder = EXAMPLES.resolve(step);
        new FilePath(folder.toAbsolutePath().toFile()).copyRecursiveTo(workspace);

        WorkflowRun build = run(job, Files.readString(folder.resolve("Jenkinsfile")));

        jenkins.assertBuildStatusSuccess(build);
        jenkins.assertLogContains("REHEARSAL: ", build);
    }

    private static WorkflowRun run(WorkflowJob job, String script) throws Exception {
        job.setDefinition(new CpsFlowDefinition(script, true));
        return Optional.ofNullable(job.scheduleBuild2(0)).orElseThrow().get();
    }

    /** Applies a piece of configuration as code of the page. */
    private void configure(int number) throws Exception {
        Path file = Files.writeString(
                directory.resolve("jenkins.yaml"), blocks("yaml").get(number));
        ConfigurationAsCode.get().configure(file.toString());
    }

    private static List<String> blocks(String language) throws Exception {
        return Pattern.compile("(?s)```" + language + "\\n(.*?)```")
                .matcher(Files.readString(PAGE))
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }

    private static String withoutIds(String line) {
        return line.replaceAll("\\b\\d{3,}\\b", "ID");
    }
}
