package io.jenkins.plugins.wedata.operation;

import io.jenkins.plugins.wedata.AllocationLimits;
import io.jenkins.plugins.wedata.api.ListBatchDetail;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What a wait costs in memory stays what it was when it was measured last. */
class WaitAllocationTest {

    private static final int LOOKS = 10;
    private static final Duration LONG = Duration.ofMinutes(10);

    private int looks;

    @Test
    void aWaitOfTenLooks() {
        CannedWeData weData = new CannedWeData(body -> ++looks % LOOKS == 0
                ? "\"JobStatus\":\"SUCCESS\",\"TotalResource\":1,\"SuccessResource\":[{\"ResourceId\":\"1\"}]"
                : "\"JobStatus\":\"RUNNING\",\"TotalResource\":1");
        BatchWaitOptions options =
                new BatchWaitOptions(true, Duration.ofHours(1), Reaction.FAIL, Reaction.FAIL, Optional.empty());
        AllocationLimits.recorded().hold("wait-of-10-looks", () -> {
            CompletableFuture<OperationResult> wait = new AwaitJobOperation(
                            new ListBatchDetail(2528L, Bench.PROJECT), List.of(), options)
                    .run(weData.session, progress -> CompletableFuture.completedFuture(null));
            weData.time.advance(LONG);
            weData.log.clear();
            wait.join();
        });
    }
}
