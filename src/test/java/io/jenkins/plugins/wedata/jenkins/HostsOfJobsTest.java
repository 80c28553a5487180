package io.jenkins.plugins.wedata.jenkins;

import static io.jenkins.plugins.wedata.jenkins.WeDataAtHand.WHO;
import static io.jenkins.plugins.wedata.jenkins.WeDataAtHand.WORKFLOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.hudson.plugins.folder.Folder;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.sun.net.httpserver.HttpServer;
import hudson.FilePath;
import hudson.model.Descriptor;
import hudson.model.FreeStyleProject;
import hudson.model.Item;
import hudson.model.Result;
import hudson.slaves.DumbSlave;
import hudson.tasks.Builder;
import io.jenkins.plugins.wedata.connection.DefaultConnectionProperty;
import io.jenkins.plugins.wedata.connection.WeDataConnection;
import io.jenkins.plugins.wedata.connection.WeDataGlobalConfiguration;
import io.jenkins.plugins.wedata.environment.WorkspaceFile;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import jenkins.model.Jenkins;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What somebody who may configure a job can't make of it: a way to another host, or to a file that is not the build's. */
@WithJenkins
class HostsOfJobsTest {

    private final List<String> arrived = new CopyOnWriteArrayList<>();
    private JenkinsRule jenkins;
    private HttpServer elsewhere;
    private String address;

    @BeforeEach
    void start(JenkinsRule rule) throws Exception {
        jenkins = rule;
        elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        elsewhere.createContext("/", exchange -> {
            arrived.add(exchange.getRequestHeaders().toString());
            exchange.sendResponseHeaders(500, -1);
            exchange.close();
        });
        elsewhere.start();
        address = "http://127.0.0.1:" + elsewhere.getAddress().getPort() + "/";
        WeDataAtHand.credential("release", CredentialsScope.GLOBAL);
    }

    @AfterEach
    void stop() {
        elsewhere.stop(0);
    }

    @Test
    void aHostThatIsSmuggledIntoAConfigurationIsNotCalled() throws Exception {
        Folder theirs = jenkins.createProject(Folder.class, "theirs");
        WorkflowJob ship = theirs.createProject(WorkflowJob.class, "ship");
        FreeStyleProject free = theirs.createProject(FreeStyleProject.class, "free");
        Folder other = jenkins.createProject(Folder.class, "other");
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ)
                .everywhere()
                .to("configurer")
                .grant(Item.READ, Item.CONFIGURE, Item.EXTENDED_READ)
                .onItems(theirs, ship, free, other)
                .to("configurer"));

        String smuggled = "<site>OWN_ENDPOINT</site><endpoint>" + address + "</endpoint><host>" + address
                + "</host><url>"
                + address + "</url><region>127.0.0.1:" + elsewhere.getAddress().getPort()
                + "/#</region><credentialsId>release</credentialsId><projectId>1</projectId>";
        String folder = """
                <com.cloudbees.hudson.plugins.folder.Folder><properties>
                  <%1$s>%2$s</%1$s>
                </properties></com.cloudbees.hudson.plugins.folder.Folder>
                """;
        assertThat(post(
                        "job/theirs/config.xml",
                        folder.formatted(
                                DefaultConnectionProperty.class.getName(), "<connection>evil</connection>" + smuggled)))
                .isEqualTo(200);
        assertThat(post(
                        "job/other/config.xml",
                        folder.formatted(WeDataConnection.class.getName(), "<id>evil</id>" + smuggled)))
                .as("Jenkins takes no connection for a folder's property")
                .isEqualTo(500);
        assertThat(WeDataGlobalConfiguration.get().getConnections()).isEmpty();
        String step = "wedataCreateTask(workflowId: 'w', taskName: 'n', taskType: 35, ";
        for (String named : List.of(
                "connection: 'evil')",
                "credentialsId: 'release', region: 'ap-guangzhou', projectId: '1', endpoint: '" + address + "')",
                "credentialsId: 'release', region: 'ap-guangzhou', projectId: '1', site: 'OWN_ENDPOINT')",
                "credentialsId: 'release', region: '127.0.0.1:"
                        + elsewhere.getAddress().getPort() + "/#', projectId: '1', site: 'REGIONAL')")) {
            ship.setDefinition(new CpsFlowDefinition(step + named, true));
            jenkins.assertBuildStatus(
                    Result.FAILURE,
                    jenkins.waitForCompletion(ship.scheduleBuild2(0).waitForStart()));
        }
        for (Descriptor<Builder> builder : jenkins.jenkins.getDescriptorList(Builder.class)) {
            String type = builder.clazz.getName();
            if (type.startsWith("io.jenkins.plugins.wedata.")) {
                assertThat(post("job/theirs/job/free/config.xml", """
                        <project><builders><%1$s>%2$s<step class="%3$s">%2$s</step></%1$s></builders></project>
                        """.formatted(type, smuggled, stepOf(builder.clazz))))
                        .isEqualTo(200);
                jenkins.assertBuildStatus(Result.FAILURE, free.scheduleBuild2(0).get());
            }
        }
        assertThat(arrived).as("nothing was sent there").isEmpty();
    }

    @Test
    void onAnAgentAStepReadsAFileOfItsWorkspaceAndNothingElse() throws Exception {
        DumbSlave agent = jenkins.createOnlineSlave();
        WorkflowJob ship = jenkins.createProject(WorkflowJob.class, "ship");
        FilePath workspace = agent.getWorkspaceFor(ship);
        workspace.mkdirs();
        workspace.child("load.sql").write("select 1", "UTF-8");
        Path here = Path.of(workspace.getRemote());
        Files.write(here.resolve("large.sql"), new byte[WorkspaceFile.LARGEST + 1]);
        Files.createSymbolicLink(
                here.resolve("link.sql"), jenkins.jenkins.getRootDir().toPath().resolve("secrets/master.key"));
        assertThat(new ProcessBuilder("mkfifo", here.resolve("pipe.sql").toString())
                        .start()
                        .waitFor(30, TimeUnit.SECONDS))
                .isTrue();
        try (WeDataAtHand atHand = new WeDataAtHand()) {
            for (String[] row : new String[][] {
                {"link.sql", "lies outside the workspace"},
                {"large.sql", "is too large; give a file of at most"},
                {"pipe.sql", "is a pipe or a device"},
                {"../x", "lies outside the workspace"},
                {"/etc/passwd", "is absolute"}
            }) {
                WorkflowRun refused = run(ship, agent, row[0]);
                jenkins.assertBuildStatus(Result.FAILURE, refused);
                jenkins.assertLogContains(
                        "contentFile: '" + row[0] + "' is not valid; give a readable text file", refused);
                jenkins.assertLogContains(row[1], refused);
            }
            assertThat(atHand.weData.ledger().requests()).isEmpty();
            jenkins.assertBuildStatusSuccess(run(ship, agent, "load.sql"));
            assertThat(atHand.weData.world().tasksNamed("load")).hasSize(1);
        }
    }

    private WorkflowRun run(WorkflowJob job, DumbSlave agent, String file) throws Exception {
        job.setDefinition(new CpsFlowDefinition(
                "node('" + agent.getNodeName() + "') { wedataCreateTask(" + WHO + "workflowId: '" + WORKFLOW
                        + "', taskName: 'load', taskType: 'SHELL', contentFile: '" + file + "') }",
                true));
        return jenkins.waitForCompletion(job.scheduleBuild2(0).waitForStart());
    }

    private static String stepOf(Class<?> builder) throws NoSuchMethodException {
        return builder.getMethod("getStep").getReturnType().getName();
    }

    private int post(String where, String xml) throws Exception {
        JenkinsRule.WebClient client = jenkins.createWebClient().login("configurer");
        client.getOptions().setThrowExceptionOnFailingStatusCode(false);
        WebRequest request = new WebRequest(client.createCrumbedUrl(where), HttpMethod.POST);
        request.setAdditionalHeader("Content-Type", "application/xml");
        request.setRequestBody(xml);
        return client.getPage(request).getWebResponse().getStatusCode();
    }
}
