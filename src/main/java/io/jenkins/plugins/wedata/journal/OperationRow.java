package io.jenkins.plugins.wedata.journal;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.operation.FailedTask;
import io.jenkins.plugins.wedata.operation.JobTally;
import io.jenkins.plugins.wedata.operation.Progress;
import java.util.Collections;
import java.util.List;

/**
 * What a journal says of one operation, all told.
 *
 * @param begun its beginning
 * @param progress how far its write is; null before the write
 * @param tally how far its batch job is; null when it has none
 * @param awaiting what waits for an approval; null when nothing does
 * @param failed the tasks that failed; grows while the operation goes on
 * @param failuresLeftOut how many more have failed that the journal does not name
 * @param ended its end; null when none is known
 */
public record OperationRow(
        JournalEntry.Begun begun,
        @CheckForNull Progress progress,
        @CheckForNull JobTally tally,
        @CheckForNull String awaiting,
        List<FailedTask> failed,
        int failuresLeftOut,
        @CheckForNull JournalEntry.Ended ended) {

    /** Shows, and does not give away, the list. */
    public OperationRow {
        failed = Collections.unmodifiableList(failed);
    }
}
