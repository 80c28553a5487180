package io.jenkins.plugins.wedata.steps;

import static io.jenkins.plugins.wedata.steps.StepBench.PROJECT;
import static io.jenkins.plugins.wedata.steps.StepBench.SECRET;
import static io.jenkins.plugins.wedata.steps.StepBench.WORKFLOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.wedata.api.IntegrationTaskType;
import io.jenkins.plugins.wedata.client.ApiKey;
import io.jenkins.plugins.wedata.client.CallLimits;
import io.jenkins.plugins.wedata.client.Endpoint;
import io.jenkins.plugins.wedata.client.OkHttpTransport;
import io.jenkins.plugins.wedata.client.Site;
import io.jenkins.plugins.wedata.client.SteadyRetries;
import io.jenkins.plugins.wedata.client.SystemTimeSource;
import io.jenkins.plugins.wedata.client.WeDataClient;
import io.jenkins.plugins.wedata.emulator.HttpFrontEnd;
import io.jenkins.plugins.wedata.environment.BuildConnection;
import io.jenkins.plugins.wedata.environment.Destination;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a form is offered, asked of the built-in WeData. */
class LiveQueryTest {

    private static final Duration GENEROUS = Duration.ofSeconds(20);
    private static final String TASK = "20251222225827398";
    private static final FormPlace PLACE = new FormPlace(null, null, PROJECT, "release", "ap-guangzhou", null);

    private final StepBench bench = new StepBench();
    private LiveAnswers answers = new LiveAnswers(bench.time::nanos, GENEROUS);

    @AfterEach
    void close() {
        bench.close();
    }

    private LiveQuery query() {
        return query(PLACE);
    }

    private LiveQuery query(FormPlace place) {
        // Past the pace at which calls of one action may follow each other.
        bench.time.advance(Duration.ofMillis(200));
        return new LiveQuery(bench.build, () -> answers, place);
    }

    private int calls(String action) {
        return bench.weData.ledger().deliveries(action);
    }

    @Test
    void eachKindIsListedWithIdAndNameByOneCallForOneLargePage() {
        bench.weData
                .world()
                .project(PROJECT, "warehouse")
                .task(WORKFLOW, TASK, "load", 35)
                .triggerWorkflow(PROJECT, "trigger-flow", "on signup")
                .triggerTask("trigger-flow", "trigger-task", "count", 35)
                .integrationTask(PROJECT, "offline-task", "copy", 202)
                .resourceGroup("group", "standard", "Schedule", PROJECT);

        assertThat(query().projects()).containsExactly("warehouse — " + PROJECT);
        assertThat(query().workflows()).containsExactly("nightly — " + WORKFLOW);
        assertThat(query().triggerWorkflows()).containsExactly("on signup — trigger-flow");
        assertThat(query().tasks(null)).containsExactly("load — " + TASK);
        assertThat(query().tasks(WORKFLOW)).containsExactly("load — " + TASK);
        assertThat(query().tasks("another")).isEmpty();
        assertThat(query().triggerTasks("trigger-flow")).containsExactly("count — trigger-task");
        assertThat(query().integrationTasks(IntegrationTaskType.REAL_TIME))
                .containsExactly("orders — " + StepBench.INTEGRATION_TASK);
        assertThat(query().integrationTasks(IntegrationTaskType.OFFLINE)).containsExactly("copy — offline-task");
        assertThat(query().resourceGroups()).containsExactly("standard — group");

        assertThat(bench.weData.ledger().requests()).hasSize(10).allSatisfy(request -> {
            assertThat(request.body().get("PageNumber").asLong()).isEqualTo(1);
            assertThat(request.body().get("PageSize").asLong()).isEqualTo(200);
        });
    }

    @Test
    void whatIsListedIsInTheOrderOfNames() {
        bench.weData
                .world()
                .workflow(PROJECT, "f1", "Orders 10")
                .workflow(PROJECT, "f2", "orders 9")
                .workflow(PROJECT, "f3", "archive")
                .workflow(PROJECT, "f4", "Zoo");
        assertThat(query().workflows())
                .containsExactly(
                        "archive — f3", "nightly — " + WORKFLOW, "orders 9 — f2", "Orders 10 — f1", "Zoo — f4");
    }

    @Test
    void whatDoesNotStandOnTheFirstPageIsNotAskedFor() {
        for (int i = 0; i < 450; i++) {
            bench.weData.world().workflow(PROJECT, "flow-" + i, "flow " + i);
        }
        assertThat(query().workflows()).hasSize(200);
        assertThat(calls("ListWorkflows")).isEqualTo(1);
    }

    @Test
    void anAnswerServesForAMinute() {
        query().workflows();
        bench.weData.world().workflow(PROJECT, "new", "new one");
        bench.time.advance(Duration.ofSeconds(59));
        assertThat(query().workflows()).hasSize(1);
        assertThat(calls("ListWorkflows")).isEqualTo(1);

        bench.time.advance(Duration.ofSeconds(2));
        assertThat(query().workflows()).hasSize(2);
        assertThat(calls("ListWorkflows")).isEqualTo(2);
    }

    @Test
    void aFailureIsRememberedForTenSeconds() {
        bench.fault("error:UnauthorizedOperation:ListWorkflows:1");
        assertThat(query().workflows()).isEmpty();
        bench.time.advance(Duration.ofSeconds(9));
        assertThat(query().workflows()).isEmpty();
        assertThat(calls("ListWorkflows")).isEqualTo(1);

        bench.time.advance(Duration.ofSeconds(2));
        assertThat(query().workflows()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lost-reply:ListWorkflows",
                "drop:ListWorkflows",
                "throttle:ListWorkflows",
                "502:ListWorkflows",
                "302:ListWorkflows",
                "empty:ListWorkflows",
                "cut-json:ListWorkflows",
                "wrong-kind:ListWorkflows",
                "null-data:ListWorkflows",
                "error:InternalError:ListWorkflows",
                "error:InvalidAction:ListWorkflows",
                "error:AuthFailure.SecretIdNotFound:ListWorkflows"
            })
    void aServiceThatDoesNotAnswerLeavesAFieldToTypeInto(String fault) throws Exception {
        bench.fault(fault + ":*");
        CompletableFuture<List<String>> asked = CompletableFuture.supplyAsync(() -> query().workflows());
        bench.time.advanceUntil(asked, Duration.ofSeconds(1), Duration.ofMinutes(3));
        assertThat(asked.get()).isEmpty();
        assertThat(bench.sent).as("nobody insists").hasSizeLessThan(10);
    }

    @Test
    void aSlowAnswerIsNotWaitedForLongButServesWhoAsksNext() {
        answers = new LiveAnswers(bench.time::nanos, Duration.ZERO);
        bench.fault("slow=20s:ListWorkflows:1");
        assertThat(query().workflows()).isEmpty();
        assertThat(query().workflows()).isEmpty();

        bench.until(() -> !query().workflows().isEmpty());

        assertThat(query().workflows()).containsExactly("nightly — " + WORKFLOW);
        assertThat(calls("ListWorkflows")).isEqualTo(1);
    }

    @Test
    void manyWhoAskAtOnceMakeOneCall() throws Exception {
        bench.fault("slow=5s:ListWorkflows:1");
        ExecutorService askers = Executors.newFixedThreadPool(20);
        CountDownLatch arrived = new CountDownLatch(20);
        try {
            List<Future<List<String>>> asked = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                asked.add(askers.submit(() -> {
                    LiveQuery query = query();
                    arrived.countDown();
                    return query.workflows();
                }));
            }
            assertThat(arrived.await(60, TimeUnit.SECONDS)).isTrue();
            bench.until(() -> asked.stream().allMatch(Future::isDone));
            for (Future<List<String>> answer : asked) {
                assertThat(answer.get()).containsExactly("nightly — " + WORKFLOW);
            }
        } finally {
            askers.shutdownNow();
        }
        assertThat(calls("ListWorkflows")).isEqualTo(1);
    }

    @Test
    void aNameCanNeitherForgeNorBreakAnything() {
        bench.weData
                .world()
                .workflow(PROJECT, "f1", "two\nlines\u001b[31m red \u202e txt")
                .workflow(PROJECT, "f2", "<script>alert(1)</script>")
                .workflow(PROJECT, "f3", "a — b")
                .workflow(PROJECT, "f4", "x".repeat(500));
        List<String> shown = query().workflows();
        assertThat(shown)
                .contains("two lines [31m red   txt — f1", "<script>alert(1)</script> — f2", "a — b — f3")
                .allSatisfy(text -> assertThat(text).hasSizeLessThan(300).doesNotContainPattern("\\p{Cc}|\\p{Cf}"));
        assertThat(shown.stream().map(FormText::id)).containsExactlyInAnyOrder(WORKFLOW, "f1", "f2", "f3", "f4");
    }

    @Test
    void whatCanNotBeAnIdIsNotOffered() {
        bench.weData.world().workflow(PROJECT, "a — b", "tricky").workflow(PROJECT, "line\nbreak", "tricky");
        assertThat(query().workflows()).containsExactly("nightly — " + WORKFLOW);
    }

    @Test
    void withoutProjectOrAccountNothingIsAsked() {
        assertThat(query(new FormPlace(null, null, null, "release", "ap-guangzhou", null))
                        .workflows())
                .isEmpty();
        assertThat(query(new FormPlace(null, null, PROJECT, "nobody", "ap-guangzhou", null))
                        .workflows())
                .isEmpty();
        assertThat(query(new FormPlace(null, null, PROJECT, "release", "MOON", null))
                        .workflows())
                .isEmpty();
        assertThat(query(new FormPlace(null, "nowhere", PROJECT, "release", "ap-guangzhou", null))
                        .workflows())
                .isEmpty();
        assertThat(bench.weData.ledger().requests()).isEmpty();
        assertThat(query(new FormPlace(null, null, null, "release", "ap-guangzhou", null))
                        .projects())
                .as("projects can be listed without one")
                .isNotEmpty();
    }

    @Test
    void aConnectionServesWhatTheFormLeavesOut() {
        connection("prod", new Destination.OnSite(Site.MAINLAND));
        bench.build.byDefault = "prod";
        assertThat(query(new FormPlace(null, "", "", "", "", "")).workflows()).containsExactly("nightly — " + WORKFLOW);
    }

    @Test
    void aRehearsalHasNothingToOffer() {
        connection("dry", new Destination.Rehearsed(bench.client, ApiKey.of("AKIDstep", SECRET)));
        assertThat(query(new FormPlace(null, "dry", PROJECT, null, null, null)).workflows())
                .isEmpty();
        assertThat(bench.weData.ledger().requests()).isEmpty();
    }

    @Test
    void anotherProjectRegionOrCredentialIsAnotherQuestion() {
        connection("prod", new Destination.OnSite(Site.MAINLAND));
        query().workflows();
        query(new FormPlace(null, null, "1460947878944567999", "release", "ap-guangzhou", null))
                .workflows();
        query(new FormPlace(null, null, PROJECT, "release", "ap-singapore", null))
                .workflows();
        query(new FormPlace(null, "prod", PROJECT, null, "ap-guangzhou", null)).workflows();
        query(new FormPlace(null, null, PROJECT, "release", "ap-guangzhou", "INTERNATIONAL"))
                .workflows();
        assertThat(calls("ListWorkflows")).isEqualTo(5);
        query().workflows();
        assertThat(calls("ListWorkflows")).isEqualTo(5);
    }

    @Test
    void aClientThatIsClosedLeavesAFieldToTypeInto() {
        bench.client.close();
        bench.client = null;
        assertThat(query().workflows()).isEmpty();
    }

    @Test
    void aCallOverHttpIsTheSame() throws Exception {
        bench.client.close();
        try (HttpFrontEnd front = bench.weData.listen(0);
                SystemTimeSource time = new SystemTimeSource()) {
            bench.client = WeDataClient.over(
                    OkHttpTransport.over(new OkHttpClient.Builder()), bench.time, SteadyRetries.policy());
            bench.build.ownEndpoint = Optional.of(Endpoint.parse(front.uri().toString()));
            answers = new LiveAnswers(time::nanos, GENEROUS);
            assertThat(query().workflows()).containsExactly("nightly — " + WORKFLOW);
        }
    }

    private void connection(String id, Destination destination) {
        bench.build.connections.put(
                id,
                new BuildConnection(
                        id, destination, "ap-guangzhou", PROJECT, "release", bench.build, null, CallLimits.STANDARD));
    }
}
