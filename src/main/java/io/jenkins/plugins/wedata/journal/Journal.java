package io.jenkins.plugins.wedata.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Writes the journal of one build. There must be no second one for the same file. Every method may block on the disk; safe
 * for many threads.
 */
public final class Journal {

    /** Beyond this size only what an operation goes on from is written, no more details. */
    static final long LARGEST_WITH_DETAILS = 32L << 20;

    private final Supplier<Path> file;
    private final JournalLines lines = new JournalLines();
    private final Map<String, Known> known = new HashMap<>();
    private final long largestWithDetails;
    private boolean read;
    private long size;

    /**
     * What the journal says of an operation.
     *
     * @param reached the last that it reached; empty when it reached nothing
     * @param ended how it ended; empty when it has not
     */
    public record Known(Optional<JournalEntry.Reached> reached, Optional<JournalEntry.Ended> ended) {}

    /**
     * A journal that is, or will be, in a file.
     *
     * @param file where the file is now: a build may be moved while it runs; its folder's parent must exist
     */
    public Journal(Supplier<Path> file) {
        this(file, LARGEST_WITH_DETAILS);
    }

    Journal(Supplier<Path> file, long largestWithDetails) {
        this.file = file;
        this.largestWithDetails = largestWithDetails;
    }

    /**
     * Adds an entry. When this returns, an entry that has to be is on the disk.
     *
     * @param entry what happened
     * @throws IOException when it can't be written; the journal is as good as before
     */
    public synchronized void append(JournalEntry entry) throws IOException {
        readOnce();
        if (entry.detail() && size >= largestWithDetails) {
            return;
        }
        size = new JournalFile(file.get()).append(lines.line(entry), entry.forced());
        note(entry);
    }

    /**
     * What is known of an operation, from before a restart too.
     *
     * @param key which operation
     * @return empty when it never began
     * @throws IOException when the journal can't be read
     */
    public synchronized Optional<Known> known(String key) throws IOException {
        readOnce();
        return Optional.ofNullable(known.get(key));
    }

    private void readOnce() throws IOException {
        if (!read) {
            JournalReader reader = new JournalReader();
            reader.read(file.get(), this::note);
            size = reader.position();
            read = true;
        }
    }

    private void note(JournalEntry entry) {
        Known before = known.getOrDefault(entry.key(), new Known(Optional.empty(), Optional.empty()));
        if (entry instanceof JournalEntry.Begun) {
            known.put(entry.key(), before);
        } else if (entry instanceof JournalEntry.Reached reached) {
            known.put(entry.key(), new Known(Optional.of(reached), before.ended()));
        } else if (entry instanceof JournalEntry.Ended ended) {
            known.put(entry.key(), new Known(before.reached(), Optional.of(ended)));
        }
    }
}
