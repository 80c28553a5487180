package io.jenkins.plugins.wedata.operation;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.api.BatchCreateTaskVersionAsync;
import io.jenkins.plugins.wedata.api.BatchCreateTaskVersionAsync.BatchCreateTaskVersionDTO;
import io.jenkins.plugins.wedata.api.Problems;
import io.jenkins.plugins.wedata.client.CallDoubtfulException;
import io.jenkins.plugins.wedata.client.CallException;
import io.jenkins.plugins.wedata.client.CallRefusedException;
import io.jenkins.plugins.wedata.client.CallUnknownException;
import io.jenkins.plugins.wedata.client.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Makes versions of many tasks in one asynchronous job, and waits for its end if that is asked for. The job is started at
 * most once: when the reply is lost, the tasks' versions are read back and recognised by the mark in their remarks.
 */
public final class BatchVersionOperation implements Operation {

    /** How long to look for the first version of a job whose start was not answered. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

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
    public void check(Problems problems) {
        batch.check(problems);
    }

    @Override
    public CompletableFuture<OperationResult> run(Session session, Checkpoint checkpoint) {
        session.log().milestone("Starting a batch job that makes versions of " + count());
        Progress intent = Progress.intent(session.now());
        return checkpoint
                .reached(intent)
                .thenCompose(kept -> session.call(batch)
                        .handle((reply, failure) -> failure == null
                                ? started(session, checkpoint, reply)
                                : notAnswered(session, intent, Async.unwrap(failure)))
                        .thenCompose(result -> result));
    }

    private CompletableFuture<OperationResult> started(
            Session session, Checkpoint checkpoint, Reply<BatchCreateTaskVersionAsync.Result> reply) {
        Progress started =
                Progress.written(reply.result().jobId().orElseThrow().toString(), reply.requestId(), session.now());
        session.log().milestone("Batch job " + started.id() + " has started; it can't be cancelled");
        return checkpoint.reached(started).thenCompose(kept -> await(session, started));
    }

    private CompletableFuture<OperationResult> notAnswered(Session session, Progress intent, Throwable failure) {
        if (failure instanceof CallUnknownException lost) {
            return settle(session, intent, lost);
        }
        return failure instanceof CallDoubtfulException doubt
                ? lookOnce(session, intent, doubt)
                : CompletableFuture.failedFuture(failure);
    }

    private CompletableFuture<OperationResult> await(Session session, Progress started) {
        long jobId = Long.parseLong(started.id());
        if (!options.awaitEnd()) {
            return CompletableFuture.completedFuture(OperationResult.of(startedOnly(jobId, started.requestId())));
        }
        return new BatchFollower(session, batch.projectId(), taskIds(), options)
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

    /** An error that does not say whether the job was started. */
    private CompletableFuture<OperationResult> lookOnce(Session session, Progress intent, CallDoubtfulException doubt) {
        return options.mark()
                .map(mark -> readable(readBack(session, mark).look(), doubt).thenCompose(missing -> {
                    if (missing.size() == batch.tasks().size()) {
                        throw doubt;
                    }
                    return adopt(session, intent, mark);
                }))
                .orElseGet(() -> CompletableFuture.failedFuture(doubt));
    }

    /** No answer at all: the job may have been started, or may yet be. */
    private CompletableFuture<OperationResult> settle(
            Session session, Progress intent, @CheckForNull CallException lost) {
        if (options.mark().isEmpty()) {
            return CompletableFuture.failedFuture(
                    unknown("markRemark: false leaves nothing to recognise its versions by", lost));
        }
        String mark = options.mark().get();
        session.log().milestone("The start of the batch job was not answered: looking for its versions");
        return readable(readBack(session, mark).untilAnyConfirmed(session.now().plus(PATIENCE)), lost)
                .thenCompose(any -> {
                    if (!any) {
                        throw unknown("no version of it has appeared in " + Durations.inWords(PATIENCE), lost);
                    }
                    return adopt(session, intent, mark);
                });
    }

    private <T> CompletableFuture<T> readable(CompletableFuture<T> looks, @CheckForNull CallException lost) {
        return Async.recover(
                looks,
                CallRefusedException.class,
                refused -> CompletableFuture.failedFuture(
                        unknown("its versions can't be read: " + refused.getMessage(), lost)));
    }

    private CompletableFuture<OperationResult> adopt(Session session, Progress intent, String mark) {
        session.log().milestone("The batch job was started although its start was not answered: its versions appear");
        Instant deadline = intent.since().plus(options.timeout());
        return new BatchFollower(session, batch.projectId(), taskIds(), options)
                .confirm(mark, deadline, Optional.empty(), null);
    }

    private VersionReadBack readBack(Session session, String mark) {
        return new VersionReadBack(session, batch.projectId(), taskIds(), mark);
    }

    @Override
    public CompletableFuture<OperationResult> resume(Session session, Progress reached) {
        return reached.stage() == Progress.Stage.WRITTEN ? await(session, reached) : settle(session, reached, null);
    }

    @Override
    public Optional<String> leftBehind(Progress reached) {
        return Optional.of(
                reached.stage() == Progress.Stage.WRITTEN
                        ? "Batch job " + reached.id() + ": "
                                + BatchJobWait.howToGoOn(Long.parseLong(reached.id()), batch.projectId())
                        : "The start of a batch job for " + count()
                                + " was under way: look at the tasks' versions whether it was started");
    }

    private OutcomeUnknownException unknown(String finding, @CheckForNull CallException lost) {
        return new OutcomeUnknownException(
                "Whether a batch job for " + count() + " of project " + batch.projectId()
                        + " was started is unknown, and it is not started again by itself: the call was not answered, and "
                        + finding + ". Look at the tasks' versions in WeData, and run again if they are not there"
                        + (lost == null ? "" : ". " + lost.getMessage()),
                lost);
    }

    private String count() {
        int size = batch.tasks().size();
        return size == 1 ? "1 task" : size + " tasks";
    }

    private List<String> taskIds() {
        return batch.tasks().stream().map(BatchCreateTaskVersionDTO::taskId).toList();
    }
}
