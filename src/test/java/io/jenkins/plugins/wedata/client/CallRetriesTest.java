package io.jenkins.plugins.wedata.client;

import static io.jenkins.plugins.wedata.client.Calls.READ;
import static io.jenkins.plugins.wedata.client.Calls.READ_REPLY;
import static io.jenkins.plugins.wedata.client.Calls.WRITE;
import static io.jenkins.plugins.wedata.client.Calls.account;
import static io.jenkins.plugins.wedata.client.Calls.failure;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which calls are sent again, when, and what is told of it. */
class CallRetriesTest {

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
    void retriesWaitForTheirTurnToo() {
        transport.thenError("RequestLimitExceeded.UinLimitExceeded");
        for (int i = 0; i < 100; i++) {
            client.call(account(), WRITE, CallListener.NONE);
        }

        time.advance(Duration.ofSeconds(60));

        // The pace is halved each second down to one call a second, so most of a minute passes at that.
        assertThat(transport.sent()).hasSizeBetween(60, 150);
    }
}
