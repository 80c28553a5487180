package io.jenkins.plugins.wedata.operation;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.api.BatchCreateTaskVersionAsync;
import io.jenkins.plugins.wedata.client.CallDoubtfulException;
import io.jenkins.plugins.wedata.client.CallException;
import io.jenkins.plugins.wedata.client.CallUnknownException;
import io.jenkins.plugins.wedata.client.WeDataException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Finds out, without a second start, whether a batch job was started whose start told no number. */
final class BatchSettlement {

    /** How long to look for the first version of a job whose start was not answered. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Session session;
    private final BatchCreateTaskVersionAsync batch;
    private final BatchWaitOptions options;
    private final Instant intendedAt;
    private final Checkpoint checkpoint;

    /** Settles a start for somebody who keeps of it no more than that it was intended. */
    BatchSettlement(Session session, BatchCreateTaskVersionAsync batch, BatchWaitOptions options, Instant intendedAt) {
        this(session, batch, options, intendedAt, progress -> CompletableFuture.completedFuture(null));
    }

    /**
     * Settles a start.
     *
     * @param session looks
     * @param batch what was sent
     * @param options how to wait for a job that was started, and by what to recognise it
     * @param intendedAt when it was about to be sent
     * @param checkpoint is told when the job is found to have been started
     */
    BatchSettlement(
            Session session,
            BatchCreateTaskVersionAsync batch,
            BatchWaitOptions options,
            Instant intendedAt,
            Checkpoint checkpoint) {
        this.session = session;
        this.batch = batch;
        this.options = options;
        this.intendedAt = intendedAt;
        this.checkpoint = checkpoint;
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
            return CompletableFuture.failedFuture(unknown(Messages.BatchSettlement_Unmarked(), doubt));
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
            return CompletableFuture.failedFuture(unknown(Messages.BatchSettlement_Unmarked(), lost));
        }
        String mark = options.mark().get();
        session.log().milestone(Messages.BatchSettlement_Looking());
        return readable(readBack(mark).untilAnyConfirmed(session.now().plus(PATIENCE)), lost)
                .thenCompose(any -> {
                    if (!any) {
                        throw unknown(Messages.BatchSettlement_NotAppeared(Durations.inWords(PATIENCE)), lost);
                    }
                    return adopt(mark);
                });
    }

    /** Refused, broken off or not answered for too long: a look that shows nothing settles nothing. */
    private <T> CompletableFuture<T> readable(CompletableFuture<T> looks, @CheckForNull CallException lost) {
        return Async.recover(
                looks,
                WeDataException.class,
                unread -> CompletableFuture.failedFuture(
                        unknown(Messages.BatchSettlement_NotRead(unread.getMessage()), lost)));
    }

    private CompletableFuture<OperationResult> adopt(String mark) {
        session.log().milestone(Messages.BatchSettlement_Adopted());
        return checkpoint.reached(Progress.recognised(intendedAt)).thenCompose(kept -> goOn(mark));
    }

    /** Goes on with a job that was found to have been started. */
    CompletableFuture<OperationResult> goOn() {
        return options.mark()
                .map(this::goOn)
                .orElseGet(() -> CompletableFuture.failedFuture(unknown(Messages.BatchSettlement_Unmarked(), null)));
    }

    private CompletableFuture<OperationResult> goOn(String mark) {
        return new BatchFollower(session, batch.projectId(), BatchVersionOperation.taskIds(batch), options)
                .confirm(mark, intendedAt.plus(options.timeout()), Optional.empty(), null);
    }

    private VersionReadBack readBack(String mark) {
        return new VersionReadBack(session, batch.projectId(), BatchVersionOperation.taskIds(batch), mark);
    }

    private OutcomeUnknownException unknown(String finding, @CheckForNull CallException failure) {
        String answer = failure instanceof CallDoubtfulException
                ? Messages.BatchSettlement_NotSaid()
                : Messages.BatchSettlement_NotAnswered();
        return new OutcomeUnknownException(
                Messages.BatchSettlement_Unknown(
                        BatchVersionOperation.count(batch),
                        batch.projectId(),
                        answer,
                        finding,
                        failure == null ? "" : Messages.BatchSettlement_Failure(failure.getMessage())),
                failure);
    }
}
