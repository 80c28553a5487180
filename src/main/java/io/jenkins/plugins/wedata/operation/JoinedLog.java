package io.jenkins.plugins.wedata.operation;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.api.JobStatus;
import io.jenkins.plugins.wedata.api.Joined;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Tells of several batch jobs as of one: how far they are together, and every approval that is waited for. Each job has a
 * log of its own to tell. Safe for many threads.
 */
final class JoinedLog {

    private static final String CONFIRMED = "CONFIRMED_BY_VERSIONS";

    private final ProgressLog log;
    private final JobTally[] tallies;
    private final Map<Integer, String> approvals = new TreeMap<>();

    /**
     * Joins what is told of some jobs.
     *
     * @param log hears it
     * @param jobs of which those that have ended are told of by this, the others by whoever waits for them
     */
    JoinedLog(ProgressLog log, List<EarlierJob> jobs) {
        this.log = log;
        this.tallies = jobs.stream().map(JoinedLog::before).toArray(JobTally[]::new);
        if (jobs.stream().anyMatch(job -> job.concluded().isPresent())) {
            log.counted(sum());
        }
    }

    /** What is known of a job before anybody has looked at it. */
    private static JobTally before(EarlierJob job) {
        Long number = job.jobId();
        String jobId = number == null ? null : number.toString();
        Map<String, Object> result = job.result();
        if (result == null) {
            int tasks = job.known().taskIds().size();
            return new JobTally(jobId, JobStatus.UNKNOWN.name(), 0, 0, tasks == 0 ? null : (long) tasks);
        }
        long failed = size(result.get("failed"));
        return new JobTally(
                jobId,
                String.valueOf(result.get("status")),
                size(result.get("succeeded")) + failed,
                failed,
                result.get("total") instanceof Number total ? total.longValue() : null);
    }

    private static long size(@CheckForNull Object list) {
        return list instanceof Collection<?> some ? some.size() : 0;
    }

    /** The log of one of the jobs, by its place among them. */
    ProgressLog of(int job) {
        return new OneOfThem(job);
    }

    /** While it is told nobody else tells: a smaller sum never comes after a larger one. */
    private synchronized void counted(int job, JobTally tally) {
        tallies[job] = tally;
        log.counted(sum());
    }

    private synchronized void awaitsApproval(int job, String message) {
        approvals.put(job, message);
        log.awaitsApproval(Joined.sentences(approvals.values()).toString());
    }

    private JobTally sum() {
        if (tallies.length == 1) {
            return tallies[0];
        }
        long done = 0;
        long failed = 0;
        Long total = 0L;
        for (JobTally tally : tallies) {
            done += tally.done();
            failed += tally.failed();
            Long tasks = tally.total();
            total = total == null || tasks == null ? null : Long.valueOf(total + tasks);
        }
        return new JobTally(null, state(), done, failed, total);
    }

    /** That of a job that goes on, as long as one does; else what all came to. */
    private String state() {
        List<String> open = Arrays.stream(tallies)
                .filter(tally -> !hasEnded(tally))
                .map(JobTally::state)
                .toList();
        if (!open.isEmpty()) {
            String unknown = JobStatus.UNKNOWN.name();
            return open.stream()
                    .filter(state -> !state.equals(unknown))
                    .findFirst()
                    .orElse(unknown);
        }
        Set<String> ends =
                Set.copyOf(Arrays.stream(tallies).map(JobTally::state).toList());
        if (ends.size() == 1) {
            return ends.iterator().next();
        }
        boolean wentWell = ends.stream()
                .allMatch(end -> end.equals(CONFIRMED) || JobStatus.of(end).isSuccess());
        return (wentWell ? JobStatus.SUCCESS : JobStatus.PART_SUCCESS).name();
    }

    private static boolean hasEnded(JobTally tally) {
        Long total = tally.total();
        return tally.state().equals(CONFIRMED)
                ? total != null && tally.done() >= total
                : JobStatus.of(tally.state()).hasEnded();
    }

    /** The log of one job. */
    private final class OneOfThem implements ProgressLog {

        private final int job;

        OneOfThem(int job) {
            this.job = job;
        }

        @Override
        public void milestone(String milestone) {
            log.milestone(milestone);
        }

        @Override
        public void counted(JobTally tally) {
            JoinedLog.this.counted(job, tally);
        }

        @Override
        public void failures(List<FailedTask> failed) {
            log.failures(failed);
        }

        @Override
        public void seen(String state) {
            log.seen(state);
        }

        @Override
        public void looksAgain(Instant when) {
            log.looksAgain(when);
        }

        @Override
        public void awaitsApproval(String message) {
            JoinedLog.this.awaitsApproval(job, message);
        }
    }
}
