package io.jenkins.plugins.wedata.client;

import static io.jenkins.plugins.wedata.client.Calls.READ;
import static io.jenkins.plugins.wedata.client.Calls.WRITE;
import static io.jenkins.plugins.wedata.client.Calls.account;
import static io.jenkins.plugins.wedata.client.Calls.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.jenkins.plugins.wedata.api.CreateTask;
import io.jenkins.plugins.wedata.api.CreateTaskNew;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a call sends and gives, and how it is cancelled. Repeats and keys have tests of their own. */
class WeDataClientTest {

    private static final Duration LONG = Duration.ofMinutes(20);

    private final ManualTimeSource time = new ManualTimeSource();
    private final ScriptedTransport transport = new ScriptedTransport();
    private final WeDataClient client = WeDataClient.over(transport, time, Calls.patient());
    private final Calls.Hearing listener = new Calls.Hearing();

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void aSuccessfulCallGivesResultAndRequestId() {
        transport.thenReply(ScriptedTransport.created("20220801203612642"));

        Reply<CreateTask.Result> reply =
                client.call(account(), WRITE, CallListener.NONE).join();

        assertThat(reply.result().data().id()).isEqualTo("20220801203612642");
        assertThat(reply.requestId()).isEqualTo(ScriptedTransport.REQUEST_ID);
    }

    @Test
    void theRequestCarriesTheHeadersOfTheProtocolAndNoOthers() {
        transport.thenReply(ScriptedTransport.created("1"));
        ApiKey temporary = new ApiKey("AKIDEXAMPLE", "EXAMPLEKEY", Optional.of("tok/en+="));

        client.call(account(() -> CompletableFuture.completedFuture(temporary)), WRITE, CallListener.NONE);

        WireRequest sent = transport.sent().get(0);
        String authorization = new Tc3Signer()
                .authorization(temporary, account().endpoint(), ManualTimeSource.START.getEpochSecond(), sent.body());
        assertThat(sent.endpoint()).hasToString("https://wedata.tencentcloudapi.com/");
        assertThat(sent.headers())
                .containsOnly(
                        entry("Host", "wedata.tencentcloudapi.com"),
                        entry("Content-Type", "application/json; charset=utf-8"),
                        entry("Authorization", authorization),
                        entry("X-TC-Action", "CreateTask"),
                        entry("X-TC-Version", "2021-08-20"),
                        entry("X-TC-Region", "ap-guangzhou"),
                        entry("X-TC-Timestamp", Long.toString(ManualTimeSource.START.getEpochSecond())),
                        entry("X-TC-RequestClient", "jenkins-wedata"),
                        entry("X-TC-Token", "tok/en+="));
        assertThat(new String(sent.body(), StandardCharsets.UTF_8))
                .isEqualTo("{\"ProjectId\":\"1\",\"WorkflowId\":\"34e51bc4-0cd9-11ed-8909-bc97e105ba60\","
                        + "\"TaskName\":\"aaab\",\"TaskType\":35}");
    }

    @Test
    void wrongInputIsRefusedBeforeAnythingIsSentOrAsked() {
        AtomicInteger asked = new AtomicInteger();
        ApiKeySource keys = () -> {
            asked.incrementAndGet();
            return CompletableFuture.completedFuture(Calls.KEY);
        };

        CompletableFuture<?> call =
                client.call(account(keys), new CreateTask("", "w", " ", 35L, null), CallListener.NONE);

        assertThat(failure(call, InvalidInputException.class).problems())
                .extracting("field")
                .containsExactly("projectId", "taskName");
        assertThat(transport.sent()).isEmpty();
        assertThat(asked).hasValue(0);
    }

    @Test
    void aBodyOverTenMegabytesIsRefusedBeforeSending() {
        CompletableFuture<?> call = client.call(account(), withContent(WireRequest.LARGEST_BODY), CallListener.NONE);

        assertThat(failure(call, InvalidInputException.class)).hasMessageContaining("at most 10 MB");
        assertThat(transport.sent()).isEmpty();
    }

    @Test
    void aBodyJustUnderTenMegabytesIsSent() {
        transport.thenReply("{\"Response\":{\"Data\":\"20241107105820356\",\"RequestId\":\"r\"}}");

        assertThat(client.call(account(), withContent(WireRequest.LARGEST_BODY - 200), CallListener.NONE))
                .isCompleted();
    }

    private static CreateTaskNew withContent(int length) {
        return new CreateTaskNew(
                "1", "w", "t", 35L, "A".repeat(length / 4 * 4), null, null, null, null, null, null, null);
    }

    @Test
    void callsOfManyBuildsKeepTheLimitTogether() {
        List<Duration> starts = new ArrayList<>();
        transport.then(() -> {
            starts.add(time.elapsed());
            return CompletableFuture.completedFuture(ScriptedTransport.reply(200, ScriptedTransport.created("1")));
        });
        for (int i = 0; i < 400; i++) {
            client.call(account(), WRITE, listener);
        }
        time.advance(Duration.ofSeconds(20));

        assertThat(starts).hasSizeGreaterThanOrEqualTo(390);
        for (int i = 20; i < starts.size(); i++) {
            assertThat(starts.get(i).minus(starts.get(i - 20))).isGreaterThan(Duration.ofSeconds(1));
        }
    }

    @Test
    void aCallHoldsNoThreadWhileItWaits() {
        transport.then(CompletableFuture::new);
        Set<Thread> before = Thread.getAllStackTraces().keySet();

        for (int i = 0; i < 1_000; i++) {
            client.call(account(), READ, listener);
        }

        Set<Thread> after = new HashSet<>(Thread.getAllStackTraces().keySet());
        after.removeAll(before);
        assertThat(after).noneMatch(thread -> thread.getName().startsWith("wedata-"));
    }

    @Test
    void aTransportThatBreaksItsContractEndsTheCallAllTheSame() {
        transport.then(() -> {
            throw new IllegalStateException("broken");
        });

        failure(client.call(account(), WRITE, listener), IllegalStateException.class);
    }

    @Test
    void cancellingEndsTheExchange() {
        CompletableFuture<WireReply> exchange = new CompletableFuture<>();
        transport.then(() -> exchange);

        client.call(account(), WRITE, listener).cancel(true);

        assertThat(exchange).isCancelled();
    }

    @Test
    void cancellingEndsTheWaitForTheNextAttempt() {
        transport.thenError("RequestLimitExceeded");
        CompletableFuture<?> call = client.call(account(), WRITE, listener);

        call.cancel(true);
        time.advance(LONG);

        assertThat(transport.sent()).hasSize(1);
        assertThat(time.alarms()).isZero();
    }

    @Test
    void cancellingGivesTheTurnToTheNext() {
        transport.thenReply(ScriptedTransport.created("1"));
        client.call(account(), WRITE, listener);
        CompletableFuture<?> second = client.call(account(), WRITE, listener);
        CompletableFuture<?> third = client.call(account(), WRITE, listener);

        second.cancel(true);
        time.advance(Duration.ofMillis(52));

        assertThat(third).isCompleted();
        assertThat(transport.sent()).hasSize(2);
    }

    @Test
    void closingCancelsEveryCallForItsCallerMayGoOnWithAnotherClient() {
        transport.thenReply(ScriptedTransport.created("1")).then(CompletableFuture::new);
        client.call(account(), WRITE, listener);
        CompletableFuture<?> exchanging = client.call(account(), READ, listener);
        transport.then(CompletableFuture::new);
        CompletableFuture<?> queued = client.call(account(), READ, listener);

        client.close();

        assertThat(exchanging).isCancelled();
        assertThat(queued).isCancelled();
        assertThat(transport.isClosed()).isTrue();
        assertThat(client.call(account(), WRITE, listener)).isCancelled();
    }

    @Test
    void waitsGoByTheClientsClock() {
        assertThat(client.timeSource()).isSameAs(time);
    }
}
