package io.jenkins.plugins.wedata.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.wedata.Leaks;
import io.jenkins.plugins.wedata.LoggedLines;
import io.jenkins.plugins.wedata.api.RoleArn;
import io.jenkins.plugins.wedata.client.ApiKey;
import io.jenkins.plugins.wedata.client.AssumedRole;
import io.jenkins.plugins.wedata.client.CallLimits;
import io.jenkins.plugins.wedata.client.Region;
import io.jenkins.plugins.wedata.client.Site;
import io.jenkins.plugins.wedata.client.TemporaryKeys;
import io.jenkins.plugins.wedata.client.WireReply;
import io.jenkins.plugins.wedata.client.WireRequest;
import io.jenkins.plugins.wedata.emulator.Fault;
import io.jenkins.plugins.wedata.emulator.FaultKind;
import io.jenkins.plugins.wedata.emulator.JobEnd;
import io.jenkins.plugins.wedata.environment.BuildConnection;
import io.jenkins.plugins.wedata.environment.BuildCredential;
import io.jenkins.plugins.wedata.environment.Destination;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever becomes of a step, no part of its key is in anything that comes out of it. */
class MarkerSecretsTest {

    private static final ApiKey KEY = StepBench.MARKED;
    private static final ApiKey BASE = ApiKey.of("AKIDstep", StepBench.SECRET);

    private final Leaks leaks = new Leaks(
            KEY.secretId(),
            KEY.secretKey(),
            KEY.token().orElseThrow(),
            StepBench.SECRET,
            KEY.secretKey().substring(0, 12),
            KEY.token().orElseThrow().substring(0, 12));
    private final LoggedLines logged = new LoggedLines();

    @AfterEach
    void nothingIsFound() {
        logged.close();
        logged.lines().forEach(line -> leaks.in("the system log", line));
        Thread.getAllStackTraces().keySet().forEach(thread -> leaks.in("a thread's name", thread.getName()));
        assertThat(leaks.found()).isEmpty();
        assertThat(logged.lines()).noneMatch(line -> line.matches("(?s).*Signature=[0-9a-f]{8}.*"));
    }

    static List<Class<? extends WeDataStep>> kinds() {
        return List.copyOf(EveryStep.kinds());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void ofAStepThatSucceeds(Class<? extends WeDataStep> kind) throws Exception {
        try (StepBench bench = marked()) {
            StepExecution execution = bench.start(bench.called(EveryStep.of(kind, bench)));
            bench.end();
            look(bench, execution);
            assertThat(bench.sent)
                    .last()
                    .satisfies(request -> assertThat(request.headers())
                            .containsEntry("X-TC-Token", KEY.token().orElseThrow()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofAnyStepWhenACallGoesWrong(FaultKind fault) throws Exception {
        for (Class<? extends WeDataStep> kind : EveryStep.kinds()) {
            for (int skipped : new int[] {0, 1}) {
                try (StepBench bench = marked()) {
                    WeDataStep step = EveryStep.of(kind, bench);
                    Fault usual = Fault.of(fault);
                    bench.weData
                            .faults()
                            .add(new Fault(
                                    fault, null, skipped, 4, 1, usual.duration(), usual.code(), usual.afterWork()));
                    run(bench, step);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AuthFailure.SecretIdNotFound",
                "AuthFailure.SignatureExpire",
                "AuthFailure.SignatureFailure",
                "AuthFailure.TokenFailure",
                "FailedOperation",
                "InternalError",
                "InvalidParameter",
                "RequestLimitExceeded",
                "ResourceNotFound",
                "UnauthorizedOperation",
                "UnsupportedOperation"
            })
    void ofAnyStepWhoseRequestIsQuotedByTheErrorThatRefusesIt(String code) throws Exception {
        everyStep(request -> Optional.of(reply(
                200,
                "{\"Response\":{\"Error\":{\"Code\":\"" + code + "\",\"Message\":\"" + quoted(request)
                        + "\"},\"RequestId\":\"" + quoted(request) + "\"}}")));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 302, 400, 401, 403, 407, 429, 500, 502})
    void ofAnyStepWhoseRequestIsQuotedByAPage(int status) throws Exception {
        everyStep(
                request -> Optional.of(reply(status, "<html><body><pre>" + quoted(request) + "</pre></body></html>")));
    }

    @Test
    void ofAnyStepWhoseRequestIsQuotedWhereAResultIsExpected() throws Exception {
        everyStep(request ->
                Optional.of(reply(200, "{\"Response\":{\"Data\":\"" + quoted(request) + "\",\"RequestId\":\"r\"}}")));
    }

    private void everyStep(Function<WireRequest, Optional<WireReply>> answer) throws Exception {
        for (Class<? extends WeDataStep> kind : EveryStep.kinds()) {
            try (StepBench bench = marked()) {
                WeDataStep step = EveryStep.of(kind, bench);
                bench.instead = answer;
                assertThat(run(bench, step)).as(kind + " fails").isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void ofAStepThatIsAborted(Class<? extends WeDataStep> kind) throws Exception {
        try (StepBench bench = marked()) {
            WeDataStep step = EveryStep.of(kind, bench);
            bench.weData.switches().jobEnd(JobEnd.RUNNING);
            Fault slow = Fault.of(FaultKind.SLOW);
            bench.weData
                    .faults()
                    .add(new Fault(FaultKind.SLOW, null, 0, 4, 1, Duration.ofMinutes(1), slow.code(), true));
            int before = bench.sent.size();
            StepExecution execution = bench.start(bench.called(step));
            bench.until(() -> bench.sent.size() > before);
            execution.stop(new FlowInterruptedException(hudson.model.Result.ABORTED, true));
            look(bench, execution);
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {BatchVersionStep.class, AwaitJobStep.class})
    void ofAStepWhoseTimeIsUp(Class<? extends WeDataStep> kind) throws Exception {
        try (StepBench bench = marked()) {
            bench.weData.switches().jobEnd(JobEnd.RUNNING);
            WeDataStep step = EveryStep.of(kind, bench);
            assertThat(run(bench, step)).as("ends in time").isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void ofAStepWithARoleWhoseKeyIsTemporary(Class<? extends WeDataStep> kind) throws Exception {
        try (StepBench bench = withRole(EveryStep.bench())) {
            bench.instead = request -> isAssumeRole(request) ? Optional.of(temporaryKey(bench)) : Optional.empty();
            WeDataStep step = EveryStep.of(kind, bench);
            step.setConnection("role");
            execute(bench, step);
            assertThat(bench.sent)
                    .last()
                    .satisfies(request -> assertThat(request.headers())
                            .containsEntry("X-TC-Token", KEY.token().orElseThrow()));
        }
    }

    @Test
    void ofAStepWhoseRoleIsRefusedInWordsThatQuoteTheRequest() throws Exception {
        try (StepBench bench = withRole(EveryStep.bench())) {
            bench.instead = request -> Optional.of(reply(
                    200,
                    "{\"Response\":{\"Error\":{\"Code\":\"UnauthorizedOperation\",\"Message\":\"" + quoted(request)
                            + "\"},\"RequestId\":\"r\"}}"));
            CreateTaskStep step = (CreateTaskStep) EveryStep.of(CreateTaskStep.class, bench);
            step.setConnection("role");
            assertThat(execute(bench, step)).isFalse();
        }
    }

    @Test
    void aLeakWouldBeFound() throws Exception {
        Leaks planted = new Leaks(KEY.secretKey());
        try (StepBench bench = marked()) {
            bench.build.log().milestone("signed with " + KEY.secretKey());
            look(bench, bench.start(bench.called(EveryStep.of(CreateTaskStep.class, bench))), planted);
        }
        assertThat(planted.found()).hasSize(1).first().asString().contains("signed with");
    }

    private static StepBench marked() {
        StepBench bench = EveryStep.bench();
        bench.build.key = KEY;
        return bench;
    }

    private static StepBench withRole(StepBench bench) {
        AssumedRole role = new AssumedRole(
                Site.MAINLAND.tokenEndpoint(new Region("ap-guangzhou")),
                new Region("ap-guangzhou"),
                BASE,
                RoleArn.parse("qcs::cam::uin/100000000001:roleName/release").orElseThrow(),
                "jenkins",
                Duration.ofHours(2),
                Optional.of("partner"));
        TemporaryKeys keys = new TemporaryKeys(bench.client);
        bench.build.connections.put(
                "role",
                new BuildConnection(
                        "role",
                        new Destination.OnSite(Site.MAINLAND),
                        "ap-guangzhou",
                        StepBench.PROJECT,
                        "role",
                        id -> Optional.of(BuildCredential.of(role, keys)),
                        null,
                        CallLimits.STANDARD));
        return bench;
    }

    private static boolean isAssumeRole(WireRequest request) {
        return "AssumeRole".equals(request.headers().get("X-TC-Action"));
    }

    private static WireReply temporaryKey(StepBench bench) {
        return reply(
                200,
                "{\"Response\":{\"Credentials\":{\"Token\":\"" + KEY.token().orElseThrow() + "\",\"TmpSecretId\":\""
                        + KEY.secretId() + "\",\"TmpSecretKey\":\"" + KEY.secretKey() + "\"},\"ExpiredTime\":"
                        + bench.time.now().plusSeconds(7200).getEpochSecond() + ",\"RequestId\":\"r\"}}");
    }

    private static WireReply reply(int status, String body) {
        return new WireReply(status, null, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Headers and body, as a careless server repeats them. */
    private static String quoted(WireRequest request) {
        return (request.headers().get("X-TC-Token") + " " + request.headers().get("Authorization") + " "
                        + request.headers() + " " + new String(request.body(), StandardCharsets.UTF_8))
                .replace("\\", "\\\\")
                .replace("\"", "\\\"");
    }

    private boolean run(StepBench bench, WeDataStep step) throws Exception {
        return execute(bench, bench.called(step));
    }

    /** Runs a step to its end, and tells whether it succeeded. */
    private boolean execute(StepBench bench, WeDataStep step) throws Exception {
        StepExecution execution = bench.start(step);
        boolean succeeded = false;
        try {
            bench.end(Duration.ofMinutes(2));
            succeeded = true;
        } catch (Exception e) {
            leaks.in("the failure", e);
        }
        look(bench, execution);
        return succeeded;
    }

    private void look(StepBench bench, StepExecution execution) throws Exception {
        look(bench, execution, leaks);
    }

    private static void look(StepBench bench, StepExecution execution, Leaks leaks) throws Exception {
        bench.log().forEach(line -> leaks.in("the build's log", line));
        bench.build.unstable.forEach(reason -> leaks.in("the unstable mark", reason));
        leaks.in("the status", String.valueOf(execution.getStatus()));
        leaks.in("the step", execution.toString());
        leaks.in("the program", new String(StepBench.write(execution), StandardCharsets.ISO_8859_1));
        Object ended = bench.context.ended.handle((result, failure) -> result).getNow(Map.of());
        leaks.in("the result", String.valueOf(ended));
        bench.sent.forEach(request -> leaks.in("a request as text", request.toString()));
        assertThat(bench.log()).noneMatch(line -> line.contains("Signature=") && !line.contains("Signature=****"));
    }
}
