package io.jenkins.plugins.wedata.operation;

import static io.jenkins.plugins.wedata.operation.Batches.OPTIONS;
import static io.jenkins.plugins.wedata.operation.Batches.batch;
import static io.jenkins.plugins.wedata.operation.Bench.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.wedata.api.ListBatchDetail;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A batch job that was started elsewhere. */
class AwaitJobOperationTest {

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aJobStartedElsewhereIsAwaited() {
        BatchWaitOptions start =
                new BatchWaitOptions(false, Duration.ofMinutes(60), Reaction.FAIL, Reaction.FAIL, Optional.empty());
        Long jobId = (Long) bench.run(batch(bench.tasks(2), start)).values().get("jobId");
        AwaitJobOperation await = new AwaitJobOperation(new ListBatchDetail(jobId, PROJECT), List.of(), OPTIONS);
        assertThat(bench.run(await).values())
                .containsEntry("outcome", "SUCCESS")
                .containsEntry("jobId", jobId);
    }

    @Test
    void aMissingTaskOfAnAwaitedJobIsNamedByItsPlace() {
        List<String> tasks = Arrays.asList("20260302080000001", null, " ");
        assertThat(Bench.wrongIn(new AwaitJobOperation(new ListBatchDetail(1L, PROJECT), tasks, OPTIONS)))
                .containsExactly("tasks[1]", "tasks[2]");
    }

    @Test
    void anAwaitedJobNeedsItsNumberAndItsProject() {
        assertThat(Bench.wrongIn(new AwaitJobOperation(new ListBatchDetail(null, null), List.of(), OPTIONS)))
                .containsExactly("jobId", "projectId");
    }
}
