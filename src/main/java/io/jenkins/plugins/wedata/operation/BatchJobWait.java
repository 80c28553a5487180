package io.jenkins.plugins.wedata.operation;

import io.jenkins.plugins.wedata.api.JobStatus;
import io.jenkins.plugins.wedata.api.ListBatchDetail;
import io.jenkins.plugins.wedata.client.CallException;
import io.jenkins.plugins.wedata.client.CallRefusedException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Looks at a batch job until it has ended. */
final class BatchJobWait {

    /** How a site says that it does not offer the look at a job. */
    private static final Set<String> NOT_OFFERED =
            Set.of("InvalidAction", "UnsupportedOperation", "UnauthorizedOperation");

    private static final String NOT_FOUND = "ResourceNotFound";

    private final Session session;
    private final ListBatchDetail job;
    private final long jobId;
    private final String projectId;
    private final Duration timeout;
    private final Instant deadline;
    private final JobWatch watch;
    private final UnreadTime unread = new UnreadTime();
    private final PollSchedule schedule;

    BatchJobWait(Session session, long jobId, String projectId, Instant since, Duration timeout) {
        this.session = session;
        this.job = new ListBatchDetail(jobId, projectId);
        this.schedule = new PollSchedule(job, session::now);
        this.jobId = jobId;
        this.projectId = projectId;
        this.timeout = timeout;
        this.deadline = since.plus(timeout);
        this.watch = new JobWatch(deadline);
    }

    /** What the wait comes to. */
    sealed interface Conclusion {}

    /**
     * A job that has ended.
     *
     * @param status its end
     * @param detail what it came to
     */
    record End(JobStatus status, ListBatchDetail.Result detail) implements Conclusion {}

    /** This site does not offer the look at a job. */
    record NotOffered() implements Conclusion {}

    /** Completes with the job's end, or with the news that this site does not offer the look at a job. */
    CompletableFuture<Conclusion> untilConcluded() {
        return PollLoop.until(session, () -> schedule.nextDelay(Duration.between(session.now(), deadline)), this::look);
    }

    private CompletableFuture<Optional<Conclusion>> look() {
        Instant began = session.now();
        CompletableFuture<Optional<Conclusion>> look = session.look(job).thenApply(reply -> {
            unread.read(session.now()).ifPresent(this::tell);
            return judge(watch.seen(reply.result(), session.now()), reply.result());
        });
        return Async.recover(look, CallException.class, failure -> unreadable(failure, began));
    }

    private void tell(String news) {
        session.log().milestone(about(jobId, news));
    }

    private Optional<Conclusion> judge(JobWatch.Verdict verdict, ListBatchDetail.Result detail) {
        if (verdict instanceof JobWatch.Verdict.Ended ended) {
            return Optional.of(new End(ended.status(), detail));
        }
        session.log().counted(JobWatch.tally(jobId, JobStatus.of(detail.jobStatus()), detail));
        session.log().seen(Messages.BatchJobWait_Seen(String.valueOf(jobId), JobWatch.inWords(detail)));
        return goOn(verdict);
    }

    private Optional<Conclusion> goOn(JobWatch.Verdict verdict) {
        if (verdict instanceof JobWatch.Verdict.GoesOn goesOn) {
            goesOn.news().ifPresent(this::tell);
            return Optional.empty();
        }
        throw verdict instanceof JobWatch.Verdict.Lost ? lost() : timedOut();
    }

    private OutcomeUnknownException lost() {
        return new OutcomeUnknownException(
                Messages.BatchJobWait_Lost(
                        String.valueOf(jobId),
                        projectId,
                        Durations.inWords(JobWatch.UNKNOWN_TOLERANCE),
                        watch.lastState()),
                null);
    }

    private WaitTimeoutException timedOut() {
        return new WaitTimeoutException(Messages.BatchJobWait_NotEnded(
                String.valueOf(jobId),
                projectId,
                Durations.inWords(timeout),
                watch.lastState(),
                howToGoOn(jobId, projectId)));
    }

    private CompletableFuture<Optional<Conclusion>> unreadable(CallException failure, Instant began) {
        if (failure instanceof CallRefusedException) {
            return NOT_OFFERED.contains(failure.code())
                    ? CompletableFuture.completedFuture(Optional.of(new NotOffered()))
                    : CompletableFuture.failedFuture(isNotFound(failure) ? notFound(failure) : notRead(failure));
        }
        Instant now = session.now();
        unread.failed(began, now)
                .ifPresent(news -> session.log()
                        .milestone(
                                Messages.BatchJobWait_AboutTrouble(String.valueOf(jobId), news, failure.getMessage())));
        Optional<Conclusion> conclusion = goOn(watch.unread(now));
        return unread.isTooLong(now)
                ? CompletableFuture.failedFuture(new OperationFailedException(
                        Messages.BatchJobWait_NotReadFor(
                                String.valueOf(jobId),
                                projectId,
                                Durations.inWords(UnreadTime.TOLERANCE),
                                failure.getMessage(),
                                howToGoOn(jobId, projectId)),
                        failure))
                : CompletableFuture.completedFuture(conclusion);
    }

    private static boolean isNotFound(CallException failure) {
        return failure.code().equals(NOT_FOUND) || failure.code().startsWith(NOT_FOUND + ".");
    }

    /** Of a job that is not there nobody knows that it goes on. */
    private OperationFailedException notFound(CallException failure) {
        return new OperationFailedException(
                Messages.BatchJobWait_NotFound(String.valueOf(jobId), projectId, failure.getMessage()), failure);
    }

    private OperationFailedException notRead(CallException failure) {
        return new OperationFailedException(
                Messages.BatchJobWait_NotRead(
                        String.valueOf(jobId), projectId, failure.getMessage(), howToGoOn(jobId, projectId)),
                failure);
    }

    private static String about(long jobId, String news) {
        return Messages.BatchJobWait_About(String.valueOf(jobId), news);
    }

    private static String howToGoOn(long jobId, String projectId) {
        return Messages.BatchJobWait_HowToGoOn(String.valueOf(jobId), projectId);
    }

    /** What a wait that is given up leaves behind. */
    static String leftBehind(long jobId, String projectId) {
        return about(jobId, howToGoOn(jobId, projectId));
    }
}
