package io.jenkins.plugins.wedata.jenkins;

import static io.jenkins.plugins.wedata.jenkins.WeDataAtHand.INTEGRATION_TASK;
import static io.jenkins.plugins.wedata.jenkins.WeDataAtHand.PROJECT;
import static io.jenkins.plugins.wedata.jenkins.WeDataAtHand.WORKFLOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.Credentials;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import hudson.ExtensionList;
import hudson.model.Result;
import hudson.util.Secret;
import io.jenkins.plugins.casc.ConfigurationAsCode;
import io.jenkins.plugins.wedata.Leaks;
import io.jenkins.plugins.wedata.LoggedLines;
import io.jenkins.plugins.wedata.connection.WeDataConnection;
import io.jenkins.plugins.wedata.connection.WeDataGlobalConfiguration;
import io.jenkins.plugins.wedata.credentials.TencentCloudApiKey;
import io.jenkins.plugins.wedata.credentials.TencentCloudRole;
import io.jenkins.plugins.wedata.emulator.BuiltInWeData;
import io.jenkins.plugins.wedata.emulator.Fault;
import io.jenkins.plugins.wedata.emulator.JobEnd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.htmlunit.Page;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;
import org.kohsuke.stapler.MetaClass;

/** Keys of every kind, planted in a Jenkins that then does all that the plugin can do: none is anywhere afterwards. */
@WithJenkins
class MarkerSecretsInJenkinsTest {

    private static final String ENDPOINT = "io.jenkins.plugins.wedata.endpoint";
    private static final String ARN = "qcs::cam::uin/100000000002:roleName/release";
    private static final String KEY_ID = "AKID" + Leaks.MARK + "KeyId0123456789abcd";
    private static final String KEY_SECRET = Leaks.MARK + "SecretOfKey0123456789";
    private static final String KEY_TOKEN = Leaks.MARK + "TokenOfKey+/0123456789==";
    private static final String ROLE_ID = "AKID" + Leaks.MARK + "RoleId0123456789efgh";
    private static final String ROLE_SECRET = Leaks.MARK + "SecretOfRole0123456789";
    private static final String LOGIN_ID = "AKID" + Leaks.MARK + "LoginId0123456789ijkl";
    private static final String LOGIN_SECRET = Leaks.MARK + "SecretOfLogin0123456789";
    private static final String TASK = "20260302080000001";

    private final BuiltInWeData weData = BuiltInWeData.builder()
            .temporaryKey(KEY_ID, KEY_SECRET, KEY_TOKEN)
            .key(ROLE_ID, ROLE_SECRET)
            .key(LOGIN_ID, LOGIN_SECRET)
            .build();

    private final Leaks secrets = new Leaks(
            KEY_SECRET, KEY_TOKEN, ROLE_SECRET, LOGIN_SECRET, KEY_SECRET.substring(0, 14), KEY_TOKEN.substring(0, 14));

    /** Ids are on the pages of their owners, and nowhere where builds are. */
    private final Leaks ids = new Leaks(KEY_ID, ROLE_ID, LOGIN_ID);

    /** Of the plugin's own kinds of credential: the user name of a login is shown by the credentials plugin itself. */
    private final Leaks idsOfOurs = new Leaks(KEY_ID, ROLE_ID);

    private JenkinsRule jenkins;
    private LoggedLines logged;
    private WorkflowJob job;
    private HttpServer quoting;
    private String builtIn;
    private boolean readsPagesAnew;

    @BeforeEach
    void plant(JenkinsRule rule) throws Exception {
        jenkins = rule;
        logged = new LoggedLines();
        // A rule's Jenkins reads each page's source again for each view, and logs every expression in it.
        readsPagesAnew = MetaClass.NO_CACHE;
        MetaClass.NO_CACHE = false;
        weData.world()
                .role(ARN, "partner-7")
                .workflow(PROJECT, WORKFLOW, "nightly")
                .triggerWorkflow(PROJECT, WORKFLOW + "-t", "on demand")
                .task(WORKFLOW, TASK, "versioned", 35)
                .integrationTask(PROJECT, INTEGRATION_TASK, "orders", 201);
        builtIn = weData.listen(0).uri().toString();
        System.setProperty(ENDPOINT, builtIn);
        quoting = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        quoting.createContext("/", MarkerSecretsInJenkinsTest::quote);
        quoting.start();

        TencentCloudApiKey key =
                new TencentCloudApiKey(CredentialsScope.GLOBAL, "key", "a key", KEY_ID, Secret.fromString(KEY_SECRET));
        key.setToken(Secret.fromString(KEY_TOKEN));
        TencentCloudRole role = new TencentCloudRole(
                CredentialsScope.GLOBAL, "role", "a role", ROLE_ID, Secret.fromString(ROLE_SECRET), ARN);
        role.setExternalId("partner-7");
        root(key);
        root(role);
        root(new UsernamePasswordCredentialsImpl(CredentialsScope.GLOBAL, "login", "a login", LOGIN_ID, LOGIN_SECRET));
        WeDataConnection prod = new WeDataConnection("prod");
        prod.setRegion("ap-guangzhou");
        prod.setProjectId(PROJECT);
        prod.setCredentialsId("role");
        ExtensionList.lookupSingleton(WeDataGlobalConfiguration.class).setConnections(List.of(prod));
        job = jenkins.createProject(WorkflowJob.class, "ship");
    }

    @AfterEach
    void stop() {
        MetaClass.NO_CACHE = readsPagesAnew;
        System.clearProperty(ENDPOINT);
        quoting.stop(0);
        weData.close();
        logged.close();
    }

    @Test
    void noPlantedKeyComesOut() throws Exception {
        List<WorkflowRun> builds = everyBuild();
        for (WorkflowRun build : builds) {
            ids.in("the log of " + build, JenkinsRule.getLog(build));
            ids.below(build.getRootDir().toPath(), file -> true);
            lookAtPages(
                    ids,
                    build.getUrl(),
                    "",
                    "console",
                    "consoleFull",
                    "consoleText",
                    "logText/progressiveHtml?start=0",
                    "api/json?depth=3",
                    "api/xml?depth=3",
                    "flowGraphTable",
                    "replay",
                    "wedata/",
                    "wedata/api/json");
        }
        lookAtPages(ids, job.getUrl(), "", "pipeline-syntax/", "configure", "config.xml", "api/json?depth=3");
        lookAtPages(
                secrets,
                "",
                "",
                "manage/configure",
                "credentials/",
                "manage/credentials/",
                "credentials/store/system/domain/_/",
                "credentials/store/system/domain/_/credential/key/",
                "credentials/store/system/domain/_/credential/role/",
                "credentials/store/system/domain/_/credential/login/",
                "credentials/store/system/domain/_/api/json?depth=3",
                "credentials/store/system/domain/_/credential/key/config.xml",
                "api/json?depth=3",
                "threadDump",
                "manage/log/all");
        lookAtPages(idsOfOurs, "credentials/store/system/domain/_/", "");
        ByteArrayOutputStream exported = new ByteArrayOutputStream();
        ConfigurationAsCode.get().export(exported);
        secrets.in("the export as code", exported.toString(StandardCharsets.UTF_8));
        logged.close();
        logged.lines().forEach(line -> secrets.in("the system log", line));
        logged.lines().stream()
                .filter(line -> line.startsWith("io.jenkins.plugins.wedata") || line.startsWith("okhttp3"))
                .forEach(line -> ids.in("the system log", line));
        Thread.getAllStackTraces().keySet().forEach(thread -> ids.in("a thread's name", thread.getName()));
        Path home = jenkins.jenkins.getRootDir().toPath();
        int files = secrets.below(
                home, file -> !file.startsWith("secrets") && !file.startsWith("plugins") && !file.startsWith("war"));
        assertThat(files).as("files").isGreaterThan(20);
        // Whatever is a secret where everybody looks is one where its owner looks.
        assertThat(secrets.found()).isEmpty();
        assertThat(ids.found()).isEmpty();
        assertThat(idsOfOurs.found()).isEmpty();
    }

    @Test
    void aPlantedLeakIsFound() throws Exception {
        WorkflowRun build = run("echo 'signed with " + KEY_SECRET + "'", Result.SUCCESS);
        lookAtPages(ids, build.getUrl(), "consoleText");
        assertThat(secrets.found()).hasSize(2).allMatch(leak -> leak.startsWith("page "));
        secrets.below(build.getRootDir().toPath(), file -> file.endsWith("log"));
        assertThat(secrets.found()).hasSize(4);
        assertThat(ids.found()).isEmpty();
    }

    private List<WorkflowRun> everyBuild() throws Exception {
        List<WorkflowRun> builds = new ArrayList<>();
        String who = "region: 'ap-guangzhou', projectId: '" + PROJECT + "', credentialsId: ";
        builds.add(run(
                calls(who + "'key'") + bound("key") + bound("role")
                        + calls(who + "'login'")
                                .lines()
                                .findFirst()
                                .orElseThrow()
                                .replace("'load'", "'second'")
                        + "\n"
                        + calls("connection: 'prod'")
                                .lines()
                                .findFirst()
                                .orElseThrow()
                                .replace("'load'", "'third'"),
                Result.SUCCESS));
        for (String fault :
                List.of("error:AuthFailure.SignatureFailure", "lost-reply", "cut-json", "502", "302", "wrong-kind")) {
            weData.faults().clear();
            weData.faults()
                    .add(Fault.parse(fault + ":CreateTaskNew:1"))
                    .add(Fault.parse(fault + ":ListTriggerTasks:1"));
            builds.add(run(caught(who + "'key'", "load-" + builds.size()), Result.SUCCESS));
        }
        weData.faults().clear();
        weData.faults().add(Fault.parse("throttle:CreateTaskNew:2"));
        builds.add(run(
                calls(who + "'key'").lines().findFirst().orElseThrow().replace("'load'", "'slow'"), Result.SUCCESS));
        weData.switches().jobEnd(JobEnd.RUNNING);
        String batch = "wedataBatchVersion(" + who + "'key', tasks: ['" + TASK + "'])";
        builds.add(run("timeout(time: 2, unit: 'SECONDS') { " + batch + " }", Result.ABORTED));
        job.setDefinition(new CpsFlowDefinition(batch, true));
        WorkflowRun aborted = job.scheduleBuild2(0).waitForStart();
        jenkins.waitForMessage("RUNNING", aborted);
        secrets.below(aborted.getRootDir().toPath(), file -> true);
        aborted.doStop();
        builds.add(jenkins.waitForCompletion(aborted));
        System.setProperty(ENDPOINT, "http://127.0.0.1:" + quoting.getAddress().getPort() + "/");
        for (String credential : List.of("key", "role", "login")) {
            builds.add(run(caught(who + "'" + credential + "'", "load"), Result.SUCCESS));
            builds.add(
                    run(calls(who + "'" + credential + "'").lines().findFirst().orElseThrow(), Result.FAILURE));
        }
        System.setProperty(ENDPOINT, builtIn);
        return builds;
    }

    /** A call of every step, one a line. */
    private static String calls(String who) {
        return """
                wedataCreateTask(%1$s, workflowId: '%2$s', taskName: 'load', taskType: 'SHELL', content: 'ls')
                wedataCreateTriggerTask(%1$s, baseAttribute: [taskName: 'load', taskTypeId: 'SHELL', workflowId: '%2$s-t'])
                wedataCreateIntegrationTask(%1$s, taskInfo: 'TaskName: load\\nSyncType: 2\\nTaskType: 201')
                wedataCommitIntegration(%1$s, taskId: '%3$s', commitType: 'START', lock: true)
                wedataAwaitJob(%1$s, jobId: wedataBatchVersion(%1$s, tasks: ['%4$s']).jobId)
                """.formatted(who, WORKFLOW, INTEGRATION_TASK, TASK);
    }

    /** The same, each with its failure in the log. */
    private static String caught(String who, String name) {
        StringBuilder script = new StringBuilder();
        calls(who)
                .replace("'load'", "'" + name + "'")
                .lines()
                .forEach(
                        call -> script.append("try { ").append(call).append(" } catch (e) { echo \"CAUGHT ${e}\" }\n"));
        return script.toString();
    }

    private static String bound(String credential) {
        return "withCredentials([tencentCloudApiKey('" + credential + "')]) {\n"
                + "  echo \"SEEN ${TENCENTCLOUD_SECRET_ID} ${TENCENTCLOUD_SECRET_KEY} ${TENCENTCLOUD_SECURITY_TOKEN}\"\n"
                + "}\n";
    }

    private WorkflowRun run(String script, Result result) throws Exception {
        job.setDefinition(new CpsFlowDefinition(script, true));
        WorkflowRun build = jenkins.waitForCompletion(job.scheduleBuild2(0).waitForStart());
        jenkins.assertBuildStatus(result, build);
        return build;
    }

    private void lookAtPages(Leaks leaks, String where, String... pages) throws Exception {
        JenkinsRule.WebClient client = jenkins.createWebClient().withThrowExceptionOnFailingStatusCode(false);
        client.setJavaScriptEnabled(false);
        client.getOptions().setPrintContentOnFailingStatusCode(false);
        for (String page : pages) {
            Page seen = client.getPage(new URL(jenkins.getURL(), where + page));
            String text = seen.getWebResponse().getContentAsString();
            leaks.in("page " + where + page, text);
            secrets.in("page " + where + page, text);
        }
    }

    /** Refuses each request in words that repeat it, every other one by a page. */
    private static void quote(HttpExchange exchange) throws IOException {
        StringBuilder request = new StringBuilder();
        exchange.getRequestHeaders()
                .forEach((name, values) -> request.append(name).append(": ").append(values));
        request.append(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String quoted = request.toString().replace("\\", "\\\\").replace("\"", "\\\"");
        boolean asPage = exchange.getRequestHeaders()
                .getFirst("X-TC-Action")
                .toLowerCase(Locale.ROOT)
                .contains("lock");
        byte[] body = (asPage
                        ? "<html>" + quoted + "</html>"
                        : "{\"Response\":{\"Error\":{\"Code\":\"InvalidParameter\",\"Message\":\"" + quoted
                                + "\"},\"RequestId\":\"r\"}}")
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(asPage ? 400 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static void root(Credentials credential) throws IOException {
        SystemCredentialsProvider.getInstance().getCredentials().add(credential);
        SystemCredentialsProvider.getInstance().save();
    }
}
