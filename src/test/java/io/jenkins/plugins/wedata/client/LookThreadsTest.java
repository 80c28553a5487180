package io.jenkins.plugins.wedata.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.wedata.api.GetBatchDetailErrorLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** However many wait, however slow the service: no more threads than calls in flight, and a few for alarms. */
@Timeout(120)
class LookThreadsTest {

    private static final int LOOKS = 300;
    private static final int MOST_IN_FLIGHT = 64;
    private static final int FEW = 4;

    private final CountDownLatch inFlight = new CountDownLatch(MOST_IN_FLIGHT);
    private final CountDownLatch end = new CountDownLatch(1);

    /** Of other tests, and on their way out. */
    private final Set<Thread> others = Thread.getAllStackTraces().keySet();

    @Test
    void threeHundredLooksAtAServiceThatHangsTakeSixtyFourThreadsAndAFew() throws Exception {
        try (RawServer hanging = new RawServer((socket, number) -> hang());
                WeDataClient client = WeDataClient.over(OkHttpTransport.over(new OkHttpClient.Builder()))) {
            List<CompletableFuture<?>> looks = new ArrayList<>();
            for (int i = 0; i < LOOKS; i++) {
                Account other = new Account(
                        new Endpoint(i % 2 == 0 ? hanging.uri() : hanging.otherUri()),
                        new Region("ap-guangzhou"),
                        () -> CompletableFuture.completedFuture(Calls.KEY),
                        "account " + i);
                looks.add(client.look(other, new GetBatchDetailErrorLog((long) i, "1", null), CallListener.NONE));
            }
            assertThat(inFlight.await(60, TimeUnit.SECONDS)).isTrue();

            assertThat(threads()).isBetween((long) MOST_IN_FLIGHT, (long) MOST_IN_FLIGHT + FEW);
            assertThat(hanging.requests()).hasSize(MOST_IN_FLIGHT);

            looks.forEach(look -> look.cancel(false));
            end.countDown();
        }
    }

    private boolean hang() {
        inFlight.countDown();
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !others.contains(thread))
                .map(Thread::getName)
                .filter(name -> name.startsWith("wedata-http-")
                        || name.startsWith("wedata-timer-")
                        || name.startsWith("OkHttp"))
                .count();
    }
}
