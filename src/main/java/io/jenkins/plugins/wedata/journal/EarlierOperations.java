package io.jenkins.plugins.wedata.journal;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.operation.Caller;
import io.jenkins.plugins.wedata.operation.EarlierJob;
import io.jenkins.plugins.wedata.operation.EarlierOperation;
import io.jenkins.plugins.wedata.operation.EarlierWork;
import io.jenkins.plugins.wedata.operation.Progress;
import io.jenkins.plugins.wedata.operation.Traces;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the journal of a build leaves to go on with: its batch jobs, each once, and what else it did. A job whose end was
 * told to that build's script has ended; every other one is looked at again, which does no harm. What a damaged journal
 * tells too little of is a job that may have been started, and that nobody can recognise.
 */
public final class EarlierOperations {

    private static final String BATCH = "BatchCreateTaskVersionAsync";
    private static final String WAIT = "ListBatchDetail";
    private static final Set<String> STEPS = Set.of("wedataBatchVersion", "wedataAwaitJob", JournalEntry.NOT_TOLD);

    private final Map<String, Found> jobs = new LinkedHashMap<>();
    private final List<EarlierOperation> others = new ArrayList<>();

    /**
     * A batch job, and how that build called WeData for it.
     *
     * @param job the job
     * @param connection the connection's name; null when there was none
     * @param told who called and where, beside the connection; null when a damaged line does not tell
     */
    public record Found(
            EarlierJob job,
            @CheckForNull String connection,
            @CheckForNull Caller told) {

        /**
         * Who called and where, beside the connection.
         *
         * @return of a caller who is not told nothing
         */
        public Caller caller() {
            return Optional.ofNullable(told).orElseGet(() -> new Caller(null, null, null));
        }

        private Found and(Found other) {
            return new Found(job.and(other.job), connection, told);
        }
    }

    /**
     * Reads the rows of a journal.
     *
     * @param rows in the order in which the operations began
     */
    public EarlierOperations(List<OperationRow> rows) {
        rows.forEach(this::add);
    }

    /**
     * The batch jobs that were started, or may have been.
     *
     * @return in the order in which they were started
     */
    public List<Found> jobs() {
        return List.copyOf(jobs.values());
    }

    /**
     * What else was done, or begun.
     *
     * @return as the journal has it
     */
    public List<EarlierOperation> others() {
        return List.copyOf(others);
    }

    private void add(OperationRow row) {
        Optional<Progress> progress = Optional.ofNullable(row.progress());
        Optional<EarlierWork> handedOn = progress.flatMap(EarlierWork::of);
        if (handedOn.isPresent() && isOf(row, WAIT)) {
            // That build went on with the jobs of yet another.
            handedOn.get().jobs().forEach(job -> put(row, job));
        } else if (isJob(row)) {
            put(row, job(row, progress.orElseThrow()));
        } else {
            others.add(asItStands(row));
        }
    }

    private static boolean isOf(OperationRow row, String actionName) {
        return row.begun().site() != CallSite.REHEARSAL
                && actionName.equals(row.begun().description().actionName());
    }

    /** A rehearsal is gone with its build; and before the write is known to be done, a plain failure is one without it. */
    private static boolean isJob(OperationRow row) {
        Progress progress = row.progress();
        if (progress == null || progress.stage() == Progress.Stage.PREPARING || !mayHaveAJob(row)) {
            return false;
        }
        JournalEntry.Ended ended = row.ended();
        // Of a line that is damaged nobody knows whether it told that the write was done.
        boolean nothingStarted = progress.told() && ended != null && ended.outcome() == OperationOutcome.FAILED;
        return progress.stage() == Progress.Stage.WRITTEN || !nothingStarted;
    }

    private static boolean mayHaveAJob(OperationRow row) {
        return isOf(row, BATCH)
                || isOf(row, WAIT)
                || (isOf(row, JournalEntry.NOT_TOLD)
                        && STEPS.contains(row.begun().functionName()));
    }

    @CheckForNull
    private static Long number(Progress progress) {
        return progress.stage() == Progress.Stage.WRITTEN ? progress.number().orElse(null) : null;
    }

    private static EarlierJob job(OperationRow row, Progress progress) {
        String projectId = row.begun().description().projectId();
        if (projectId == null) {
            return new EarlierJob(null, JournalEntry.NOT_TOLD, null, progress.requestId(), null, null);
        }
        Optional<JournalEntry.Ended> ended = Optional.ofNullable(row.ended()).filter(EarlierOperations::tellsTheEnd);
        return new EarlierJob(
                number(progress),
                projectId,
                row.begun().description().traces(),
                progress.requestId(),
                ended.map(JournalEntry.Ended::result).orElse(null),
                ended.map(JournalEntry.Ended::message).orElse(null));
    }

    /**
     * Whether the result is a job's that went well wholly, kept to the last value. What that build let pass - a part that
     * failed, an approval still to be given - is for the one that goes on to judge.
     */
    private static boolean tellsTheEnd(JournalEntry.Ended ended) {
        Map<String, Object> result = ended.result();
        return ended.outcome() == OperationOutcome.SUCCESS
                && ended.whole()
                && result != null
                && result.containsKey("succeeded")
                && "SUCCESS".equals(result.get("outcome"));
    }

    private void put(OperationRow row, EarlierJob job) {
        Found found = new Found(job, row.begun().connection(), row.begun().caller());
        jobs.merge(identity(row, job), found, Found::and);
    }

    /** What tells a job from every other: its number; where that is not known its mark, or nothing. */
    private String identity(OperationRow row, EarlierJob job) {
        if (job.jobId() != null) {
            return job.projectId() + " " + job.jobId();
        }
        Traces traces = job.traces();
        return traces == null || traces.mark() == null
                ? row.begun().key() + " " + jobs.size()
                : job.projectId() + " " + traces.mark();
    }

    private static EarlierOperation asItStands(OperationRow row) {
        Optional<Progress> progress = Optional.ofNullable(row.progress());
        Optional<JournalEntry.Ended> ended = Optional.ofNullable(row.ended());
        return new EarlierOperation(
                row.begun().functionName(),
                row.begun().description().what(),
                ended.map(JournalEntry.Ended::outcome)
                        .map(Enum::name)
                        .orElseGet(() ->
                                progress.map(reached -> reached.stage().name()).orElse("BEGUN")),
                progress.map(Progress::id).map(Bounds::name).orElse(null),
                ended.map(JournalEntry.Ended::message).map(Bounds::name).orElse(null));
    }
}
