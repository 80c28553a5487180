package io.jenkins.plugins.wedata.journal;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.operation.FailedTask;
import io.jenkins.plugins.wedata.operation.JobTally;
import io.jenkins.plugins.wedata.operation.Progress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Brings the entries of a journal down to one row for each operation. Not safe for many threads. */
public final class OperationTable {

    private final Map<String, State> states = new LinkedHashMap<>();
    private long revision;
    private long failuresRevision;

    /**
     * Takes the next entry.
     *
     * @param entry of the journal, in its order; one of an operation that never began is passed over, unless it tells of a
     *     write: its beginning is then what can't be read
     */
    public void add(JournalEntry entry) {
        if (entry instanceof JournalEntry.Begun begun) {
            states.computeIfAbsent(begun.key(), key -> new State(begun.readable()));
        } else if (entry instanceof JournalEntry.Reached) {
            states.computeIfAbsent(entry.key(), key -> new State(JournalEntry.Begun.unread(key, entry.at())));
        }
        State state = states.get(entry.key());
        if (state != null) {
            state.add(entry);
            revision++;
            if (entry instanceof JournalEntry.Failures) {
                failuresRevision++;
            }
        }
    }

    /**
     * Every operation.
     *
     * @return in the order in which they began
     */
    public List<OperationRow> rows() {
        return states.values().stream().map(State::row).toList();
    }

    /**
     * Tells one state of the table from another.
     *
     * @return grows with each entry
     */
    public long revision() {
        return revision;
    }

    /**
     * Tells one state of the failed tasks from another.
     *
     * @return grows with each entry that names some
     */
    public long failuresRevision() {
        return failuresRevision;
    }

    /** What is known of an operation so far. */
    private static final class State {

        private final JournalEntry.Begun begun;
        private final List<FailedTask> failed = new ArrayList<>();
        private int leftOut;

        @CheckForNull
        private Progress progress;

        @CheckForNull
        private JobTally tally;

        @CheckForNull
        private String awaiting;

        @CheckForNull
        private JournalEntry.Ended ended;

        State(JournalEntry.Begun begun) {
            this.begun = begun;
        }

        void add(JournalEntry entry) {
            if (entry instanceof JournalEntry.Reached reached) {
                progress = reached.isAfter(progress) ? reached.progress() : progress;
            } else if (entry instanceof JournalEntry.Counted counted) {
                tally = counted.isTold() ? counted.tally() : tally;
            } else if (entry instanceof JournalEntry.Awaiting waiting) {
                awaiting = waiting.message();
            } else if (entry instanceof JournalEntry.Failures failures) {
                if (failures.first() == 0) {
                    failed.clear();
                }
                failed.addAll(failures.tasks());
                leftOut = failures.leftOut();
            } else if (entry instanceof JournalEntry.Ended end) {
                ended = end;
            }
        }

        OperationRow row() {
            return new OperationRow(begun, progress, tally, awaiting, List.copyOf(failed), leftOut, ended);
        }
    }
}
