package io.jenkins.plugins.wedata.operation;

import io.jenkins.plugins.wedata.api.BatchCreateTaskVersionAsync;
import io.jenkins.plugins.wedata.api.BatchCreateTaskVersionAsync.BatchCreateTaskVersionDTO;
import io.jenkins.plugins.wedata.api.Joined;
import io.jenkins.plugins.wedata.api.Problems;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * Waits for every batch job that another build started and did not see the end of. A start that was not answered is settled
 * as that build would have settled it, and never sent again: this writes nothing.
 */
public final class AwaitEarlierOperation implements Operation {

    /** How many batch jobs are waited for at once. */
    static final int MOST_JOBS = 500;

    /** How many bytes are kept of another build, with this one and in its journal, whose lines may be four times as long. */
    static final long MOST_KEPT = 4L << 20;

    private final EarlierWork work;
    private final BatchWaitOptions options;

    /**
     * Plans the wait.
     *
     * @param work the other build's
     * @param options how to wait, and what to make of the end; each job has a mark of its own
     */
    public AwaitEarlierOperation(EarlierWork work, BatchWaitOptions options) {
        this.work = work;
        this.options = options;
    }

    @Override
    public OperationDescription description() {
        String projectId =
                work.jobs().stream().map(EarlierJob::projectId).findFirst().orElse(null);
        return new OperationDescription("ListBatchDetail", work.build(), projectId);
    }

    @Override
    public void check(Problems problems) {
        if (work.jobs().size() > MOST_JOBS) {
            problems.add(
                    "fromBuild", work.build(), Messages.AwaitEarlierOperation_TooMany(Integer.toString(MOST_JOBS)));
            return;
        }
        long size = work.size();
        if (size > MOST_KEPT) {
            problems.add(
                    "fromBuild",
                    work.build(),
                    Messages.AwaitEarlierOperation_TooMuch(
                            megabytes(MOST_KEPT), jobs(work.jobs().size()), megabytes(size)));
        }
    }

    private static String megabytes(long bytes) {
        return Long.toString((bytes + (1 << 20) - 1) >> 20);
    }

    @Override
    public CompletableFuture<OperationResult> run(Session session, Checkpoint checkpoint) {
        ProgressLog log = session.log();
        int open = work.open().size();
        log.milestone(Messages.AwaitEarlierOperation_GoesOn(
                work.build(), jobs(open), Integer.toString(work.jobs().size() - open)));
        if (work.isRunning()) {
            log.milestone(Messages.AwaitEarlierOperation_StillRunning(work.build()));
        }
        work.others().forEach(other -> log.milestone("  " + other.inWords()));
        if (work.othersLeftOut() > 0) {
            log.milestone("  " + Messages.AwaitEarlierOperation_MoreOthers(Integer.toString(work.othersLeftOut())));
        }
        if (work.jobs().isEmpty()) {
            return CompletableFuture.failedFuture(
                    new OperationFailedException(Messages.AwaitEarlierOperation_NothingStarted(work.build())));
        }
        log.milestone(Messages.AwaitEarlierOperation_Calls(caller()));
        Progress begun = Progress.written(work.inShort(), null, session.now()).remembering(work.memo());
        return checkpoint.reached(begun).thenCompose(kept -> resume(session, begun, checkpoint));
    }

    private static String jobs(int count) {
        return switch (count) {
            case 0 -> Messages.AwaitEarlierOperation_NoJobs();
            case 1 -> Messages.AwaitEarlierOperation_OneJob();
            default -> Messages.AwaitEarlierOperation_Jobs(Integer.toString(count));
        };
    }

    /** In whose name it goes on: what was taken over from another build is nothing to keep to oneself. */
    private String caller() {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("connection", work.connection());
        said.put("credentialsId", work.caller().credentialsId());
        said.put("region", work.caller().region());
        said.put("site", work.caller().site());
        return said.entrySet().stream()
                .filter(one -> one.getValue() != null)
                .map(one -> one.getKey() + ": '" + one.getValue() + "'")
                .collect(Collectors.joining(", "));
    }

    @Override
    public CompletableFuture<OperationResult> resume(Session session, Progress reached, Checkpoint checkpoint) {
        JoinedLog joined = new JoinedLog(session.log(), work.jobs());
        List<CompletableFuture<OperationResult>> waits = new ArrayList<>();
        for (int i = 0; i < work.jobs().size(); i++) {
            EarlierJob job = work.jobs().get(i);
            Session own = session.telling(joined.of(i));
            waits.add(job.concluded()
                    .map(CompletableFuture::completedFuture)
                    .orElseGet(() -> await(own, job, reached.since())));
        }
        // One that fails takes no other with it: what became of each is told in the end.
        return CompletableFuture.allOf(waits.toArray(CompletableFuture[]::new)).handle((all, any) -> {
            List<Throwable> failures = waits.stream()
                    .map(AwaitEarlierOperation::failure)
                    .filter(Objects::nonNull)
                    .toList();
            failures.stream()
                    .filter(CancellationException.class::isInstance)
                    .map(CancellationException.class::cast)
                    .findFirst()
                    .ifPresent(cancelled -> {
                        throw cancelled;
                    });
            if (!failures.isEmpty()) {
                throw EarlierResults.failure(waits.size(), failures);
            }
            return new EarlierResults(
                            work, waits.stream().map(CompletableFuture::join).toList())
                    .inOne();
        });
    }

    private static Throwable failure(CompletableFuture<?> wait) {
        return wait.handle((result, failure) -> failure == null ? null : Async.unwrap(failure))
                .join();
    }

    private CompletableFuture<OperationResult> await(Session session, EarlierJob job, Instant since) {
        Traces traces = job.known();
        BatchWaitOptions own = new BatchWaitOptions(
                true, options.timeout(), options.onPartial(), options.onApproval(), Optional.ofNullable(traces.mark()));
        Long jobId = job.jobId();
        if (jobId != null) {
            session.log().milestone(Messages.AwaitEarlierOperation_Waiting(Long.toString(jobId)));
            return new BatchFollower(session, job.projectId(), traces.taskIds(), own)
                    .follow(jobId, since, job.requestId());
        }
        if (traces.taskIds().isEmpty()) {
            return CompletableFuture.failedFuture(new OutcomeUnknownException(
                    Messages.AwaitEarlierOperation_Unrecognisable(work.build(), job.projectId()), null));
        }
        return new BatchSettlement(session, batch(job), own, since).settle(null);
    }

    /** As much of what that build sent as is needed to recognise it. */
    private static BatchCreateTaskVersionAsync batch(EarlierJob job) {
        List<BatchCreateTaskVersionDTO> tasks = new ArrayList<>();
        job.known().taskIds().forEach(id -> tasks.add(new BatchCreateTaskVersionDTO(id, null, null)));
        return new BatchCreateTaskVersionAsync(tasks, job.projectId(), null, null, null, null, null, null, null);
    }

    @Override
    public Optional<String> leftBehind(Progress reached) {
        List<String> jobs = work.open().stream()
                .map(EarlierJob::jobId)
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .toList();
        return jobs.isEmpty()
                ? Optional.empty()
                : Optional.of(Messages.AwaitEarlierOperation_LeftBehind(Joined.values(jobs), work.build()));
    }
}
