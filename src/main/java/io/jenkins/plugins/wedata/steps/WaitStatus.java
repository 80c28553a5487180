package io.jenkins.plugins.wedata.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.api.PlainText;
import io.jenkins.plugins.wedata.operation.FailedTask;
import io.jenkins.plugins.wedata.operation.JobTally;
import io.jenkins.plugins.wedata.operation.Progress;
import io.jenkins.plugins.wedata.operation.ProgressLog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What a step is doing, for whoever looks at a build that takes its time. Safe for many threads. */
final class WaitStatus {

    private static final int LONGEST = 160;

    private final Supplier<Instant> clock;

    @CheckForNull
    private volatile String seen;

    @CheckForNull
    private volatile Instant next;

    WaitStatus(Supplier<Instant> clock) {
        this.clock = clock;
    }

    /** A log that is listened to. */
    ProgressLog listening(ProgressLog log) {
        return new Listening(log);
    }

    /** In words: what is waited for, how it is, and when it is looked at next. */
    String inWords(Optional<Progress> reached) {
        String state = seen;
        Instant look = next;
        String now = state == null ? begun(reached) : state;
        return look == null ? now : looksAgain(now, Duration.between(clock.get(), look));
    }

    /** The same as long as nothing was seen. */
    static String begun(Optional<Progress> reached) {
        if (reached.isEmpty()) {
            return Messages.WaitStatus_Preparing();
        }
        String id = reached.get().id();
        return reached.get().stage() == Progress.Stage.WRITTEN && id != null
                ? Messages.WaitStatus_Waiting(PlainText.line(id, LONGEST))
                : Messages.WaitStatus_Calling();
    }

    private static String looksAgain(String state, Duration left) {
        long seconds = left.plusMillis(999).toSeconds();
        return seconds <= 0
                ? Messages.WaitStatus_LooksNow(state)
                : Messages.WaitStatus_LooksAgain(state, String.valueOf(seconds));
    }

    /** Hears what only matters now, and hands on everything. */
    private final class Listening implements ProgressLog {

        private final ProgressLog log;

        Listening(ProgressLog log) {
            this.log = log;
        }

        @Override
        public void milestone(String milestone) {
            log.milestone(milestone);
        }

        @Override
        public void counted(JobTally tally) {
            log.counted(tally);
        }

        @Override
        public void failures(List<FailedTask> failed) {
            log.failures(failed);
        }

        @Override
        public void seen(String state) {
            seen = PlainText.line(state, LONGEST);
            log.seen(state);
        }

        @Override
        public void looksAgain(Instant when) {
            next = when;
            log.looksAgain(when);
        }

        @Override
        public void awaitsApproval(String message) {
            log.awaitsApproval(message);
        }
    }
}
