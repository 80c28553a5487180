package io.jenkins.plugins.wedata.steps;

import io.jenkins.plugins.wedata.journal.OperationTrail;
import io.jenkins.plugins.wedata.operation.FailedTask;
import io.jenkins.plugins.wedata.operation.JobTally;
import io.jenkins.plugins.wedata.operation.ProgressLog;
import java.time.Instant;
import java.util.List;

/**
 * Milestones go to a build's log; what is told besides goes to the build's journal too.
 *
 * @param log the build's log
 * @param trail the operation's way through the journal
 */
record TrailedLog(ProgressLog log, OperationTrail trail) implements ProgressLog {

    @Override
    public void milestone(String milestone) {
        log.milestone(milestone);
    }

    @Override
    public void counted(JobTally tally) {
        trail.counted(tally);
        log.counted(tally);
    }

    @Override
    public void failures(List<FailedTask> failed) {
        trail.failures(failed);
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
        trail.awaitsApproval(message);
        log.awaitsApproval(message);
    }
}
