package io.jenkins.plugins.wedata.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.api.PlainText;
import io.jenkins.plugins.wedata.operation.JobTally;
import java.util.Objects;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** A batch job as the page shows it and the remote API tells it. */
@ExportedBean(defaultVisibility = 3)
public final class JobView {

    private static final int LONGEST = 100;
    private static final double WHOLE = 100;

    private final JobTally tally;
    private final String id;
    private final boolean running;

    JobView(JobTally tally, @CheckForNull String operationId, boolean running) {
        this.tally = tally;
        this.id = Objects.requireNonNullElse(tally.jobId(), Objects.requireNonNullElse(operationId, "?"));
        this.running = running;
    }

    /**
     * Its number.
     *
     * @return a question mark when it is not known
     */
    @Exported
    public String getJobId() {
        return id;
    }

    /**
     * Its state.
     *
     * @return in WeData's words
     */
    @Exported
    public String getJobState() {
        return PlainText.line(tally.state(), LONGEST);
    }

    /**
     * How many of its tasks have ended.
     *
     * @return the failed ones included
     */
    @Exported
    public long getDone() {
        return tally.done();
    }

    /**
     * How many of its tasks have failed.
     *
     * @return a part of those done
     */
    @Exported
    public long getFailed() {
        return tally.failed();
    }

    /**
     * How many tasks it has.
     *
     * @return null when WeData does not tell
     */
    @Exported
    @CheckForNull
    public Long getTotal() {
        return tally.total();
    }

    /**
     * The part of the bar that stands for what succeeded.
     *
     * @return from 0 to 100
     */
    public double getSucceededWidth() {
        return width(tally.done() - tally.failed());
    }

    /**
     * The part of the bar that stands for what failed.
     *
     * @return from 0 to 100
     */
    public double getFailedWidth() {
        return width(tally.failed());
    }

    private double width(long part) {
        Long total = tally.total();
        long whole = total == null ? tally.done() : Math.max(total, tally.done());
        return whole <= 0 ? 0 : Math.min(WHOLE, Math.max(0, part * WHOLE / whole));
    }

    /**
     * The counts.
     *
     * @return in the reader's language
     */
    public String getText() {
        if (tally.total() == null) {
            return Messages.JobView_Counts(tally.done(), tally.failed());
        }
        return running
                ? Messages.JobView_CountsOfTotal(tally.done(), tally.total(), tally.failed())
                : Messages.JobView_Ended(tally.done() - tally.failed(), tally.failed(), tally.total());
    }
}
