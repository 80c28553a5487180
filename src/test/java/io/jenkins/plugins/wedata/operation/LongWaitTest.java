package io.jenkins.plugins.wedata.operation;

import static io.jenkins.plugins.wedata.operation.Bench.INTEGRATION_TASK;
import static io.jenkins.plugins.wedata.operation.Bench.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.wedata.api.CommitIntegrationTask;
import io.jenkins.plugins.wedata.client.Account;
import io.jenkins.plugins.wedata.client.ApiKey;
import io.jenkins.plugins.wedata.client.ManualTimeSource;
import io.jenkins.plugins.wedata.client.Region;
import io.jenkins.plugins.wedata.client.RetryPolicy;
import io.jenkins.plugins.wedata.client.Site;
import io.jenkins.plugins.wedata.client.WeDataClient;
import io.jenkins.plugins.wedata.client.WireReply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A wait costs the same after a day as after an hour. */
class LongWaitTest {

    private static final int POLLS = 20_000;
    private static final Duration YEAR = Duration.ofDays(365);
    /** A stage left behind by each poll would take some four million bytes. */
    private static final long MOST_GROWTH = 1_000_000;

    private final ManualTimeSource time = new ManualTimeSource();
    private final AtomicInteger polls = new AtomicInteger();

    @Test
    void theWaitForAJobKeepsNothingOfItsLooks() {
        Session session = session("\"JobStatus\":\"RUNNING\",\"TotalResource\":5");
        keepsNothing(new BatchJobWait(session, 2528, PROJECT, time.now(), YEAR).untilConcluded());
    }

    @Test
    void theWaitForARunningTaskKeepsNothingOfItsLooks() {
        Session session = session("\"TaskInfo\":{\"Status\":2}");
        CommitIntegrationTask commit =
                new CommitIntegrationTask(INTEGRATION_TASK, PROJECT, 1L, 201L, null, null, null, null, null);
        keepsNothing(new RunningWait(session, commit, time.now().plus(YEAR), YEAR).untilRunning());
    }

    @Test
    void theWaitForVersionsKeepsNothingOfItsLooks() {
        Session session = session("\"Data\":{\"Items\":[],\"TotalCount\":0}");
        keepsNothing(new VersionReadBack(session, PROJECT, List.of("20260302080000001"), "mark")
                .untilConfirmed(time.now().plus(YEAR)));
    }

    private void keepsNothing(CompletableFuture<?> wait) {
        time.advance(Duration.ofHours(9));
        int before = polls.get();
        long used = usedMemory();
        time.advance(Duration.ofSeconds(30L * POLLS));
        assertThat(polls.get() - before).isGreaterThanOrEqualTo(POLLS);
        assertThat(usedMemory() - used).isLessThan(MOST_GROWTH);
        assertThat(wait).isNotDone();
    }

    private static long usedMemory() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            least = Math.min(
                    least,
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }
        return least;
    }

    private Session session(String answer) {
        byte[] body = ("{\"Response\":{" + answer + ",\"RequestId\":\"r\"}}").getBytes(StandardCharsets.UTF_8);
        WeDataClient client = WeDataClient.over(
                request -> {
                    polls.incrementAndGet();
                    return CompletableFuture.completedFuture(new WireReply(200, Optional.empty(), body));
                },
                time,
                RetryPolicy.standard());
        Region region = new Region("ap-guangzhou");
        ApiKey key = ApiKey.of("AKIDbench", "benchSecret");
        return new Session(
                client,
                new Account(
                        Site.MAINLAND.endpoint(region), region, () -> CompletableFuture.completedFuture(key), "bench"),
                line -> {});
    }
}
