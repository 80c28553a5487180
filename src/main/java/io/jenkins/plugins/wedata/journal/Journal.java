package io.jenkins.plugins.wedata.journal;

import io.jenkins.plugins.wedata.operation.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
    private final Map<String, Known> known = new LinkedHashMap<>();
    private final Set<String> goingOn = new HashSet<>();
    private final String session;
    private final long largestWithDetails;
    private boolean read;
    private long size;

    /**
     * What the journal says of an operation.
     *
     * @param begun its beginning
     * @param reached the last that it reached; empty when it reached nothing
     * @param ended how it ended; empty when it has not
     */
    public record Known(
            Optional<JournalEntry.Begun> begun,
            Optional<JournalEntry.Reached> reached,
            Optional<JournalEntry.Ended> ended) {

        private static final Known NOTHING = new Known(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * A journal that is, or will be, in a file, and that a session of its own writes.
     *
     * @param file where the file is now: a build may be moved while it runs; its folder's parent must exist
     */
    public Journal(Supplier<Path> file) {
        this(file, UUID.randomUUID().toString());
    }

    /**
     * A journal that is, or will be, in a file.
     *
     * @param file where the file is now: a build may be moved while it runs; its folder's parent must exist
     * @param session names what the controller does from its start to its end: another after each start
     */
    public Journal(Supplier<Path> file, String session) {
        this(file, session, LARGEST_WITH_DETAILS);
    }

    Journal(Supplier<Path> file, String session, long largestWithDetails) {
        this.session = session;
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

    /**
     * The controller's session in which this journal is written.
     *
     * @return another after each start of the controller
     */
    public String session() {
        return session;
    }

    /**
     * Whether an operation began before the controller was started.
     *
     * @param begun its beginning
     * @return false when that is not known
     */
    public boolean isFromBefore(JournalEntry.Begun begun) {
        String began = begun.session();
        return began != null && !began.equals(session);
    }

    /**
     * Notes that somebody goes on with an operation in this session: nobody else takes it over.
     *
     * @param key which operation
     */
    public synchronized void goOn(String key) {
        goingOn.add(key);
    }

    /**
     * Finds an operation that a program asks for again, since it was saved before it asked: one that began before the
     * controller was started, that has not ended, and that nobody goes on with. Whoever gets it goes on with it.
     *
     * @param fingerprint of what is asked
     * @param underWay the keys of operations that go on by themselves, or will
     * @return the key of the one that began first; empty when there is none
     * @throws IOException when the journal can't be read
     */
    public synchronized Optional<String> takeOver(String fingerprint, Set<String> underWay) throws IOException {
        readOnce();
        Optional<String> left = known.entrySet().stream()
                .filter(entry -> entry.getValue().ended().isEmpty())
                .filter(entry -> entry.getValue().begun().stream()
                        .anyMatch(begun -> isFromBefore(begun) && fingerprint.equals(begun.fingerprint())))
                .map(Map.Entry::getKey)
                .filter(key -> !goingOn.contains(key) && !underWay.contains(key))
                .findFirst();
        left.ifPresent(goingOn::add);
        return left;
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
        Known before = known.getOrDefault(entry.key(), Known.NOTHING);
        if (entry instanceof JournalEntry.Begun begun && !JournalEntry.NOT_TOLD.equals(begun.functionName())) {
            known.put(
                    entry.key(),
                    new Known(before.begun().or(() -> Optional.of(begun.inShort())), before.reached(), before.ended()));
        } else if (entry instanceof JournalEntry.Reached reached) {
            Progress last = before.reached().map(JournalEntry.Reached::progress).orElse(null);
            if (reached.isAfter(last)) {
                known.put(entry.key(), new Known(before.begun(), Optional.of(reached), before.ended()));
            }
        } else if (entry instanceof JournalEntry.Ended ended && ended.outcome() != null) {
            known.put(entry.key(), new Known(before.begun(), before.reached(), Optional.of(ended)));
        }
    }
}
