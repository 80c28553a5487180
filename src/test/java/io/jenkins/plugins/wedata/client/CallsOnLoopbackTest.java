package io.jenkins.plugins.wedata.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.wedata.api.CreateTask;
import io.jenkins.plugins.wedata.emulator.BuiltInWeData;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The client keeps the limit that the built-in WeData checks, where the calls arrive. */
@Timeout(300)
class CallsOnLoopbackTest {

    private static final ApiKey KEY = ApiKey.of("AKIDEXAMPLE", "EXAMPLEKEY");

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final CallListener listener = new CallListener() {
        @Override
        public void retrying(String actionName, String reason, Duration delay) {
            heard.add(reason);
        }
    };

    private static BuiltInWeData.Builder weData() {
        return BuiltInWeData.builder().seed(7).key(KEY.secretId(), KEY.secretKey());
    }

    private static void prepare(BuiltInWeData weData) {
        weData.world().workflow("1", "w", "nightly");
    }

    private List<CompletableFuture<?>> create(WeDataClient client, URI uri, int count) {
        Account account = new Account(
                new Endpoint(uri),
                new Region("ap-guangzhou"),
                () -> CompletableFuture.completedFuture(KEY),
                KEY.secretId());
        List<CompletableFuture<?>> calls = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            calls.add(client.call(account, new CreateTask("1", "w", "task" + i, 35L, null), listener));
        }
        return calls;
    }

    @Test
    void overHttpNoneIsThrottledAndEachTakesEffectOnce() throws Exception {
        try (BuiltInWeData weData = weData().build();
                WeDataClient client = WeDataClient.over(OkHttpTransport.over(new OkHttpClient.Builder()))) {
            prepare(weData);

            List<CompletableFuture<?>> calls = create(client, weData.listen(0).uri(), 65);
            CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new)).get(200, TimeUnit.SECONDS);

            assertThat(heard).isEmpty();
            assertThat(weData.ledger().deliveries("CreateTask")).isEqualTo(65);
            assertThat(weData.ledger().effects("CreateTask")).isEqualTo(65);
            assertThat(weData.world().tasks()).hasSize(65);
        }
    }

    @Test
    void onOneClockNoneIsThrottledAtNineteenAndAHalfASecond() {
        ManualTimeSource time = new ManualTimeSource();
        try (BuiltInWeData weData = weData().time(time).build();
                WeDataClient client = WeDataClient.over(weData.transport(), time, Calls.patient())) {
            prepare(weData);

            List<CompletableFuture<?>> calls = create(client, URI.create("http://127.0.0.1/"), 300);
            time.advance(Duration.ofMillis(Math.round(300 / 19.5 * 1_000)));

            assertThat(calls).allMatch(CompletableFuture::isDone);
            assertThat(heard).isEmpty();
            assertThat(weData.ledger().deliveries("CreateTask")).isEqualTo(300);
            assertThat(weData.ledger().effects("CreateTask")).isEqualTo(300);
        }
    }

    @Test
    void callsThatArriveLateAtFirstAreNotThrottledAndTheRateIsReachedAllTheSame() {
        ManualTimeSource time = new ManualTimeSource();
        try (BuiltInWeData weData = weData().time(time).build();
                WeDataClient client =
                        WeDataClient.over(new WarmingUp(weData.transport(), time), time, Calls.patient())) {
            prepare(weData);

            List<CompletableFuture<?>> calls = create(client, URI.create("http://127.0.0.1/"), 300);
            time.advance(Duration.ofSeconds(5));
            int started = weData.ledger().deliveries("CreateTask");
            time.advance(Duration.ofSeconds(10));
            int later = weData.ledger().deliveries("CreateTask");
            time.advance(Duration.ofSeconds(10));

            assertThat(calls).allMatch(CompletableFuture::isDone);
            assertThat(heard).isEmpty();
            assertThat(later - started).isGreaterThanOrEqualTo(195);
            assertThat(weData.ledger().effects("CreateTask")).isEqualTo(300);
        }
    }

    /** A way whose first calls take long, as in a JVM that has just started. */
    private static final class WarmingUp implements Transport {
        private final Transport way;
        private final ManualTimeSource time;
        private final Random random = new Random(7);
        private int slow = 40;

        WarmingUp(Transport way, ManualTimeSource time) {
            this.way = way;
            this.time = time;
        }

        @Override
        public CompletableFuture<WireReply> send(WireRequest request) {
            CompletableFuture<WireReply> reply = new CompletableFuture<>();
            Duration delay = Duration.ofMillis(slow > 0 ? 1 + random.nextInt(10 * slow--) : random.nextInt(3));
            time.after(
                    delay,
                    () -> way.send(request)
                            .thenAccept(came -> time.after(Duration.ofMillis(1), () -> reply.complete(came))));
            return reply;
        }

        @Override
        public void close() {
            way.close();
        }
    }
}
