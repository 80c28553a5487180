package io.jenkins.plugins.wedata.client;

import static io.jenkins.plugins.wedata.client.Calls.READ;
import static io.jenkins.plugins.wedata.client.Calls.WRITE;
import static io.jenkins.plugins.wedata.client.Calls.account;
import static io.jenkins.plugins.wedata.client.Calls.failure;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** With which key and by whose clock a call is signed, and what a call does whose key has run out. */
class CallKeysTest {

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
    void aSecretIdThatIsUnknownIsNotRepeatedWithTheSameKey() {
        transport.thenError("AuthFailure.SecretIdNotFound");

        CompletableFuture<?> call = client.call(account(), WRITE, listener);
        time.advance(LONG);

        failure(call, CallRefusedException.class);
        assertThat(transport.sent()).hasSize(1);
        assertThat(listener.heard).isEmpty();
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
}
