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
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource({
        "BATCH_CREATE_VERSION, The versions of batch job 2528 wait for approval",
        "FORM_CREATE_VERSION, The versions of batch job 2528 wait for approval",
        ", The versions of batch job 2528 wait for approval",
        "BATCH_DELETE, What batch job 2528 (BATCH_DELETE) did waits for approval",
        "BATCH_MODIFY_SCHEDULE, What batch job 2528 (BATCH_MODIFY_SCHEDULE) did waits for approval"
    })
    void onlyAJobThatMakesVersionsIsToldOfAsOne(String jobType, String words) {
        ListBatchDetail.Result detail =
                new ListBatchDetail.Result(2528L, "ASYNC", List.of(), List.of(), jobType, "SUCCESS", 2L, true);
        bench.end(new BatchVerdict(bench.session, 2528, PROJECT, Reaction.UNSTABLE, Reaction.PROCEED)
                .on(new BatchJobWait.End(JobStatus.SUCCESS, detail), null));
        assertThat(bench.log).anyMatch(line -> line.startsWith(words));
        ListBatchDetail.Result partial =
                new ListBatchDetail.Result(2528L, "ASYNC", List.of(), failedTask(), jobType, "PART_SUCCESS", 2L, true);
        OperationResult result =
                bench.end(new BatchVerdict(bench.session, 2528, PROJECT, Reaction.UNSTABLE, Reaction.PROCEED)
                        .on(new BatchJobWait.End(JobStatus.PART_SUCCESS, partial), null));
        assertThat(result.unstable().orElseThrow().contains("versions")).isEqualTo(words.startsWith("The versions"));
    }

    private void assertIsCancelled(CompletableFuture<OperationResult> verdict) {
        assertThat(verdict).isDone();
        Throwable failure = verdict.handle((result, cause) -> cause).join();
        assertThat(Async.unwrap(failure)).isInstanceOf(CancellationException.class);
        assertThat(bench.log).noneMatch(line -> line.contains("reason"));
    }

    private static List<AsyncResource> failedTask() {
        return List.of(new AsyncResource(1L, "20260302080000001", "load"));
    }

    private CompletableFuture<OperationResult> verdict(JobStatus status, List<AsyncResource> failed) {
        ListBatchDetail.Result detail = new ListBatchDetail.Result(
                2528L, "ASYNC", List.of(), failed, "BATCH_CREATE_VERSION", status.name(), 2L, false);
        return new BatchVerdict(bench.session, 2528, PROJECT, Reaction.UNSTABLE, Reaction.FAIL)
                .on(new BatchJobWait.End(status, detail), null);
    }
}
