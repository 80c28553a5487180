package io.jenkins.plugins.wedata.operation;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.api.JobStatus;
import io.jenkins.plugins.wedata.api.ListBatchDetail;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the looks at a batch job mean: goes on, has ended, takes too long, is lost. Knows the time only from what it is
 * told.
 */
final class JobWatch {

    /** How long WeData may say that it does not know the job's state. */
    static final Duration UNKNOWN_TOLERANCE = Duration.ofMinutes(10);

    private final Instant deadline;
    private JobStatus lastStatus = JobStatus.UNKNOWN;

    @CheckForNull
    private JobTally lastNews;

    private Instant unknownSince;

    JobWatch(Instant deadline) {
        this.deadline = deadline;
    }

    /** What a look means. */
    sealed interface Verdict {
        /** The job goes on. */
        record GoesOn(Optional<String> news) implements Verdict {}

        /** The job has ended. */
        record Ended(JobStatus status) implements Verdict {}

        /** The job goes on, but the time for the wait is over. */
        record TimedOut() implements Verdict {}

        /** WeData has not known the job's state for too long. */
        record Lost() implements Verdict {}
    }

    /** A look that showed the job. */
    Verdict seen(ListBatchDetail.Result job, Instant now) {
        JobStatus status = JobStatus.of(job.jobStatus());
        if (status.hasEnded()) {
            lastStatus = status;
            return new Verdict.Ended(status);
        }
        if (status != JobStatus.UNKNOWN) {
            unknownSince = null;
            lastStatus = status;
        } else if (unknownSince == null) {
            unknownSince = now;
        } else if (!now.isBefore(unknownSince.plus(UNKNOWN_TOLERANCE))) {
            return new Verdict.Lost();
        }
        return now.isBefore(deadline) ? new Verdict.GoesOn(news(status, job)) : new Verdict.TimedOut();
    }

    /** A look that showed nothing. */
    Verdict unread(Instant now) {
        return now.isBefore(deadline) ? new Verdict.GoesOn(Optional.empty()) : new Verdict.TimedOut();
    }

    /** The last state that was certain, and what was known of the tasks then. */
    String lastState() {
        return lastNews == null ? lastStatus.name() : inWords(lastNews);
    }

    /** What a look tells in numbers. */
    static JobTally tally(long jobId, JobStatus status, ListBatchDetail.Result job) {
        return tally(Long.toString(jobId), status, job);
    }

    private static JobTally tally(@CheckForNull String jobId, JobStatus status, ListBatchDetail.Result job) {
        int failed = job.failResource().size();
        return new JobTally(
                jobId, status.name(), (long) job.successResource().size() + failed, failed, job.totalResource());
    }

    private Optional<String> news(JobStatus status, ListBatchDetail.Result job) {
        JobTally news = tally(null, status, job);
        if (news.equals(lastNews)) {
            return Optional.empty();
        }
        lastNews = news;
        return Optional.of(inWords(news));
    }

    /** The same in words. */
    static String inWords(ListBatchDetail.Result job) {
        return inWords(tally(null, JobStatus.of(job.jobStatus()), job));
    }

    private static String inWords(JobTally tally) {
        if (tally.total() == null && tally.done() == 0) {
            return tally.state();
        }
        String done = String.valueOf(tally.done());
        return tally.state()
                + (tally.total() == null
                        ? Messages.JobWatch_Done(done)
                        : Messages.JobWatch_DoneOf(done, String.valueOf(tally.total())))
                + (tally.failed() == 0 ? "" : Messages.JobWatch_Failed(String.valueOf(tally.failed())));
    }
}
