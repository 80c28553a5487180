package io.jenkins.plugins.wedata.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.wedata.api.CreateTask;
import io.jenkins.plugins.wedata.api.RoleArn;
import io.jenkins.plugins.wedata.emulator.BuiltInWeData;
import io.jenkins.plugins.wedata.emulator.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Temporary keys, against the built-in WeData and on a clock that the test turns. */
class RoleKeysTest {

    private static final String PROJECT = "1460947878944567296";
    private static final String WORKFLOW = "c3ebf6b9-d34b-4dff-bc5d-334f8ce11ad1";
    private static final String ARN = "qcs::cam::uin/100000000002:roleName/release";
    private static final String SECRET = "markerBaseSecretKey0123456789";
    private static final Duration TWO_HOURS = Duration.ofHours(2);
    private static final Region REGION = new Region("ap-guangzhou");

    private final ManualTimeSource time = new ManualTimeSource();
    private final BuiltInWeData weData =
            BuiltInWeData.builder().time(time).seed(3).key("AKIDbase", SECRET).build();
    private final WeDataClient client = WeDataClient.over(weData.transport(), time, SteadyRetries.policy());
    private final RoleKeys keys = new RoleKeys(client, role(SECRET, "partner-7"));

    RoleKeysTest() {
        weData.world().workflow(PROJECT, WORKFLOW, "nightly").role(ARN, "partner-7");
    }

    @AfterEach
    void close() {
        client.close();
        weData.close();
    }

    private static AssumedRole role(String secret, String externalId) {
        return new AssumedRole(
                Site.MAINLAND.tokenEndpoint(REGION),
                REGION,
                ApiKey.of("AKIDbase", secret),
                RoleArn.parse(ARN).orElseThrow(),
                "jenkins",
                TWO_HOURS,
                Optional.ofNullable(externalId));
    }

    @Test
    void nothingIsFetchedBeforeAKeyIsNeeded() {
        assertThat(keys.isIdle()).isTrue();
        assertThat(asked()).isZero();
    }

    @Test
    void theFirstKeyIsThatOfTheRoleAndHasAToken() {
        ApiKey key = key();

        assertThat(key.secretId()).startsWith("AKID").isNotEqualTo("AKIDbase");
        assertThat(key.token()).isPresent();
        var request = weData.ledger().requests("AssumeRole").get(0);
        assertThat(request.version()).isEqualTo("2018-08-13");
        assertThat(request.secretId()).isEqualTo("AKIDbase");
        assertThat(request.body().toString())
                .isEqualTo("{\"RoleArn\":\"" + ARN
                        + "\",\"RoleSessionName\":\"jenkins\",\"DurationSeconds\":7200,\"ExternalId\":\"partner-7\"}");
    }

    @Test
    void aKeyServesUntilFiveMinutesBeforeItsEnd() {
        ApiKey first = key();
        time.advance(TWO_HOURS.minus(RoleKeys.AHEAD).minusSeconds(2));
        assertThat(key()).isEqualTo(first);
        assertThat(asked()).isEqualTo(1);

        time.advance(Duration.ofSeconds(2));
        assertThat(key()).as("whoever notices is not held up").isEqualTo(first);
        assertThat(key()).isNotEqualTo(first);
        assertThat(asked()).isEqualTo(2);
    }

    @Test
    void callsOfManyDaysAllGoThrough() {
        for (int hour = 0; hour < 24 * 9; hour++) {
            assertThat(create("task_" + hour)).isCompleted();
            time.advance(Duration.ofMinutes(61));
        }
        assertThat(weData.world().tasks()).hasSize(24 * 9);
        assertThat(new HashSet<>(weData.ledger().requests("CreateTask").stream()
                        .map(request -> request.secretId())
                        .toList()))
                .as("keys, none of which lasted longer than two hours")
                .hasSizeGreaterThanOrEqualTo(24 * 9 / 2);
        assertThat(weData.ledger().deliveries("CreateTask"))
                .as("none was refused")
                .isEqualTo(24 * 9);
    }

    @Test
    void athousandWaitersShareOneCall() throws Exception {
        weData.faults().add(Fault.parse("slow=4s:AssumeRole:1"));
        int waiters = 1000;
        List<CompletableFuture<ApiKey>> answers = new CopyOnWriteArrayList<>();
        CountDownLatch go = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(16);
        for (int i = 0; i < waiters; i++) {
            threads.execute(() -> {
                await(go);
                answers.add(keys.apiKey().toCompletableFuture());
            });
        }
        go.countDown();
        threads.shutdown();
        assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        assertThat(answers).hasSize(waiters).noneMatch(CompletableFuture::isDone);
        time.advance(Duration.ofSeconds(4));

        Set<ApiKey> got = new HashSet<>();
        answers.forEach(answer -> got.add(answer.join()));
        assertThat(got).hasSize(1);
        assertThat(asked()).isEqualTo(1);
    }

    @Test
    void aThousandCallsThatMeetAnExpiredKeyShareOneCall() {
        key();
        time.advance(Duration.ofHours(3));
        weData.faults().add(Fault.parse("slow=4s:AssumeRole:1"));
        List<CompletableFuture<ApiKey>> answers = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            answers.add(keys.apiKey().toCompletableFuture());
        }
        time.advance(Duration.ofSeconds(4));

        assertThat(answers).allMatch(CompletableFuture::isDone);
        assertThat(asked()).isEqualTo(2);
    }

    @Test
    void aWaiterThatGivesUpTakesNothingFromTheOthers() {
        weData.faults().add(Fault.parse("slow=4s:AssumeRole:1"));
        CompletableFuture<ApiKey> impatient = keys.apiKey().toCompletableFuture();
        CompletableFuture<ApiKey> patient = keys.apiKey().toCompletableFuture();
        impatient.cancel(true);
        time.advance(Duration.ofSeconds(4));

        assertThat(patient).isCompleted();
        assertThat(key()).isEqualTo(patient.join());
    }

    @Test
    void aRenewalThatFailsIsNoFailureWhileTheOldKeyIsValid() {
        ApiKey first = key();
        time.advance(TWO_HOURS.minus(RoleKeys.AHEAD));
        weData.faults()
                .add(Fault.error("UnauthorizedOperation").on("AssumeRole").times(Fault.ALWAYS));

        for (int second = 0; second < 290; second++) {
            assertThat(key()).isEqualTo(first);
            time.advance(Duration.ofSeconds(1));
        }
        assertThat(asked()).as("tried again now and then, not with each call").isBetween(9, 11);

        weData.faults().clear();
        time.advance(RoleKeys.PAUSE);
        assertThat(key()).isNotEqualTo(first);
    }

    @Test
    void aRenewalThatFailsIsAFailureOnceTheOldKeyIsOver() {
        key();
        time.advance(TWO_HOURS);
        weData.faults()
                .add(Fault.error("UnauthorizedOperation").on("AssumeRole").times(1));

        assertThat(Calls.failure(create("late"), CallRefusedException.class))
                .hasMessageStartingWith("AssumeRole: UnauthorizedOperation");
        assertThat(create("later")).as("the next call asks again").isCompleted();
    }

    @Test
    void aKeyThatTheServiceRefusesIsRenewedOnceAndTheCallGoesThrough() {
        ApiKey first = key();
        weData.forgetKey(first.secretId());
        weData.faults().add(Fault.error("AuthFailure.TokenFailure").on("CreateTask"));
        Calls.Hearing heard = new Calls.Hearing();

        assertThat(soon(client.call(account(), task("load"), heard))).isCompleted();

        assertThat(asked()).isEqualTo(2);
        assertThat(heard.heard)
                .containsExactly("CreateTask the temporary key had expired; renewed 0", "CreateTask recovered after 2");
    }

    @Test
    void manyCallsWhoseKeyIsRefusedRenewItOnce() {
        ApiKey first = key();
        weData.faults().add(Fault.parse("slow=2s:AssumeRole:1"));
        List<CompletableFuture<ApiKey>> renewed = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            renewed.add(keys.renewed(first).toCompletableFuture());
        }
        time.advance(Duration.ofSeconds(3));
        renewed.add(keys.renewed(first).toCompletableFuture());

        assertThat(renewed).allMatch(CompletableFuture::isDone);
        assertThat(new HashSet<>(renewed.stream().map(CompletableFuture::join).toList()))
                .hasSize(1)
                .doesNotContain(first);
        assertThat(asked()).isEqualTo(2);
    }

    @Test
    void aServiceThatRefusesEveryKeyIsNotAskedForeverAndSaysWhy() {
        weData.faults()
                .add(Fault.error("AuthFailure.TokenFailure").on("CreateTask").times(Fault.ALWAYS));

        assertThat(Calls.failure(create("load"), CallRefusedException.class).code())
                .isEqualTo("AuthFailure.TokenFailure");
        assertThat(asked()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-7h", "26h"})
    void aClockThatIsWrongByHoursNeitherStopsNorHurriesIt(String offset) {
        Duration ahead = Duration.parse("PT" + offset);
        weData.switches().clockOffset(ahead);

        ApiKey first = key();
        time.advance(TWO_HOURS.minus(RoleKeys.AHEAD).minusSeconds(5));
        assertThat(key()).isEqualTo(first);
        assertThat(create("load")).isCompleted();
        assertThat(weData.ledger().deliveries("AssumeRole"))
                .as("one refused, one right")
                .isEqualTo(2);
        time.advance(Duration.ofHours(5));
        assertThat(create("later")).isCompleted();
    }

    @Test
    void aServiceThatGrantsLessThanWasAskedForIsBelieved() {
        ScriptedTransport transport = new ScriptedTransport();
        transport.thenReply(granted("AKIDa", time.now().plusSeconds(600)));
        transport.thenReply(granted("AKIDb", time.now().plusSeconds(7200)));
        WeDataClient scripted = WeDataClient.over(transport, time, Calls.patient());
        RoleKeys short1 = new RoleKeys(scripted, role(SECRET, null));

        assertThat(short1.apiKey().toCompletableFuture().join().secretId()).isEqualTo("AKIDa");
        time.advance(Duration.ofSeconds(299));
        short1.apiKey();
        assertThat(transport.sent()).hasSize(1);
        time.advance(Duration.ofSeconds(1));
        short1.apiKey();
        assertThat(transport.sent()).hasSize(2);
        assertThat(short1.apiKey().toCompletableFuture().join().secretId()).isEqualTo("AKIDb");
        scripted.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0, 1, Long.MAX_VALUE})
    void anEndThatMakesNoSenseHoldsNobodyUp(long end) {
        ScriptedTransport transport = new ScriptedTransport();
        transport.thenReply(
                "{\"Response\":{\"Credentials\":{\"TmpSecretId\":\"AKIDx\",\"TmpSecretKey\":\"k\",\"Token\":\"t\"},"
                        + "\"ExpiredTime\":" + end + ",\"RequestId\":\"r\"}}");
        WeDataClient scripted = WeDataClient.over(transport, time, onceOnly());
        assertThat(new RoleKeys(scripted, role(SECRET, null)).apiKey().toCompletableFuture())
                .isCompletedWithValueMatching(key -> key.secretId().equals("AKIDx"));
        scripted.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lost-reply", "cut-reply", "cut-json", "empty", "502", "null-data", "drop"})
    void aReplyThatIsLostOrMutilatedIsAskedForAgain(String fault) {
        weData.faults().add(Fault.parse(fault + ":AssumeRole:2"));
        CompletableFuture<ApiKey> answer = keys.apiKey().toCompletableFuture();
        time.advance(Duration.ofMinutes(2));

        assertThat(answer).isCompleted();
        assertThat(create("load")).isCompleted();
        assertThat(asked()).isEqualTo(3);
    }

    @Test
    void aReplyWithoutATokenIsNoKey() {
        ScriptedTransport transport = new ScriptedTransport();
        transport.thenReply(
                "{\"Response\":{\"Credentials\":{\"TmpSecretId\":\"AKIDx\",\"TmpSecretKey\":\"markerTmpKey\","
                        + "\"Token\":\"\"},\"ExpiredTime\":1,\"RequestId\":\"r\"}}");
        WeDataClient scripted = WeDataClient.over(transport, time, onceOnly());

        assertThat(Calls.failure(
                        new RoleKeys(scripted, role(SECRET, null)).apiKey().toCompletableFuture(),
                        CallUnknownException.class))
                .hasMessageContaining("Credentials.Token")
                .message()
                .doesNotContain("markerTmpKey");
        scripted.close();
    }

    @Test
    void aWrongExternalIdSaysWhatToLookAt() {
        RoleKeys stranger = new RoleKeys(client, role(SECRET, "somebody-else"));

        assertThat(Calls.failure(stranger.apiKey().toCompletableFuture(), CallRefusedException.class))
                .hasMessageStartingWith("AssumeRole: UnauthorizedOperation")
                .hasMessageContaining("trust policy")
                .hasMessageContaining("external id")
                .message()
                .doesNotContain("somebody-else");
    }

    @Test
    void aRoleThatDoesNotExistIsNamedAsThat() {
        AssumedRole known = role(SECRET, null);
        AssumedRole gone = new AssumedRole(
                known.endpoint(),
                REGION,
                known.base(),
                RoleArn.parse("qcs::cam::uin/100000000002:roleName/gone").orElseThrow(),
                "jenkins",
                TWO_HOURS,
                Optional.empty());

        assertThat(Calls.failure(new RoleKeys(client, gone).apiKey().toCompletableFuture(), CallRefusedException.class))
                .hasMessageStartingWith("AssumeRole: ResourceNotFound.RoleNotFound")
                .hasMessageEndingWith("Check the role's ARN and the site of the credential");
    }

    @Test
    void aClosingClientEndsTheWaitForAKey() {
        weData.faults().add(Fault.parse("slow=10s:AssumeRole:1"));
        CompletableFuture<ApiKey> answer = keys.apiKey().toCompletableFuture();
        client.close();

        assertThat(answer).isCompletedExceptionally();
    }

    @Test
    void noSecretIsInALogAnExceptionOrAText() {
        List<String> logged = new CopyOnWriteArrayList<>();
        Logger logger = Logger.getLogger("io.jenkins.plugins.wedata");
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                logged.add(entry.getMessage()
                        + List.of(entry.getParameters() == null ? new Object[0] : entry.getParameters())
                        + entry.getThrown());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Level before = logger.getLevel();
        logger.setLevel(Level.ALL);
        logger.addHandler(handler);
        try {
            ApiKey first = key();
            time.advance(TWO_HOURS.minusSeconds(60));
            weData.faults().add(Fault.error("InternalError").on("AssumeRole"));
            ApiKey second = key();
            time.advance(TWO_HOURS);
            Throwable failure = Calls.failure(
                    soon(new RoleKeys(client, role("markerWrongSecret", "partner-7"))
                            .apiKey()
                            .toCompletableFuture()),
                    CallRefusedException.class);
            ApiKey third = key();

            assertThat(logged).anyMatch(line -> line.contains("AssumedRole(" + ARN + ")"));
            String seen = logged + failure.toString() + keys + role(SECRET, "partner-7") + first + second + third;
            assertThat(seen).doesNotContain(SECRET, "markerWrongSecret", "TC3-HMAC");
            for (ApiKey key : List.of(first, second, third)) {
                assertThat(seen)
                        .doesNotContain(key.secretKey())
                        .doesNotContain(key.token().orElseThrow());
            }
        } finally {
            logger.removeHandler(handler);
            logger.setLevel(before);
        }
    }

    @Test
    void equalRolesShareTheirKeysAndAChangedSecretDoesNot() {
        TemporaryKeys all = new TemporaryKeys(client);

        assertThat(all.of(role(SECRET, "partner-7"))).isSameAs(all.of(role(SECRET, "partner-7")));
        assertThat(all.of(role(SECRET, "partner-7"))).isNotSameAs(all.of(role("another", "partner-7")));
        assertThat(all.of(role(SECRET, "partner-7"))).isNotSameAs(all.of(role(SECRET, null)));
    }

    @Test
    void keysThatAreOverAreForgotten() {
        TemporaryKeys all = new TemporaryKeys(client);
        ApiKeySource used = all.of(role(SECRET, "partner-7"));
        used.apiKey();
        all.of(role("a", null));
        assertThat(all.size()).as("one with a key, one new").isEqualTo(2);
        all.of(role("b", null));
        assertThat(all.size()).as("the one that was never used is gone").isEqualTo(2);
        assertThat(all.of(role(SECRET, "partner-7"))).isSameAs(used);

        time.advance(TWO_HOURS);
        all.of(role("c", null));
        assertThat(all.size()).isEqualTo(1);
    }

    private static String granted(String id, Instant end) {
        return "{\"Response\":{\"Credentials\":{\"TmpSecretId\":\"" + id + "\",\"TmpSecretKey\":\"k\",\"Token\":\"t\"},"
                + "\"ExpiredTime\":" + end.getEpochSecond() + ",\"Expiration\":\"x\",\"RequestId\":\"r\"}}";
    }

    private static RetryPolicy onceOnly() {
        return new RetryPolicy(Duration.ofMillis(1), Duration.ofMillis(1), Duration.ZERO, () -> 0.5);
    }

    private ApiKey key() {
        return soon(keys.apiKey().toCompletableFuture()).join();
    }

    private int asked() {
        return weData.ledger().deliveries("AssumeRole");
    }

    private Account account() {
        return new Account(Site.MAINLAND.endpoint(REGION), REGION, keys, "100000000002");
    }

    private static CreateTask task(String name) {
        return new CreateTask(PROJECT, WORKFLOW, name, 35L, null);
    }

    private CompletableFuture<?> create(String name) {
        return soon(client.call(account(), task(name), CallListener.NONE));
    }

    /** Gives what is paced the moment that it waits for. */
    private <T> CompletableFuture<T> soon(CompletableFuture<T> answer) {
        for (int i = 0; i < 20 && !answer.isDone(); i++) {
            time.advance(Duration.ofMillis(50));
        }
        assertThat(answer).isDone();
        return answer;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
