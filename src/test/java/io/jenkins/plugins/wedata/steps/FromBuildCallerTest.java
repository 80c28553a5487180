package io.jenkins.plugins.wedata.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.wedata.client.ApiKey;
import io.jenkins.plugins.wedata.client.CallLimits;
import io.jenkins.plugins.wedata.client.Site;
import io.jenkins.plugins.wedata.emulator.Pace;
import io.jenkins.plugins.wedata.environment.BuildConnection;
import io.jenkins.plugins.wedata.environment.BuildCredential;
import io.jenkins.plugins.wedata.environment.Destination;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In whose name, and for which jobs, a build goes on from another: never in the name of an account that nobody named. */
class FromBuildCallerTest {

    private static final String FIRST = "20260302080000001";
    private static final String SECOND = "20260302080000002";
    private static final String THIRD = "20260302080000003";
    private static final String OTHER_PROJECT = "1460947878944567999";
    private static final String OTHER_WORKFLOW = "other";

    @TempDir
    Path folder;

    private FromBuildBench builds;
    private StepBench bench;

    @BeforeEach
    void open() {
        builds = new FromBuildBench(folder);
        bench = builds.bench;
        bench.weData
                .world()
                .task(StepBench.WORKFLOW, FIRST, "load", 35)
                .task(StepBench.WORKFLOW, SECOND, "clean", 35)
                .workflow(OTHER_PROJECT, OTHER_WORKFLOW, "other")
                .task(OTHER_WORKFLOW, THIRD, "elsewhere", 35);
        connection("prod", "ap-guangzhou");
        connection("other", "ap-shanghai");
    }

    @AfterEach
    void close() {
        builds.close();
    }

    @Test
    void aBuildThatNeededNoConnectionIsGoneOnWithWithoutTheDefaultOfThisOne() throws Exception {
        builds.start(bench.called(builds.batch(FIRST)));
        next();
        bench.build.byDefault = "other";

        assertThat(bench.run(FromBuildBench.from("7")).get("outcome")).isEqualTo("SUCCESS");

        assertCalledAs("AKIDstep", "ap-guangzhou");
        assertThat(builds.onlyRow("8").begun().connection()).isNull();
        assertThat(bench.log()).contains("Calling WeData with credentialsId: 'release', region: 'ap-guangzhou'");
    }

    @Test
    void afterARestartTooNoDefaultTakesItsPlace() throws Exception {
        bench.weData.switches().pace(Pace.byTime(Duration.ZERO, Duration.ZERO, Duration.ofMinutes(5), Duration.ZERO));
        builds.start(bench.called(builds.batch(FIRST)));
        next();
        bench.build.byDefault = "other";
        StepExecution execution = bench.start(FromBuildBench.from("7"));
        bench.until(() -> !bench.sent.isEmpty());
        bench.build.connections.clear();
        StepExecution revived = bench.restart(execution);
        revived.onResume();
        assertThat(bench.end(Duration.ofSeconds(10)).get("outcome")).isEqualTo("SUCCESS");
        assertCalledAs("AKIDstep", "ap-guangzhou");
        assertThat(builds.onlyRow("8").begun().connection()).isNull();
    }

    @Test
    void theConnectionOfThatBuildStandsBeforeTheDefaultOfThisOne() throws Exception {
        bench.build.byDefault = "prod";
        builds.start(builds.batch(FIRST));
        next();
        bench.build.byDefault = "other";
        assertThat(bench.run(FromBuildBench.from("7")).get("outcome")).isEqualTo("SUCCESS");
        assertCalledAs("AKIDnext", "ap-guangzhou");
        assertThat(bench.log()).contains("Calling WeData with connection: 'prod'");
    }

    @Test
    void anotherConnectionThatIsNamedBringsItsOwnCredentialAndRegion() throws Exception {
        BatchVersionStep elsewhere = bench.called(builds.batch(FIRST));
        elsewhere.setRegion("ap-beijing");
        builds.start(elsewhere);
        next();
        AwaitJobStep step = FromBuildBench.from("7");
        step.setConnection("other");
        bench.start(step);
        bench.until(() -> !bench.sent.isEmpty());
        assertCalledAs("AKIDnext", "ap-shanghai");
    }

    @Test
    void anotherCredentialThatIsNamedGoesWithTheRestOfThatBuild() throws Exception {
        bench.build.byDefault = "prod";
        builds.start(builds.batch(FIRST));
        next();
        AwaitJobStep step = FromBuildBench.from("7");
        step.setCredentialsId("release");
        bench.run(step);
        assertCalledAs("AKIDstep", "ap-guangzhou");
        assertThat(builds.onlyRow("8").begun().connection()).isEqualTo("prod");
    }

    @Test
    void whereThatBuildsCredentialIsNotKnownNoDefaultIsTakenForIt() throws Exception {
        Files.writeString(
                builds.journal("7"),
                "{\"is\":\"begun\",\"key\":\"release#7.2\",\"functionName\":\"wedataBatchVersion\","
                        + "\"description\":{\"actionName\":\"BatchCreateTaskVersionAsync\",\"what\":\"1\","
                        + "\"projectId\":\"" + StepBench.PROJECT
                        + "\"},\"site\":\"MAINLAND\",\"at\":\"2026-03-02T08:00:00Z\"}\n"
                        + "{\"is\":\"reached\",\"key\":\"release#7.2\",\"progress\":{\"stage\":\"WRITTEN\",\"id\":\"7\","
                        + "\"since\":\"2026-03-02T08:00:00Z\"},\"at\":\"2026-03-02T08:00:00Z\"}\n");
        next();
        bench.build.byDefault = "other";
        assertThatThrownBy(() -> bench.run(FromBuildBench.from("7")))
                .hasMessageContaining("credentialsId: is missing")
                .hasMessageContaining("region: is missing");
        assertThat(bench.sent).isEmpty();
    }

    @Test
    void onlyJobsThatWereStartedAsTheStepSaysAreWaitedFor() throws Exception {
        bench.build.byDefault = "prod";
        builds.start(builds.batch(FIRST));
        bench.build.byDefault = null;
        Object ours = builds.start(bench.called(builds.batch(SECOND)));
        next();
        AwaitJobStep bare = FromBuildBench.from("7");
        assertThatThrownBy(() -> bench.run(bare)).hasMessageContaining("connection: is missing; give one of prod");
        builds.begin("9");
        AwaitJobStep named = FromBuildBench.from("7");
        named.setCredentialsId("release");
        Map<?, ?> result = bench.run(named);
        assertThat(result.get("jobId")).isEqualTo(ours);
        assertThat(each(result, "operations", "outcome")).containsExactly("NOT_AWAITED");
        assertCalledAs("AKIDstep", "ap-guangzhou");
    }

    @Test
    void aProjectThatIsNamedIsTheOnlyOneWhoseJobsAreWaitedFor() throws Exception {
        builds.start(bench.called(builds.batch(FIRST)));
        BatchVersionStep other = bench.called(builds.batch(THIRD));
        other.setProjectId(OTHER_PROJECT);
        Object there = builds.start(other);
        next();
        AwaitJobStep step = FromBuildBench.from("7");
        step.setProjectId(OTHER_PROJECT);
        Map<?, ?> result = bench.run(step);
        assertThat(result.get("jobId")).isEqualTo(there);
        assertThat(each(result, "operations", "outcome")).containsExactly("NOT_AWAITED");
        assertThat(each(result, "operations", "what")).containsExactly(StepBench.PROJECT);
    }

    @Test
    void aProjectOfWhichThatBuildStartedNoJobIsToldBeforeAnyCall() throws Exception {
        builds.start(bench.called(builds.batch(FIRST)));
        next();
        AwaitJobStep step = FromBuildBench.from("7");
        step.setProjectId(OTHER_PROJECT);
        assertThatThrownBy(() -> bench.run(step))
                .hasMessage("wedataAwaitJob: projectId: '" + OTHER_PROJECT + "' is not valid; give one of "
                        + StepBench.PROJECT + ": that build's jobs are of no other project");
        assertThat(bench.sent).isEmpty();
    }

    /** The next build begins, and its calls alone are looked at. */
    private void next() {
        builds.begin("8");
        bench.sent.clear();
    }

    private void assertCalledAs(String secretId, String region) {
        assertThat(bench.sent).isNotEmpty();
        assertThat(builds.header("authorization")).allMatch(value -> value.contains(secretId));
        assertThat(builds.header("x-tc-region")).containsOnly(region);
    }

    private void connection(String id, String region) {
        bench.build.connections.put(
                id,
                new BuildConnection(
                        id,
                        new Destination.OnSite(Site.MAINLAND),
                        region,
                        null,
                        "of-the-connection",
                        name -> Optional.of(BuildCredential.of(ApiKey.of("AKIDnext", StepBench.NEXT_SECRET))),
                        null,
                        CallLimits.STANDARD));
    }

    private static List<Object> each(Map<?, ?> result, String list, String field) {
        List<Object> values = new ArrayList<>();
        ((List<?>) result.get(list)).forEach(one -> values.add(((Map<?, ?>) one).get(field)));
        return values;
    }
}
