package io.jenkins.plugins.wedata.journal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.operation.Caller;
import io.jenkins.plugins.wedata.operation.FailedTask;
import io.jenkins.plugins.wedata.operation.JobTally;
import io.jenkins.plugins.wedata.operation.OperationDescription;
import io.jenkins.plugins.wedata.operation.Progress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One line of a journal: something that an operation of the build went through. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @JsonSubTypes.Type(value = JournalEntry.Begun.class, name = "begun"),
    @JsonSubTypes.Type(value = JournalEntry.Reached.class, name = "reached"),
    @JsonSubTypes.Type(value = JournalEntry.Counted.class, name = "counted"),
    @JsonSubTypes.Type(value = JournalEntry.Failures.class, name = "failures"),
    @JsonSubTypes.Type(value = JournalEntry.Awaiting.class, name = "awaiting"),
    @JsonSubTypes.Type(value = JournalEntry.Ended.class, name = "ended")
})
public sealed interface JournalEntry {

    /** Stands for a name that a damaged line does not tell. */
    String NOT_TOLD = "?";

    /**
     * Which operation.
     *
     * @return the same for all entries of one run of one step
     */
    String key();

    /**
     * When.
     *
     * @return by the controller's clock
     */
    Instant at();

    /** Whether the entry has to be on the disk before anything else happens. */
    default boolean forced() {
        return true;
    }

    /** Whether the entry may be left out of a journal that has grown too large. */
    default boolean detail() {
        return false;
    }

    /**
     * An operation begins; nothing was sent yet.
     *
     * @param key which operation
     * @param functionName the step's name, such as {@code wedataCreateTask}
     * @param description what it is
     * @param connection the connection's name; null when there is none
     * @param site where its calls go
     * @param fingerprint tells what was asked from everything else that may be asked; null when it is not known
     * @param session the controller's session in which it began; null when it is not known
     * @param caller who calls and where, beside the connection; null when it is not known
     * @param at when
     */
    record Begun(
            String key,
            String functionName,
            OperationDescription description,
            @CheckForNull String connection,
            CallSite site,
            @CheckForNull String fingerprint,
            @CheckForNull String session,
            @CheckForNull Caller caller,
            Instant at)
            implements JournalEntry {

        /**
         * Whether this is what is asked now, as far as can be told.
         *
         * @param asked the fingerprint of what is asked
         * @return true also when it is not known what was asked
         */
        public boolean mayBe(String asked) {
            return fingerprint == null || fingerprint.equals(asked);
        }

        /** What is left of an operation whose beginning can't be read. */
        static Begun unread(String key, Instant at) {
            return new Begun(key, null, null, null, null, null, null, null, at).readable();
        }

        /** The same with {@link #NOT_TOLD} for what a damaged line does not tell, so that it can be shown. */
        Begun readable() {
            if (functionName != null && description != null && description.actionName() != null && site != null) {
                return this;
            }
            OperationDescription told = description == null ? new OperationDescription(null, null, null) : description;
            return new Begun(
                    key,
                    Objects.requireNonNullElse(functionName, NOT_TOLD),
                    new OperationDescription(
                            Objects.requireNonNullElse(told.actionName(), NOT_TOLD),
                            told.what(),
                            told.projectId(),
                            told.traces()),
                    connection,
                    Objects.requireNonNullElse(site, CallSite.OTHER),
                    fingerprint,
                    session,
                    caller,
                    at);
        }

        /** The same without what only other builds need: a wait of days is not to hold it in memory. */
        Begun inShort() {
            return description == null || description.traces() == null
                    ? this
                    : new Begun(
                            key,
                            functionName,
                            new OperationDescription(
                                    description.actionName(), description.what(), description.projectId()),
                            connection,
                            site,
                            fingerprint,
                            session,
                            caller,
                            at);
        }
    }

    /**
     * An operation's write is about to be sent, or done. Kept exactly as it was told: the operation goes on from it. Of a
     * damaged line that does not tell how far, nobody knows whether the write was sent.
     *
     * @param key which operation
     * @param progress how far it is
     * @param at when
     */
    record Reached(String key, Progress progress, Instant at) implements JournalEntry {

        /** Takes what a damaged line leaves out for the least certain. */
        public Reached {
            if (at == null) {
                // Whenever it was: that there may be a write counts, and the operation tells since when.
                at = progress == null || progress.since() == null ? Instant.EPOCH : progress.since();
            }
            if (progress == null || progress.stage() == null) {
                progress = Progress.notTold(at);
            } else if (progress.since() == null) {
                progress = new Progress(
                        progress.stage(), progress.id(), progress.requestId(), progress.ticket(), progress.memo(), at);
            }
        }

        /** Whether this is further than, or as far as, what is known; a write that is done is never about to be sent. */
        boolean isAfter(@CheckForNull Progress known) {
            return known == null || progress.stage().compareTo(known.stage()) >= 0;
        }
    }

    /**
     * How far a batch job was at a look.
     *
     * @param key which operation
     * @param tally how far
     * @param at when
     */
    record Counted(String key, JobTally tally, Instant at) implements JournalEntry {

        /** Whether this tells anything; a damaged line does not. */
        boolean isTold() {
            return tally != null && tally.state() != null;
        }

        @Override
        public boolean forced() {
            return false;
        }

        @Override
        public boolean detail() {
            return true;
        }
    }

    /**
     * Some of the tasks that failed. All are told again when an operation was interrupted while it told them.
     *
     * @param key which operation
     * @param first how many tasks come in entries before this one; 0 begins the list anew
     * @param tasks the tasks
     * @param leftOut how many more have failed that neither this entry nor one before names
     * @param at when
     */
    record Failures(String key, int first, List<FailedTask> tasks, int leftOut, Instant at) implements JournalEntry {

        /** Takes a copy. */
        public Failures {
            tasks = List.copyOf(tasks);
        }

        @Override
        public boolean forced() {
            return false;
        }

        @Override
        public boolean detail() {
            return true;
        }
    }

    /**
     * What was done waits for an approval.
     *
     * @param key which operation
     * @param message what waits, for people
     * @param at when
     */
    record Awaiting(String key, String message, Instant at) implements JournalEntry {}

    /**
     * An operation has ended.
     *
     * @param key which operation
     * @param outcome what it came to; null when a damaged line does not tell
     * @param message why it is not a plain success; null when it is
     * @param result what a script gets, cut to a size; empty when it gets nothing
     * @param whole whether the result is what a script gets to the last value
     * @param at when
     */
    record Ended(
            String key,
            @CheckForNull OperationOutcome outcome,
            @CheckForNull String message,
            Map<String, Object> result,
            boolean whole,
            Instant at)
            implements JournalEntry {

        /** A result that a damaged line leaves out is not whole. */
        public Ended {
            whole = whole && result != null;
            result = result == null ? Map.of() : result;
        }
    }
}
