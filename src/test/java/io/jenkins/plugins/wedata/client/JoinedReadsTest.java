package io.jenkins.plugins.wedata.client;

import static io.jenkins.plugins.wedata.client.Calls.READ;
import static io.jenkins.plugins.wedata.client.Calls.READ_REPLY;
import static io.jenkins.plugins.wedata.client.Calls.account;
import static io.jenkins.plugins.wedata.client.Calls.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.wedata.api.ActionType;
import io.jenkins.plugins.wedata.api.GetBatchDetailErrorLog;
import io.jenkins.plugins.wedata.api.Problems;
import io.jenkins.plugins.wedata.api.WeDataAction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JoinedReadsTest {

    private final ManualTimeSource time = new ManualTimeSource();
    private final ScriptedTransport transport = new ScriptedTransport();
    private final WeDataClient client = WeDataClient.over(transport, time, Calls.patient());
    private final CompletableFuture<WireReply> exchange = new CompletableFuture<>();

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void looksAtTheSameThingAtTheSameTimeAreOneCallAndAllGetItsReply() {
        transport.then(() -> exchange);

        List<CompletableFuture<Reply<GetBatchDetailErrorLog.Result>>> looks =
                IntStream.range(0, 100).mapToObj(i -> look(account())).toList();
        exchange.complete(ScriptedTransport.reply(200, READ_REPLY));

        assertThat(transport.sent()).hasSize(1);
        assertThat(looks)
                .allSatisfy(look -> assertThat(look.join().result().data()).isEqualTo("delete workflow fail"));
    }

    @Test
    void theNextLookIsACallOfItsOwn() {
        transport.thenReply(READ_REPLY);

        look(account()).join();
        CompletableFuture<?> second = look(account());
        time.advance(Duration.ofSeconds(1));

        assertThat(second).isCompleted();
        assertThat(transport.sent()).hasSize(2);
    }

    @Test
    void whoHasAnotherKeyOrLooksAtSomethingElseJoinsNobody() {
        transport.then(() -> exchange);
        ApiKey other = ApiKey.of("AKIDOTHER", "EXAMPLEKEY");

        look(account());
        look(account(ApiKeySource.of(other)));
        client.look(account(), new GetBatchDetailErrorLog(2L, "efc02db7", null), CallListener.NONE);
        // The first call of a quiet lane goes ahead of the others.
        exchange.complete(ScriptedTransport.reply(200, READ_REPLY));
        time.advance(Duration.ofSeconds(1));

        assertThat(transport.sent()).hasSize(3);
    }

    @Test
    void whoKnowsTheSecretIdAloneIsNotToldWhatTheKeysOwnerSees() {
        transport.then(() -> exchange);
        ApiKey halfKnown = ApiKey.of(Calls.KEY.secretId(), "guessed-secret-key");

        look(account());
        look(account(ApiKeySource.of(halfKnown)));
        exchange.complete(ScriptedTransport.reply(200, READ_REPLY));
        time.advance(Duration.ofSeconds(1));
        assertThat(transport.sent()).hasSize(2);
    }

    @Test
    void whatBreaksBeforeTheCallIsToldToAllAndTheNextLookIsANewOne() {
        WeDataAction<GetBatchDetailErrorLog.Result> broken = new BrokenAction();

        for (int look = 0; look < 2; look++) {
            CompletableFuture<?> told = client.look(account(), broken, CallListener.NONE);
            assertThat(failure(told, IllegalStateException.class)).hasMessage("broken");
        }
    }

    private record BrokenAction() implements WeDataAction<GetBatchDetailErrorLog.Result> {

        @Override
        public ActionType<GetBatchDetailErrorLog.Result> type() {
            return READ.type();
        }

        @Override
        public void check(Problems problems) {
            throw new IllegalStateException("broken");
        }
    }

    @Test
    void oneWhoGivesUpEndsNobodyElsesLook() {
        transport.then(() -> exchange);
        CompletableFuture<Reply<GetBatchDetailErrorLog.Result>> patient = look(account());
        CompletableFuture<?> hasty = look(account());

        hasty.cancel(false);
        exchange.complete(ScriptedTransport.reply(200, READ_REPLY));

        assertThat(patient).isCompleted();
        assertThat(hasty).isCancelled();
    }

    @Test
    void theCallEndsWhenTheLastOneGivesUpAndALaterLookIsANewCall() {
        transport.then(() -> exchange).thenReply(READ_REPLY);
        CompletableFuture<?> first = look(account());
        CompletableFuture<?> second = look(account());

        first.cancel(false);
        assertThat(exchange).isNotDone();
        second.cancel(false);

        assertThat(exchange).isCancelled();
        CompletableFuture<?> later = look(account());
        time.advance(Duration.ofSeconds(1));
        assertThat(later).isCompletedWithValueMatching(reply -> reply != null);
    }

    @Test
    void whoGivesUpBeforeTheKeyIsKnownLooksAtNothing() {
        CompletableFuture<ApiKey> key = new CompletableFuture<>();
        transport.then(() -> exchange);
        CompletableFuture<?> look = look(account(() -> key));

        look.cancel(false);
        key.complete(Calls.KEY);

        assertThat(transport.sent()).isEmpty();
    }

    @Test
    void aCallThatNobodyWaitsForAnyMoreWhenItIsBegunEnds() {
        CompletableFuture<ApiKey> key = new CompletableFuture<>();
        CompletableFuture<?> look = look(account(() -> key));
        transport.then(() -> {
            look.cancel(false);
            return exchange;
        });

        key.complete(Calls.KEY);

        assertThat(transport.sent()).hasSize(1);
        assertThat(exchange).isCancelled();
    }

    @Test
    void allHearOfRetriesAndAllFailAlike() {
        transport.then(() -> exchange).thenError("AuthFailure.SecretIdNotFound");
        Calls.Hearing one = new Calls.Hearing();
        Calls.Hearing two = new Calls.Hearing();
        CompletableFuture<?> first = client.look(account(), READ, one);
        CompletableFuture<?> second = client.look(account(), READ, two);

        exchange.complete(ScriptedTransport.reply(200, ScriptedTransport.error("RequestLimitExceeded")));
        time.advance(Duration.ofMinutes(1));

        List<CallRefusedException> failures = new ArrayList<>();
        failures.add(failure(first, CallRefusedException.class));
        failures.add(failure(second, CallRefusedException.class));
        assertThat(failures).extracting(CallException::code).containsOnly("AuthFailure.SecretIdNotFound");
        assertThat(two.heard).containsExactly("GetBatchDetailErrorLog throttled 499");
        assertThat(one.heard).containsExactlyElementsOf(two.heard);
    }

    @Test
    void aKeyThatCannotBeHadFailsTheLook() {
        CompletableFuture<?> look =
                look(account(() -> CompletableFuture.failedFuture(new IllegalStateException("no key"))));

        assertThat(failure(look, IllegalStateException.class)).hasMessage("no key");
        assertThat(transport.sent()).isEmpty();
    }

    private CompletableFuture<Reply<GetBatchDetailErrorLog.Result>> look(Account account) {
        return client.look(account, READ, CallListener.NONE);
    }
}
