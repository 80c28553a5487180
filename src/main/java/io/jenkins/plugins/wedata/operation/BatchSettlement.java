package io.jenkins.plugins.wedata.operation;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.api.BatchCreateTaskVersionAsync;
import io.jenkins.plugins.wedata.client.CallDoubtfulException;
import io.jenkins.plugins.wedata.client.CallException;
import io.jenkins.plugins.wedata.client.CallRefusedException;
import io.jenkins.plugins.wedata.client.CallUnknownException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Finds out, without a second start, whether a batch job was started whose start told no number. */
final class BatchSettlement {

    /** How long to look for the first version of a job whose start was not answered. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final String UNMARKED = "markRemark: false leaves nothing to recognise its versions by";

    private final Session session;
    private final BatchCreateTaskVersionAsync batch;
    private final BatchWaitOptions options;
    private final Instant intendedAt;

    BatchSettlement(Session session, BatchCreateTaskVersionAsync batch, BatchWaitOptions options, Instant intendedAt) {
        this.session = session;
        this.batch = batch;
        this.options = options;
        this.intendedAt = intendedAt;
    }

    /** Settles what a failed start leaves open, if it leaves anything open. */
    CompletableFuture<OperationResult> after(Throwable failure) {
        if (failure instanceof CallUnknownException lost) {
            return settle(lost);
        }
        return failure instanceof CallDoubtfulException doubt
                ? lookOnce(doubt)
                : CompletableFuture.failedFuture(failure);
    }

    /** An error that does not say whether the job was started. */
    private CompletableFuture<OperationResult> lookOnce(CallDoubtfulException doubt) {
        if (options.mark().isEmpty()) {
            return CompletableFuture.failedFuture(unknown(UNMARKED, doubt));
        }
        String mark = options.mark().get();
        return readable(readBack(mark).look(), doubt).thenCompose(missing -> {
            if (missing.size() == batch.tasks().size()) {
                throw doubt;
            }
            return adopt(mark);
        });
    }

    /** No answer at all: the job may have been started, or may yet be. */
    CompletableFuture<OperationResult> settle(@CheckForNull CallException lost) {
        if (options.mark().isEmpty()) {
            return CompletableFuture.failedFuture(unknown(UNMARKED, lost));
        }
        String mark = options.mark().get();
        session.log().milestone("The start of the batch job was not answered: looking for its versions");
        return readable(readBack(mark).untilAnyConfirmed(session.now().plus(PATIENCE)), lost)
                .thenCompose(any -> {
                    if (!any) {
                        throw unknown("no version of it has appeared in " + Durations.inWords(PATIENCE), lost);
                    }
                    return adopt(mark);
                });
    }

    private <T> CompletableFuture<T> readable(CompletableFuture<T> looks, @CheckForNull CallException lost) {
        return Async.recover(
                looks,
                CallRefusedException.class,
                refused -> CompletableFuture.failedFuture(
                        unknown("its versions can't be read: " + refused.getMessage(), lost)));
    }

    private CompletableFuture<OperationResult> adopt(String mark) {
        session.log().milestone("The batch job was started although its start was not answered: its versions appear");
        return new BatchFollower(session, batch.projectId(), BatchVersionOperation.taskIds(batch), options)
                .confirm(mark, intendedAt.plus(options.timeout()), Optional.empty(), null);
    }

    private VersionReadBack readBack(String mark) {
        return new VersionReadBack(session, batch.projectId(), BatchVersionOperation.taskIds(batch), mark);
    }

    private OutcomeUnknownException unknown(String finding, @CheckForNull CallException failure) {
        String answer = failure instanceof CallDoubtfulException ? "its answer does not say" : "it was not answered";
        return new OutcomeUnknownException(
                "Whether a batch job for " + BatchVersionOperation.count(batch) + " of project " + batch.projectId()
                        + " was started is unknown, and it is not started again by itself: the call may have taken"
                        + " effect, " + answer + ", and " + finding
                        + ". Look at the tasks' versions in WeData, and run again if they are not there"
                        + (failure == null ? "" : ". " + failure.getMessage()),
                failure);
    }
}
