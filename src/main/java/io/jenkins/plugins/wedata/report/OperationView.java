package io.jenkins.plugins.wedata.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import io.jenkins.plugins.wedata.api.PlainText;
import io.jenkins.plugins.wedata.journal.CallSite;
import io.jenkins.plugins.wedata.journal.JournalEntry;
import io.jenkins.plugins.wedata.journal.OperationRow;
import io.jenkins.plugins.wedata.operation.JobTally;
import io.jenkins.plugins.wedata.operation.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** One operation of a build as the page shows it and the remote API tells it. */
@ExportedBean(defaultVisibility = 2)
public final class OperationView {

    private static final int LONGEST = 200;

    private final OperationRow row;
    private final OperationState state;
    private final List<FailedTaskView> failedTasks;

    OperationView(OperationRow row, boolean building) {
        this.row = row;
        this.state = OperationState.of(row, building);
        this.failedTasks = row.failed().stream()
                .map(task -> new FailedTaskView(task, row.begun()))
                .toList();
    }

    /**
     * The step's name.
     *
     * @return such as {@code wedataCreateTask}
     */
    @Exported
    public String getStep() {
        return row.begun().functionName();
    }

    /**
     * The action of WeData.
     *
     * @return such as {@code CreateTaskNew}
     */
    @Exported
    public String getAction() {
        return row.begun().description().actionName();
    }

    /**
     * What it is done to.
     *
     * @return a name or an id; null when the user gave none
     */
    @Exported
    @CheckForNull
    public String getWhat() {
        return row.begun().description().what();
    }

    /**
     * The project's id.
     *
     * @return null when the user gave none
     */
    @Exported
    @CheckForNull
    public String getProjectId() {
        return row.begun().description().projectId();
    }

    /**
     * The connection's name.
     *
     * @return null when there is none
     */
    @Exported
    @CheckForNull
    public String getConnection() {
        return row.begun().connection();
    }

    /**
     * Whether nothing of it left Jenkins.
     *
     * @return true for a rehearsal
     */
    @Exported
    public boolean isRehearsal() {
        return row.begun().site() == CallSite.REHEARSAL;
    }

    /**
     * How it stands.
     *
     * @return with a name for people
     */
    public OperationState getState() {
        return state;
    }

    /**
     * How it stands, for programs.
     *
     * @return the name of an {@link OperationState}
     */
    @Exported
    public String getOutcome() {
        return state.name();
    }

    /**
     * Why it is not a plain success.
     *
     * @return null when it is, or goes on
     */
    @Exported
    @CheckForNull
    public String getMessage() {
        return Optional.ofNullable(row.ended()).map(JournalEntry.Ended::message).orElse(null);
    }

    /**
     * What it made: a task's id or a job's number; or what it found.
     *
     * @return null when nothing is known to be made
     */
    @Exported
    @CheckForNull
    public String getId() {
        return fromProgress(Progress::id).orElseGet(() -> fromResult("taskId").orElse(null));
    }

    /**
     * WeData's own number of the write.
     *
     * @return null when there was none, or it is not known
     */
    @Exported
    @CheckForNull
    public String getRequestId() {
        return fromProgress(Progress::requestId)
                .orElseGet(() -> fromResult("requestId").orElse(null));
    }

    private Optional<String> fromProgress(Function<Progress, String> member) {
        return Optional.ofNullable(row.progress()).map(member).map(text -> PlainText.line(text, LONGEST));
    }

    private Optional<String> fromResult(String name) {
        return Optional.ofNullable(row.ended())
                .map(ended -> ended.result().get(name))
                .map(Object::toString);
    }

    /**
     * When it began.
     *
     * @return milliseconds since 1970
     */
    @Exported
    public long getStartTimeMillis() {
        return row.begun().at().toEpochMilli();
    }

    /**
     * When it began.
     *
     * @return for the page
     */
    public Date getStarted() {
        return Date.from(row.begun().at());
    }

    /**
     * How long it took.
     *
     * @return in milliseconds; null when it has not ended, or its end is not known
     */
    @Exported
    @CheckForNull
    public Long getDurationMillis() {
        JournalEntry.Ended ended = row.ended();
        return ended == null ? null : millis(ended.at());
    }

    /**
     * How long it took, or takes so far.
     *
     * @return in the reader's language; null when its end is not known
     */
    @CheckForNull
    public String getDuration() {
        Long ended = getDurationMillis();
        if (ended != null) {
            return Util.getTimeSpanString(ended);
        }
        return state == OperationState.RUNNING ? Util.getTimeSpanString(millis(Instant.now())) : null;
    }

    /** A clock that was set back makes no negative time. */
    private long millis(Instant end) {
        return Math.max(0, Duration.between(row.begun().at(), end).toMillis());
    }

    /**
     * Its batch job.
     *
     * @return null when it has none
     */
    @Exported
    @CheckForNull
    public JobView getJob() {
        JobTally tally = row.tally();
        return tally == null ? null : new JobView(tally, getId(), state == OperationState.RUNNING);
    }

    /**
     * What waits for an approval.
     *
     * @return null when nothing does
     */
    @Exported
    @CheckForNull
    public String getPendingApproval() {
        return row.awaiting();
    }

    /**
     * The approval's ticket.
     *
     * @return null when there is none, or it is not known
     */
    @Exported
    @CheckForNull
    public String getApprovalTicket() {
        return fromProgress(Progress::ticket).orElse(null);
    }

    /**
     * How many tasks of its batch job failed.
     *
     * @return those that the journal does not name included
     */
    @Exported
    public long getFailedCount() {
        long named = (long) failedTasks.size() + row.failuresLeftOut();
        JobTally tally = row.tally();
        return tally == null ? named : Math.max(named, tally.failed());
    }

    long failuresLeftOut() {
        return row.failuresLeftOut();
    }

    /**
     * The tasks of its batch job that failed.
     *
     * @return as many as the journal names
     */
    @Exported(visibility = 1)
    public List<FailedTaskView> getFailedTasks() {
        return failedTasks;
    }

    /**
     * Where people find in WeData what it did.
     *
     * @return null where that is not known, and for a rehearsal
     */
    @Exported
    @CheckForNull
    public String getConsoleUrl() {
        return switch (row.begun().site()) {
            case MAINLAND -> "https://console.cloud.tencent.com/wedata";
            case INTERNATIONAL -> "https://console.tencentcloud.com/wedata";
            case OTHER, REHEARSAL -> null;
        };
    }
}
