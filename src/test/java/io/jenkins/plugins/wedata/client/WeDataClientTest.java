package io.jenkins.plugins.wedata.client;

import static io.jenkins.plugins.wedata.client.Calls.READ;
import static io.jenkins.plugins.wedata.client.Calls.READ_REPLY;
import static io.jenkins.plugins.wedata.client.Calls.WRITE;
import static io.jenkins.plugins.wedata.client.Calls.account;
import static io.jenkins.plugins.wedata.client.Calls.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.jenkins.plugins.wedata.api.CreateTask;
import io.jenkins.plugins.wedata.api.CreateTaskNew;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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
    void aWriteThatCertainlyDidNothingIsSentAgainUntilItGoesThrough() {
        transport
                .thenError("RequestLimitExceeded")
                .thenError("InvalidParameter.ServiceIsBusy")
                .thenFail(TransportException.notSent("refused", new IOException("refused")))
                .thenReply(ScriptedTransport.created("1"));

        CompletableFuture<?> call = client.call(account(), WRITE, listener);
        time.advance(LONG);

        assertThat(call).isCompleted();
        assertThat(transport.sent()).hasSize(4);
        assertThat(listener.heard).containsExactly("CreateTask throttled 499", "CreateTask recovered after 4");
    }

    @Test
    void aWriteWithoutReplyIsSentOnceOnly() {
        transport.thenFail(TransportException.replyLost("timeout", new IOException("timeout")));

        CompletableFuture<?> call = client.call(account(), WRITE, listener);
        time.advance(LONG);

        CallUnknownException error = failure(call, CallUnknownException.class);
        assertThat(error).hasMessageStartingWith("CreateTask: no reply: timeout. It may have taken effect");
        assertThat(error.attempts()).isEqualTo(1);
        assertThat(transport.sent()).hasSize(1);
        assertThat(listener.heard).isEmpty();
    }

    @Test
    void aDoubtfulWriteIsSentOnceOnly() {
        transport.thenError("InternalError");

        CompletableFuture<?> call = client.call(account(), WRITE, listener);
        time.advance(LONG);

        CallDoubtfulException error = failure(call, CallDoubtfulException.class);
        assertThat(error.code()).isEqualTo("InternalError");
        assertThat(error.requestId()).contains(ScriptedTransport.REQUEST_ID);
        assertThat(transport.sent()).hasSize(1);
    }

    @Test
    void aDoubtfulReadIsTriedThreeTimesMore() {
        transport.thenError("FailedOperation");

        CompletableFuture<?> call = client.call(account(), READ, listener);
        time.advance(LONG);

        assertThat(failure(call, CallDoubtfulException.class).attempts()).isEqualTo(4);
        assertThat(transport.sent()).hasSize(4);
    }

    @Test
    void aReadWithoutReadableReplyIsTriedAgain() {
        transport
                .thenFail(TransportException.replyLost("reset", new IOException("reset")))
                .thenStatus(502)
                .thenReply("{}")
                .thenReply(READ_REPLY);

        CompletableFuture<?> call = client.call(account(), READ, listener);
        time.advance(LONG);

        assertThat(call).isCompleted();
        assertThat(transport.sent()).hasSize(4);
    }

    @Test
    void aReadThatAnErrorOfThisSoftwareEndedIsNotTriedAgain() {
        Error bug = new NoSuchMethodError("okio");
        transport.thenFail(TransportException.broken(bug, true));

        CompletableFuture<?> call = client.call(account(), READ, listener);

        assertThat(failure(call, CallUnknownException.class)).hasCause(bug);
        assertThat(transport.sent()).hasSize(1);
    }

    @Test
    void aBusyServiceSlowsThePaceDown() {
        transport.thenError("InvalidParameter.ServiceIsBusy");
        for (int i = 0; i < 100; i++) {
            client.call(account(), WRITE, CallListener.NONE);
        }

        time.advance(Duration.ofSeconds(60));

        assertThat(transport.sent()).hasSizeBetween(60, 150);
    }

    @Test
    void aRefusedCallIsNotTriedAgain() {
        transport.thenError("UnauthorizedOperation.UserNotInProject");

        CompletableFuture<?> call = client.call(account(), READ, listener);
        time.advance(LONG);

        CallRefusedException error = failure(call, CallRefusedException.class);
        assertThat(error)
                .hasMessage("GetBatchDetailErrorLog: UnauthorizedOperation.UserNotInProject: because (RequestId "
                        + ScriptedTransport.REQUEST_ID + "). Make the key's user a member of the WeData project");
        assertThat(transport.sent()).hasSize(1);
    }

    @Test
    void afterTheBudgetTheErrorCountsTheAttempts() {
        transport.thenError("RequestLimitExceeded");

        CompletableFuture<?> call = client.call(account(), WRITE, listener);
        time.advance(LONG);

        CallNotExecutedException error = failure(call, CallNotExecutedException.class);
        // 0.5, 1, 2, 4, 8, 16 and then 30 seconds apart, in five minutes.
        assertThat(error.attempts()).isEqualTo(15);
        assertThat(error).hasMessageContaining("after 15 attempts");
        assertThat(transport.sent()).hasSize(15);
    }

    @Test
    void anAccountMayAllowLessTimeForRetriesThanTheClient() {
        transport.thenError("RequestLimitExceeded");
        Account account = account();
        Account hasty = new Account(
                account.endpoint(),
                account.region(),
                account.keys(),
                account.rateGroup(),
                new CallLimits(Duration.ofSeconds(10), 20));

        CompletableFuture<?> call = client.call(hasty, WRITE, listener);
        time.advance(LONG);

        // 0.5, 1, 2 and 4 seconds apart; 8 more would be too long.
        assertThat(failure(call, CallNotExecutedException.class).attempts()).isEqualTo(5);
    }

    @Test
    void retriesAreToldAtMostOnceAMinute() {
        transport.thenError("RequestLimitExceeded");

        client.call(account(), WRITE, listener);
        time.advance(LONG);

        assertThat(listener.heard).hasSize(4).allMatch(line -> line.startsWith("CreateTask throttled"));
    }

    @Test
    void aListenerThatFailsLosesNoCall() {
        transport.thenError("RequestLimitExceeded").thenReply(ScriptedTransport.created("1"));
        CallListener broken = new CallListener() {
            @Override
            public void retrying(String actionName, String reason, Duration delay) {
                throw new IllegalStateException("log closed");
            }
        };

        CompletableFuture<?> call = client.call(account(), WRITE, broken);
        time.advance(LONG);

        assertThat(call).isCompleted();
    }

    @Test
    void anExpiredSignatureIsRepeatedOnceByTencentsClockWhichLaterCallsKeep() {
        Instant theirs = ManualTimeSource.START.plus(Duration.ofSeconds(372));
        transport
                .thenReplyAt(theirs, ScriptedTransport.error("AuthFailure.SignatureExpire"))
                .thenReply(ScriptedTransport.created("1"));

        CompletableFuture<?> call = client.call(account(), WRITE, listener);
        time.advance(Duration.ofSeconds(1));
        CompletableFuture<?> later = client.call(account(), WRITE, CallListener.NONE);

        assertThat(call).isCompleted();
        assertThat(later).isCompleted();
        assertThat(listener.heard)
                .containsExactly(
                        "CreateTask this controller's clock is 6 min 12 s behind Tencent's; corrected 0",
                        "CreateTask recovered after 2");
        assertThat(timestamps())
                .containsExactly(
                        ManualTimeSource.START.getEpochSecond(), theirs.getEpochSecond(), theirs.getEpochSecond() + 1);
    }

    @Test
    void aSignatureThatStaysExpiredIsRepeatedOnceOnlyAndNamesTheClock() {
        Instant theirs = ManualTimeSource.START.plus(Duration.ofSeconds(372));
        transport.thenReplyAt(theirs, ScriptedTransport.error("AuthFailure.SignatureExpire"));

        CompletableFuture<?> call = client.call(account(), WRITE, listener);
        time.advance(LONG);

        assertThat(failure(call, CallRefusedException.class).advice())
                .isEqualTo("This controller's clock is 6 min 12 s behind Tencent's");
        assertThat(transport.sent()).hasSize(2);
    }

    @Test
    void anExpiredSignatureIsNotRepeatedWithoutDateOrWithARightClock() {
        transport
                .thenError("AuthFailure.SignatureExpire")
                .thenReplyAt(
                        ManualTimeSource.START.plus(Duration.ofMinutes(4)),
                        ScriptedTransport.error("AuthFailure.SignatureExpire"));

        CompletableFuture<?> withoutDate = client.call(account(), WRITE, listener);
        CompletableFuture<?> rightClock = client.call(account(), READ, listener);
        time.advance(LONG);

        assertThat(failure(withoutDate, CallRefusedException.class).attempts()).isEqualTo(1);
        assertThat(failure(rightClock, CallRefusedException.class).attempts()).isEqualTo(1);
    }

    private List<Long> timestamps() {
        return transport.sent().stream()
                .map(request -> Long.valueOf(request.headers().get("X-TC-Timestamp")))
                .toList();
    }

    @Test
    void anExpiredTokenIsRepeatedOnceWithTheKeyThatHasComeMeanwhile() {
        List<ApiKey> keys = new ArrayList<>(List.of(Calls.KEY, ApiKey.of("AKIDFRESH", "fresh")));
        ApiKeySource source = () -> CompletableFuture.completedFuture(keys.size() > 1 ? keys.remove(0) : keys.get(0));
        transport.thenError("AuthFailure.TokenFailure").thenReply(ScriptedTransport.created("1"));

        CompletableFuture<?> call = client.call(account(source), WRITE, listener);
        time.advance(LONG);

        assertThat(call).isCompleted();
        assertThat(transport.sent().get(1).headers().get("Authorization")).contains("Credential=AKIDFRESH/");
    }

    @Test
    void anExpiredTokenIsNotRepeatedWithTheSameKey() {
        transport.thenError("AuthFailure.TokenFailure");

        CompletableFuture<?> call = client.call(account(), WRITE, listener);
        time.advance(LONG);

        failure(call, CallRefusedException.class);
        assertThat(transport.sent()).hasSize(1);
    }

    @Test
    void theKeyIsAskedForAnewForEachAttempt() {
        AtomicInteger asked = new AtomicInteger();
        ApiKeySource keys =
                () -> CompletableFuture.completedFuture(ApiKey.of("AKID" + asked.incrementAndGet(), "secret"));
        transport.thenError("RequestLimitExceeded").thenReply(ScriptedTransport.created("1"));

        client.call(account(keys), WRITE, listener);
        time.advance(LONG);

        assertThat(transport.sent())
                .extracting(
                        request -> request.headers().get("Authorization").replaceAll(".*Credential=(\\w+)/.*", "$1"))
                .containsExactly("AKID1", "AKID2");
    }

    @Test
    void afterALongQueueTheNewestKeySigns() {
        AtomicReference<ApiKey> current = new AtomicReference<>(Calls.KEY);
        Account account = account(() -> CompletableFuture.completedFuture(current.get()));
        transport.thenReply(ScriptedTransport.created("1"));
        for (int i = 0; i < 40; i++) {
            client.call(account, WRITE, listener);
        }

        current.set(ApiKey.of("AKIDFRESH", "fresh"));
        time.advance(Duration.ofSeconds(5));

        assertThat(transport.sent()).hasSize(40);
        assertThat(transport.sent().get(39).headers().get("Authorization")).contains("Credential=AKIDFRESH/");
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
    void retriesWaitForTheirTurnToo() {
        transport.thenError("RequestLimitExceeded.UinLimitExceeded");
        for (int i = 0; i < 100; i++) {
            client.call(account(), WRITE, CallListener.NONE);
        }

        time.advance(Duration.ofSeconds(60));

        // The pace is halved each second down to one call a second, so most of a minute passes at that.
        assertThat(transport.sent()).hasSizeBetween(60, 150);
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
    void aKeySourceThatFailsEndsTheCallWithItsOwnError() {
        InvalidInputException none = new InvalidInputException("credential", List.of());
        ApiKeySource failing = () -> CompletableFuture.failedFuture(none);
        ApiKeySource throwing = () -> {
            throw none;
        };

        assertThat(failure(client.call(account(failing), WRITE, listener), WeDataException.class))
                .isSameAs(none);
        assertThat(failure(client.call(account(throwing), WRITE, listener), WeDataException.class))
                .isSameAs(none);
    }

    @Test
    void aKeyThatNoHeaderCanHoldIsRefusedWithoutBeingShown() {
        ApiKey key = new ApiKey("AKID\nEXAMPLE", "", Optional.of("to\u00e9ken"));

        CompletableFuture<?> call = client.call(account(() -> CompletableFuture.completedFuture(key)), WRITE, listener);

        assertThat(failure(call, InvalidInputException.class))
                .hasMessageContainingAll("SecretId", "SecretKey", "token")
                .hasMessageNotContainingAny("EXAMPLE", "ken'");
        assertThat(transport.sent()).isEmpty();
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
