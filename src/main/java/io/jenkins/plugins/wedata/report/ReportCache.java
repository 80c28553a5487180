package io.jenkins.plugins.wedata.report;

import io.jenkins.plugins.wedata.journal.JournalReader;
import io.jenkins.plugins.wedata.journal.OperationTable;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * What was read of a journal, so that the next look reads only what is new. Let go of when memory is short: builds stay
 * loaded longer than people look at them. Safe for many threads.
 */
final class ReportCache {

    private final Supplier<Path> file;
    private SoftReference<Seen> seen = new SoftReference<>(null);

    ReportCache(Supplier<Path> file) {
        this.file = file;
    }

    /** What was seen of the journal. */
    private static final class Seen {
        final JournalReader reader = new JournalReader();
        final OperationTable table = new OperationTable();
        Report report;
    }

    synchronized Report report(boolean building) throws IOException {
        Seen known = seen.get();
        if (known == null) {
            known = new Seen();
            seen = new SoftReference<>(known);
        }
        known.reader.read(file.get(), known.table::add);
        Report last = known.report;
        if (last == null || last.isBuilding() != building || last.entries() != known.table.revision()) {
            last = Report.of(known.table, building);
            known.report = last;
        }
        return last;
    }
}
