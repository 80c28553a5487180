package io.jenkins.plugins.wedata.operation;

import io.jenkins.plugins.wedata.api.ListBatchDetail;
import io.jenkins.plugins.wedata.api.Problems;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Waits for a batch job that was started before: by another step, another build, or by hand. Writes nothing. */
public final class AwaitJobOperation implements Operation {

    private final ListBatchDetail job;
    private final List<String> taskIds;
    private final BatchWaitOptions options;

    /**
     * Plans the wait.
     *
     * @param job the job
     * @param taskIds the job's tasks, needed only where WeData does not tell how far a job is
     * @param options how to wait, and what to make of the end
     */
    public AwaitJobOperation(ListBatchDetail job, List<String> taskIds, BatchWaitOptions options) {
        this.job = job;
        this.taskIds = Collections.unmodifiableList(new ArrayList<>(taskIds));
        this.options = options;
    }

    @Override
    public OperationDescription description() {
        Traces traces = new Traces(
                options.mark().orElse(null),
                taskIds.stream().filter(Objects::nonNull).toList());
        return new OperationDescription(job.type().name(), String.valueOf(job.jobId()), job.projectId(), traces);
    }

    @Override
    public void check(Problems problems) {
        job.check(problems);
        problems.requireText("projectId", job.projectId(), Messages._AwaitJobOperation_ProjectId());
        problems.requireDistinctTexts("tasks", taskIds, Messages._AwaitJobOperation_TaskId());
    }

    @Override
    public CompletableFuture<OperationResult> run(Session session, Checkpoint checkpoint) {
        session.log().milestone(Messages.AwaitJobOperation_Waiting(String.valueOf(job.jobId())));
        Progress begun = Progress.written(Long.toString(job.jobId()), null, session.now());
        return checkpoint.reached(begun).thenCompose(kept -> resume(session, begun, checkpoint));
    }

    @Override
    public CompletableFuture<OperationResult> resume(Session session, Progress reached, Checkpoint checkpoint) {
        return new BatchFollower(session, job.projectId(), taskIds, options).follow(job.jobId(), reached.since(), null);
    }

    @Override
    public Optional<String> leftBehind(Progress reached) {
        return Optional.of(BatchJobWait.leftBehind(job.jobId(), job.projectId()));
    }
}
