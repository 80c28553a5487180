package io.jenkins.plugins.wedata.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.wedata.client.ApiKey;
import io.jenkins.plugins.wedata.client.CallLimits;
import io.jenkins.plugins.wedata.client.Endpoint;
import io.jenkins.plugins.wedata.client.Site;
import io.jenkins.plugins.wedata.client.SteadyRetries;
import io.jenkins.plugins.wedata.client.WeDataClient;
import io.jenkins.plugins.wedata.emulator.BuiltInWeData;
import io.jenkins.plugins.wedata.environment.BuildConnection;
import io.jenkins.plugins.wedata.environment.BuildCredential;
import io.jenkins.plugins.wedata.environment.CredentialStore;
import io.jenkins.plugins.wedata.environment.Credentials;
import io.jenkins.plugins.wedata.environment.Destination;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which project, region, credential and host a step's call has, when the step names a connection or there is a default. */
class StepConnectionTest {

    private static final String OTHER_PROJECT = "1460947878944567999";
    private static final Destination MAINLAND = new Destination.OnSite(Site.MAINLAND);

    private final StepBench bench = new StepBench();
    private final List<String> ownLookUps = new CopyOnWriteArrayList<>();
    private final CredentialStore store = id -> {
        ownLookUps.add(id);
        return id.equals("of-the-connection")
                ? Optional.of(BuildCredential.of(ApiKey.of("AKIDnext", StepBench.NEXT_SECRET)))
                : Optional.empty();
    };

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aConnectionGivesAllThatAStepLeavesOut() throws Exception {
        connection("prod", MAINLAND, "ap-singapore", StepBench.PROJECT, "of-the-connection");
        CreateTaskStep step = create();
        step.setConnection("prod");

        bench.run(step);

        assertThat(bench.weData.world().tasksNamed("load")).hasSize(1);
        assertThat(header("x-tc-region")).containsOnly("ap-singapore");
        assertThat(header("authorization")).allMatch(value -> value.contains("AKIDnext"));
        assertThat(header("host")).containsOnly("wedata.tencentcloudapi.com");
        assertThat(ownLookUps).contains("of-the-connection");
        assertThat(bench.build.threads)
                .as("the build's own credentials are not asked")
                .isEmpty();
    }

    @Test
    void theDefaultConnectionServesStepsThatNameNone() throws Exception {
        connection("prod", MAINLAND, "ap-singapore", StepBench.PROJECT, "of-the-connection");
        bench.build.byDefault = "prod";

        bench.run(create());

        assertThat(header("x-tc-region")).containsOnly("ap-singapore");
    }

    @Test
    void whatAStepNamesItselfWins() throws Exception {
        bench.weData.world().workflow(OTHER_PROJECT, "other", "other");
        connection("prod", MAINLAND, "ap-singapore", OTHER_PROJECT, "of-the-connection");
        CreateTaskStep step = bench.called(create());
        step.setConnection("prod");

        bench.run(step);

        assertThat(header("x-tc-region")).containsOnly("ap-guangzhou");
        assertThat(header("authorization")).allMatch(value -> value.contains("AKIDstep"));
        assertThat(ownLookUps).isEmpty();
    }

    @Test
    void theHostIsTheConnectionsAlone() throws Exception {
        connection("intl", new Destination.OnSite(Site.INTERNATIONAL), null, null, null);
        CreateTaskStep step = bench.called(create());
        step.setConnection("intl");
        step.setSite("international");
        bench.run(step);
        assertThat(header("host")).containsOnly("wedata.intl.tencentcloudapi.com");

        CreateTaskStep other = bench.called(create());
        other.setConnection("intl");
        other.setSite("MAINLAND");
        assertThatThrownBy(() -> again().run(other))
                .hasMessage("wedataCreateTask: site: 'MAINLAND' is not valid; give none, or INTERNATIONAL,"
                        + " the site of connection 'intl'");
    }

    @Test
    void aRegionalHostFollowsTheStepsRegion() throws Exception {
        connection("regional", new Destination.OnSite(Site.REGIONAL), "ap-singapore", null, null);
        CreateTaskStep step = bench.called(create());
        step.setConnection("regional");
        bench.run(step);
        assertThat(header("host")).containsOnly("wedata.ap-guangzhou.tencentcloudapi.com");
    }

    @Test
    void anAddressOfTheAdministratorsIsNotReplacedByASite() throws Exception {
        Endpoint own = Endpoint.parse("https://wedata.corp.example:8443");
        connection("corp", new Destination.OwnAddress(own), "ap-guangzhou", StepBench.PROJECT, "of-the-connection");
        CreateTaskStep step = create();
        step.setConnection("corp");
        bench.run(step);
        assertThat(header("host")).containsOnly("wedata.corp.example:8443");

        CreateTaskStep other = create();
        other.setConnection("corp");
        other.setSite("MAINLAND");
        assertThatThrownBy(() -> again().run(other))
                .hasMessageContaining("site: 'MAINLAND' is not valid; give none: connection 'corp' has an address");
    }

    @Test
    void theControllersOwnAddressTakesThePlaceOfTheConnectionsSite() throws Exception {
        bench.build.ownEndpoint = Optional.of(Endpoint.parse("http://127.0.0.1:8080"));
        connection("prod", MAINLAND, "ap-guangzhou", StepBench.PROJECT, "of-the-connection");
        CreateTaskStep step = create();
        step.setConnection("prod");
        bench.run(step);
        assertThat(header("host")).containsOnly("127.0.0.1:8080");
    }

    @Test
    void aConnectionThatCantBeUsedIsTheOneThingThatIsSaidOfWhatItShouldGive() {
        CreateTaskStep step = create();
        step.setConnection("nobody");
        assertThatThrownBy(() -> bench.run(step))
                .hasMessage("wedataCreateTask: connection: 'nobody' is not valid; give the id of a connection");
        assertThat(bench.weData.ledger().requests()).isEmpty();
    }

    @Test
    void whatNeitherStepNorConnectionNamesIsMissingAndBothPlacesAreNamed() {
        connection("bare", MAINLAND, null, null, null);
        CreateTaskStep step = create();
        step.setConnection("bare");
        assertThatThrownBy(() -> bench.run(step))
                .hasMessageContaining("3 values are wrong")
                .hasMessageContaining("region: is missing; give a region such as ap-guangzhou, ap-singapore or"
                        + " eu-frankfurt, which connection 'bare' does not name")
                .hasMessageContaining("projectId: is missing; give the id of a WeData project, which connection 'bare'")
                .hasMessageContaining("credentialsId: is missing");
        assertThatThrownBy(() -> again().run(create()))
                .hasMessageContaining(
                        "projectId: is missing; give the id of a WeData project, here or in a WeData" + " connection");
    }

    @Test
    void aCredentialThatTheConnectionHasLostIsTheAdministratorsToRepair() {
        connection("prod", MAINLAND, "ap-guangzhou", StepBench.PROJECT, "gone");
        CreateTaskStep step = create();
        step.setConnection("prod");
        assertThatThrownBy(() -> bench.run(step))
                .hasMessage(
                        "wedataCreateTask: connection: 'prod' is not valid; give a connection whose credential can be"
                                + " used; an administrator has to correct credentialsId: 'gone' is not valid; give "
                                + Credentials.AT_ROOT);
    }

    @Test
    void theConnectionsLimitsHold() throws Exception {
        bench.build.connections.put(
                "hasty",
                new BuildConnection(
                        "hasty",
                        MAINLAND,
                        "ap-guangzhou",
                        StepBench.PROJECT,
                        "of-the-connection",
                        store,
                        "group",
                        new CallLimits(Duration.ofSeconds(1), 20)));
        bench.fault("throttle:*:*");
        CreateTaskStep step = create();
        step.setConnection("hasty");
        assertThatThrownBy(() -> bench.run(step)).hasMessageContaining("RequestLimitExceeded");
        // With the standard budget it would be tried for minutes.
        assertThat(bench.sent).hasSizeLessThan(5);
    }

    @Test
    void aWaitThatBeganWithADefaultGoesOnWithItAfterARestart() throws Exception {
        connection("first", MAINLAND, "ap-guangzhou", StepBench.PROJECT, "of-the-connection");
        connection("second", MAINLAND, "ap-singapore", OTHER_PROJECT, "gone");
        bench.build.byDefault = "first";
        bench.weData.world().task(StepBench.WORKFLOW, "20260302080000001", "load", 35);
        StepExecution execution = bench.start(new BatchVersionStep(List.of(new VersionTask("20260302080000001"))));
        bench.until(() -> execution.getStatus().startsWith("waiting for"));

        bench.build.byDefault = "second";
        bench.restart(execution).onResume();

        assertThat(bench.end().get("outcome")).isEqualTo("SUCCESS");
    }

    @Test
    void aWaitThatBeganWithoutAConnectionGoesOnWithoutOneAfterARestart() throws Exception {
        bench.weData.world().task(StepBench.WORKFLOW, "20260302080000001", "load", 35);
        StepExecution execution =
                bench.start(bench.called(new BatchVersionStep(List.of(new VersionTask("20260302080000001")))));
        bench.until(() -> execution.getStatus().startsWith("waiting for"));

        Endpoint elsewhere = Endpoint.parse("https://wedata.corp.example");
        connection("new", new Destination.OwnAddress(elsewhere), "ap-singapore", OTHER_PROJECT, "of-the-connection");
        bench.build.byDefault = "new";
        bench.restart(execution).onResume();

        assertThat(bench.end().get("outcome")).isEqualTo("SUCCESS");
        assertThat(header("host")).containsOnly("wedata.tencentcloudapi.com");
    }

    @Test
    void aRehearsalLeavesTheProcessNotAndSaysSoInEveryLine() throws Exception {
        try (BuiltInWeData rehearsed = rehearsed()) {
            CreateTaskStep step = create();
            step.setConnection("try");
            step.setSite("INTERNATIONAL");
            step.setCredentialsId("nobody");

            Map<?, ?> result = bench.run(step);

            assertThat(result.get("created")).isEqualTo(true);
            assertThat(rehearsed.world().tasksNamed("load")).hasSize(1);
            assertThat(bench.weData.ledger().requests()).isEmpty();
            assertThat(bench.log()).isNotEmpty().allMatch(line -> line.startsWith("REHEARSAL: "));
            assertThat(bench.build.threads).as("no credential is asked for").isEmpty();
        }
    }

    private BuiltInWeData rehearsed() {
        BuiltInWeData rehearsed = BuiltInWeData.builder()
                .time(bench.time)
                .key("AKIDtry", "secret")
                .build();
        rehearsed.world().workflow(StepBench.PROJECT, StepBench.WORKFLOW, "nightly");
        WeDataClient client = WeDataClient.over(rehearsed.transport(), bench.time, SteadyRetries.policy());
        connection(
                "try",
                new Destination.Rehearsed(client, ApiKey.of("AKIDtry", "secret")),
                null,
                StepBench.PROJECT,
                null);
        return rehearsed;
    }

    private void connection(String id, Destination where, String region, String project, String credentialsId) {
        bench.build.connections.put(
                id, new BuildConnection(id, where, region, project, credentialsId, store, null, CallLimits.STANDARD));
    }

    private StepBench again() {
        bench.context = bench.new Context();
        return bench;
    }

    private static CreateTaskStep create() {
        return new CreateTaskStep(StepBench.WORKFLOW, "load", "SHELL");
    }

    private List<String> header(String name) {
        return bench.sent.stream()
                .map(request -> request.headers().entrySet().stream()
                        .filter(header -> header.getKey().equalsIgnoreCase(name))
                        .map(header -> String.valueOf(header.getValue()))
                        .findFirst()
                        .orElse(""))
                .toList();
    }
}
