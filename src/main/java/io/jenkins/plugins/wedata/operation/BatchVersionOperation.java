package io.jenkins.plugins.wedata.operation;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.api.BatchCreateTaskVersionAsync;
import io.jenkins.plugins.wedata.api.BatchCreateTaskVersionAsync.BatchCreateTaskVersionDTO;
import io.jenkins.plugins.wedata.api.Problems;
import io.jenkins.plugins.wedata.client.Reply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Makes versions of many tasks in one asynchronous job, and waits for its end if that is asked for. The job is started at
 * most once: when the reply is lost, the tasks' versions are read back and recognised by the mark in their remarks.
 */
public final class BatchVersionOperation implements Operation {

    private final BatchCreateTaskVersionAsync batch;
    private final BatchWaitOptions options;

    /**
     * Plans the batch.
     *
     * @param batch what to send, the mark in each remark
     * @param options how to wait, and what to make of the end
     */
    public BatchVersionOperation(BatchCreateTaskVersionAsync batch, BatchWaitOptions options) {
        this.batch = batch;
        this.options = options;
    }

    @Override
    public OperationDescription description() {
        List<String> ids = Optional.ofNullable(batch.tasks()).orElse(List.of()).stream()
                .map(task -> task == null ? null : task.taskId())
                .filter(Objects::nonNull)
                .toList();
        String what = ids.isEmpty() ? null : ids.get(0) + (ids.size() == 1 ? "" : " (+" + (ids.size() - 1) + ")");
        return new OperationDescription(
                batch.type().name(),
                what,
                batch.projectId(),
                new Traces(options.mark().orElse(null), ids));
    }

    @Override
    public void check(Problems problems) {
        batch.check(problems);
    }

    @Override
    public CompletableFuture<OperationResult> run(Session session, Checkpoint checkpoint) {
        session.log().milestone(Messages.BatchVersionOperation_Starting(count(batch)));
        Progress intent = Progress.intent(session.now());
        return checkpoint
                .reached(intent)
                .thenCompose(kept -> session.call(batch)
                        .handle((reply, failure) -> failure == null
                                ? started(session, checkpoint, reply)
                                : settlement(session, intent, checkpoint).after(Async.unwrap(failure)))
                        .thenCompose(result -> result));
    }

    private CompletableFuture<OperationResult> started(
            Session session, Checkpoint checkpoint, Reply<BatchCreateTaskVersionAsync.Result> reply) {
        Progress started =
                Progress.written(reply.result().jobId().orElseThrow().toString(), reply.requestId(), session.now());
        session.log().milestone(Messages.BatchVersionOperation_Started(started.id()));
        return checkpoint.reached(started).thenCompose(kept -> await(session, started));
    }

    private CompletableFuture<OperationResult> await(Session session, Progress started) {
        long jobId = started.number().orElseThrow();
        if (!options.awaitEnd()) {
            return CompletableFuture.completedFuture(OperationResult.of(startedOnly(jobId, started.requestId())));
        }
        return new BatchFollower(session, batch.projectId(), taskIds(batch), options)
                .follow(jobId, started.since(), started.requestId());
    }

    private Map<String, Object> startedOnly(long jobId, @CheckForNull String requestId) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("jobId", jobId);
        values.put("outcome", "STARTED");
        values.put("total", (long) batch.tasks().size());
        values.put("requestId", requestId);
        return values;
    }

    @Override
    public CompletableFuture<OperationResult> resume(Session session, Progress reached, Checkpoint checkpoint) {
        if (reached.stage() != Progress.Stage.WRITTEN) {
            return settlement(session, reached, checkpoint).settle(null);
        }
        return reached.number().isEmpty()
                ? settlement(session, reached, checkpoint).goOn()
                : await(session, reached);
    }

    private BatchSettlement settlement(Session session, Progress intent, Checkpoint checkpoint) {
        return new BatchSettlement(session, batch, options, intent.since(), checkpoint);
    }

    @Override
    public Optional<String> leftBehind(Progress reached) {
        String goOn = options.mark().isPresent() ? Messages.BatchVersionOperation_GoOn() : "";
        if (reached.stage() != Progress.Stage.WRITTEN) {
            return Optional.of(Messages.BatchVersionOperation_UnderWay(count(batch), goOn));
        }
        return Optional.of(reached.number()
                .map(jobId -> BatchJobWait.leftBehind(jobId, batch.projectId()))
                .orElseGet(() -> Messages.BatchVersionOperation_Recognised(count(batch), goOn)));
    }

    /** How many tasks, in words. */
    static String count(BatchCreateTaskVersionAsync batch) {
        int size = batch.tasks().size();
        return size == 1
                ? Messages.BatchVersionOperation_OneTask()
                : Messages.BatchVersionOperation_Tasks(String.valueOf(size));
    }

    static List<String> taskIds(BatchCreateTaskVersionAsync batch) {
        return batch.tasks().stream().map(BatchCreateTaskVersionDTO::taskId).toList();
    }
}
