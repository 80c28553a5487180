package io.jenkins.plugins.wedata.jenkins;

import static io.jenkins.plugins.wedata.jenkins.WeDataAtHand.PROJECT;
import static io.jenkins.plugins.wedata.jenkins.WeDataAtHand.WORKFLOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.hudson.plugins.folder.Folder;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.ExtensionList;
import hudson.model.ItemGroup;
import hudson.model.Result;
import io.jenkins.plugins.wedata.connection.ConnectionSite;
import io.jenkins.plugins.wedata.connection.DefaultConnectionProperty;
import io.jenkins.plugins.wedata.connection.WeDataConnection;
import io.jenkins.plugins.wedata.connection.WeDataGlobalConfiguration;
import java.util.List;
import jenkins.model.ModifiableTopLevelItemGroup;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Pipelines that name a connection, or count on a default one, in a real Jenkins. */
@WithJenkins
class ConnectionsInBuildsTest {

    private static final String CREATE = "wedataCreateTask(%sworkflowId: '" + WORKFLOW
            + "', taskName: 'load', taskType: 'SHELL', content: 'ls', ifExists: 'REUSE')";

    private JenkinsRule jenkins;
    private WeDataAtHand atHand;

    @BeforeEach
    void start(JenkinsRule rule) throws Exception {
        jenkins = rule;
        atHand = new WeDataAtHand();
    }

    @AfterEach
    void stop() {
        atHand.close();
    }

    @Test
    void aConnectionGivesASystemCredentialThatTheJobItselfCannotUse() throws Exception {
        StandardUsernamePasswordCredentials own = WeDataAtHand.credential("of-the-system", CredentialsScope.SYSTEM);
        configure(connection("prod", null));

        jenkins.assertBuildStatusSuccess(run(jenkins.jenkins, "connection: 'prod', "));
        assertThat(CredentialsProvider.getFingerprintOf(own))
                .as("its use is tracked")
                .isNotNull();
        assertThat(atHand.weData.world().tasksNamed("load")).hasSize(1);

        WorkflowRun directly = run(jenkins.jenkins, "connection: 'prod', credentialsId: 'of-the-system', ");
        jenkins.assertBuildStatus(Result.FAILURE, directly);
        jenkins.assertLogContains("credentialsId: 'of-the-system' is not valid", directly);
    }

    @Test
    void aFolderThatTheConnectionDoesNotListIsRefused() throws Exception {
        WeDataAtHand.credential("of-the-system", CredentialsScope.SYSTEM);
        configure(connection("prod", "data/etl"));
        Folder data = jenkins.createProject(Folder.class, "data");
        Folder etl = data.createProject(Folder.class, "etl");
        Folder below = etl.createProject(Folder.class, "nightly");

        jenkins.assertBuildStatusSuccess(run(etl, "connection: 'prod', "));
        jenkins.assertBuildStatusSuccess(run(below, "connection: 'prod', "));
        for (ModifiableTopLevelItemGroup refused : List.of(data, jenkins.jenkins)) {
            WorkflowRun build = run(refused, "connection: 'prod', ");
            jenkins.assertBuildStatus(Result.FAILURE, build);
            jenkins.assertLogContains("connection: 'prod' is not valid; give a connection that may be used", build);
            jenkins.assertLogNotContains("\tat ", build);
        }
        assertThat(atHand.weData.ledger().effects("CreateTaskNew")).isEqualTo(1);
    }

    @Test
    void theNearestFolderThatHasChosenGivesTheDefault() throws Exception {
        WeDataAtHand.credential("of-the-system", CredentialsScope.SYSTEM);
        WeDataConnection all = connection("all", null);
        all.setByDefault(true);
        all.setRegion("ap-guangzhou");
        WeDataConnection chosen = connection("chosen", null);
        chosen.setRegion("ap-singapore");
        configure(all, chosen);
        Folder data = jenkins.createProject(Folder.class, "data");
        data.getProperties().add(new DefaultConnectionProperty("chosen"));
        Folder etl = data.createProject(Folder.class, "etl");
        Folder own = etl.createProject(Folder.class, "own");
        own.getProperties().add(new DefaultConnectionProperty("all"));

        for (Object[] row :
                new Object[][] {{jenkins.jenkins, "ap-guangzhou"}, {etl, "ap-singapore"}, {own, "ap-guangzhou"}}) {
            jenkins.assertBuildStatusSuccess(run((ModifiableTopLevelItemGroup) row[0], ""));
            assertThat(atHand.weData.ledger().requests())
                    .last()
                    .extracting(request -> request.region())
                    .isEqualTo(row[1]);
        }
    }

    @Test
    void aChoiceThatTheFolderMayNotUseIsNoChoiceAndNotPassedOver() throws Exception {
        WeDataAtHand.credential("of-the-system", CredentialsScope.SYSTEM);
        WeDataConnection all = connection("all", null);
        all.setByDefault(true);
        configure(all, connection("prod", "other"));
        Folder data = jenkins.createProject(Folder.class, "data");
        data.getProperties().add(new DefaultConnectionProperty("prod"));

        WorkflowRun build = run(data, "");
        jenkins.assertBuildStatus(Result.FAILURE, build);
        jenkins.assertLogContains("connection: 'prod' is not valid", build);
        jenkins.assertBuildStatusSuccess(run(data, "connection: 'all', "));
    }

    @Test
    void aWholePipelineRehearsesWithoutLeavingJenkins() throws Exception {
        WeDataConnection rehearsal = new WeDataConnection("try");
        rehearsal.setSite(ConnectionSite.REHEARSAL);
        rehearsal.setProjectId(PROJECT);
        rehearsal.setByDefault(true);
        configure(rehearsal);
        WorkflowRun build = runScript(jenkins.jenkins, """
                def task = wedataCreateTask(workflowId: '%s', taskName: 'load', taskType: 35, credentialsId: 'nobody')
                wedataCommitIntegration(taskId: '%s', commitType: 'START', waitUntilRunning: true)
                def batch = wedataBatchVersion(tasks: [task.taskId], wait: true)
                def again = wedataAwaitJob(jobId: batch.jobId)
                echo "OUT ${task.created} ${batch.outcome} ${again.outcome}"
                """.formatted(WORKFLOW, WeDataAtHand.INTEGRATION_TASK));
        jenkins.assertBuildStatusSuccess(build);
        jenkins.assertLogContains("OUT true SUCCESS SUCCESS", build);
        assertThat(atHand.weData.ledger().requests()).isEmpty();
        List<String> log = build.getLog(1000);
        assertThat(log)
                .filteredOn(line -> line.contains("WeData") || line.contains("Batch job") || line.contains("Task "))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("REHEARSAL: ") || line.startsWith("[Pipeline]"));

        WorkflowRun second = run(jenkins.jenkins, "");
        jenkins.assertBuildStatusSuccess(second);
        jenkins.assertLogContains("REHEARSAL: ", second);
        jenkins.assertLogNotContains("is there already", second);
    }

    @Test
    void declarativePipelinesNameAConnectionToo() throws Exception {
        WeDataAtHand.credential("of-the-system", CredentialsScope.SYSTEM);
        configure(connection("prod", null));
        WorkflowRun build = runScript(
                jenkins.jenkins,
                "pipeline { agent none; stages { stage('Task') { steps { " + CREATE.formatted("connection: 'prod', ")
                        + " } } } }");
        jenkins.assertBuildStatusSuccess(build);
    }

    private static WeDataConnection connection(String id, String folders) {
        WeDataConnection connection = new WeDataConnection(id);
        connection.setRegion("ap-guangzhou");
        connection.setProjectId(PROJECT);
        connection.setCredentialsId("of-the-system");
        connection.setFolders(folders);
        return connection;
    }

    private static void configure(WeDataConnection... connections) {
        ExtensionList.lookupSingleton(WeDataGlobalConfiguration.class).setConnections(List.of(connections));
    }

    private WorkflowRun run(ModifiableTopLevelItemGroup where, String who) throws Exception {
        return runScript(where, CREATE.formatted(who));
    }

    private WorkflowRun runScript(ModifiableTopLevelItemGroup where, String script) throws Exception {
        WorkflowJob job = ((ItemGroup<?>) where).getItem("release") instanceof WorkflowJob known
                ? known
                : (WorkflowJob) where.createProject(
                        jenkins.jenkins.getDescriptorByType(WorkflowJob.DescriptorImpl.class), "release", true);
        job.setDefinition(new CpsFlowDefinition(script, true));
        return jenkins.waitForCompletion(job.scheduleBuild2(0).waitForStart());
    }
}
