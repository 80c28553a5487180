package io.jenkins.plugins.wedata.operation;

import static io.jenkins.plugins.wedata.operation.Bench.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.wedata.api.JobStatus;
import io.jenkins.plugins.wedata.api.ListBatchDetail;
import io.jenkins.plugins.wedata.api.ListBatchDetail.AsyncResource;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BatchVerdictTest {

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = JobStatus.class,
            names = {"PART_SUCCESS", "PART_SUCCESS_WITH_ALARM"})
    void aPartialSuccessThatNamesNoFailedTaskIsStillNoSuccess(JobStatus status) {
        OperationResult result = bench.end(verdict(status, List.of()));
        assertThat(result.values()).containsEntry("outcome", "PART_SUCCESS").containsEntry("status", status.name());
        assertThat(result.unstable()).hasValueSatisfying(why -> assertThat(why).contains("names no task that failed"));
    }

    @Test
    void anAbortWhileReasonsAreAskedForIsNoVerdict() {
        bench.fault("502:GetBatchDetailErrorLog:*");
        CompletableFuture<OperationResult> verdict = verdict(JobStatus.PART_SUCCESS, failedTask());
        assertThat(verdict).isNotDone();
        bench.session.cancel();
        assertIsCancelled(verdict);
    }

    @Test
    void theEndOfTheClientWhileReasonsAreAskedForIsNoVerdict() {
        bench.fault("502:GetBatchDetailErrorLog:*");
        CompletableFuture<OperationResult> verdict = verdict(JobStatus.PART_SUCCESS, failedTask());
        bench.client.close();
        assertIsCancelled(verdict);
    }

    private void assertIsCancelled(CompletableFuture<OperationResult> verdict) {
        assertThat(verdict).isDone();
        Throwable failure = verdict.handle((result, cause) -> cause).join();
        assertThat(Async.unwrap(failure)).isInstanceOf(CancellationException.class);
        assertThat(bench.log).noneMatch(line -> line.contains("reason"));
    }

    private static List<AsyncResource> failedTask() {
        return List.of(new AsyncResource(1L, "20260302080000001", "load", null));
    }

    private CompletableFuture<OperationResult> verdict(JobStatus status, List<AsyncResource> failed) {
        ListBatchDetail.Result detail = new ListBatchDetail.Result(
                2528L, "ASYNC", List.of(), failed, "BATCH_CREATE_VERSION", status.name(), 2L, false);
        return new BatchVerdict(bench.session, 2528, PROJECT, Reaction.UNSTABLE, Reaction.FAIL)
                .on(new BatchJobWait.End(status, detail), null);
    }
}
