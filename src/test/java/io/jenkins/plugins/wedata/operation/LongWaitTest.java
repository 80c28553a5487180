package io.jenkins.plugins.wedata.operation;

import static io.jenkins.plugins.wedata.operation.Bench.INTEGRATION_TASK;
import static io.jenkins.plugins.wedata.operation.Bench.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.wedata.api.CommitIntegrationTask;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A wait costs the same after a day as after an hour. */
class LongWaitTest {

    private static final int POLLS = 10_000;
    private static final Duration YEAR = Duration.ofDays(365);
    /** A stage left behind by each poll would take some two million bytes. */
    private static final long MOST_GROWTH = 1_000_000;

    @Test
    void theWaitForAJobKeepsNothingOfItsLooks() {
        CannedWeData weData = new CannedWeData(body -> "\"JobStatus\":\"RUNNING\",\"TotalResource\":5");
        keepsNothing(weData, new BatchJobWait(weData.session, 2528, PROJECT, weData.time.now(), YEAR).untilConcluded());
    }

    @Test
    void theWaitForARunningTaskKeepsNothingOfItsLooks() {
        CannedWeData weData = new CannedWeData(body -> "\"TaskInfo\":{\"Status\":2}");
        CommitIntegrationTask commit =
                new CommitIntegrationTask(INTEGRATION_TASK, PROJECT, 1L, 201L, null, null, null, null, null);
        keepsNothing(
                weData,
                new RunningWait(weData.session, commit, weData.time.now().plus(YEAR), YEAR, false).untilRunning());
    }

    @Test
    void theWaitForVersionsKeepsNothingOfItsLooks() {
        CannedWeData weData = new CannedWeData(body -> "\"Data\":{\"Items\":[],\"TotalCount\":0}");
        keepsNothing(
                weData,
                new VersionReadBack(weData.session, PROJECT, List.of("20260302080000001"), "mark")
                        .untilConfirmed(weData.time.now().plus(YEAR)));
    }

    private static void keepsNothing(CannedWeData weData, CompletableFuture<?> wait) {
        weData.time.advance(Duration.ofHours(9));
        int before = weData.calls;
        long used = usedMemory();
        weData.time.advance(Duration.ofSeconds(30L * POLLS));
        assertThat(weData.calls - before).isGreaterThanOrEqualTo(POLLS);
        assertThat(usedMemory() - used).isLessThan(MOST_GROWTH);
        assertThat(wait).isNotDone();
    }

    private static long usedMemory() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
