package io.jenkins.plugins.wedata.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The limit is kept where a call is handed over to be sent, however long a busy machine takes from its turn to there. */
class PaceOnABusyMachineTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final int CALLS = 600;

    private final ManualTimeSource time = new ManualTimeSource();
    private final BusyClock clock = new BusyClock();
    private final List<Long> handedOver = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void never21CallsAreHandedOverWithinASecondHoweverLongAfterTheirTurns(long seed) {
        Random random = new Random(seed);
        Way way = new Way(random);
        try (WeDataClient client = WeDataClient.over(way, clock, Calls.patient())) {
            Account account = Calls.account(() -> {
                clock.hiccup(random);
                return CompletableFuture.completedFuture(Calls.KEY);
            });
            List<CompletableFuture<?>> calls = new ArrayList<>();
            for (int i = 0; i < CALLS; i++) {
                calls.add(client.call(account, Calls.READ, CallListener.NONE));
            }
            clock.busy = true;
            time.advance(Duration.ofSeconds(60));

            assertThat(calls).allMatch(CompletableFuture::isDone);
        }
        for (int i = 20; i < CALLS; i++) {
            assertThat(handedOver.get(i) - handedOver.get(i - 20))
                    .as("21 calls up to number %d", i)
                    .isGreaterThan(SECOND);
        }
    }

    /** A clock that goes on while the machine does something else. */
    private final class BusyClock implements TimeSource {
        private Duration ahead = Duration.ZERO;
        private boolean busy;

        void hiccup(Random random) {
            if (busy && random.nextInt(15) == 0) {
                ahead = ahead.plusMillis(random.nextInt(600));
            }
        }

        @Override
        public Instant now() {
            return time.now().plus(ahead);
        }

        @Override
        public long nanos() {
            return time.nanos() + ahead.toNanos();
        }

        @Override
        public Alarm after(Duration delay, Runnable task) {
            return time.after(delay, task);
        }
    }

    /** To a service so far away that its replies say little of when a call arrived. */
    private final class Way implements Transport {
        private final Random random;

        Way(Random random) {
            this.random = random;
        }

        @Override
        public CompletableFuture<WireReply> send(WireRequest request) {
            CompletableFuture<WireReply> reply = new CompletableFuture<>();
            clock.hiccup(random);
            handedOver.add(clock.nanos());
            byte[] body = Calls.READ_REPLY.getBytes(StandardCharsets.UTF_8);
            time.after(
                    Duration.ofMillis(60 + random.nextInt(60)), () -> reply.complete(new WireReply(200, null, body)));
            return reply;
        }

        @Override
        public void close() {}
    }
}
