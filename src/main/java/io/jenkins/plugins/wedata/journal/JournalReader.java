package io.jenkins.plugins.wedata.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Reads a journal from where the last reading ended. May read while the journal is written: a line that is not whole yet
 * is left for the next time. Not safe for many threads.
 */
public final class JournalReader {

    private static final int CHUNK = 1 << 20;

    /** No entry is longer; what is, is none. */
    static final int LONGEST_LINE = 16 * CHUNK;

    private final JournalLines lines = new JournalLines();
    private long next;

    /** Whether what comes next is the rest of a line that is too long. */
    private boolean passingOver;

    /**
     * Reads what has come since the last reading.
     *
     * @param file the journal; nothing is read when it does not exist
     * @param each hears of each entry in its order; lines that are no entry are passed over
     * @throws IOException when the file can't be read
     */
    public void read(Path file, Consumer<JournalEntry> each) throws IOException {
        int most = CHUNK;
        while (true) {
            byte[] bytes = JournalFile.read(file, next, most);
            int used = entries(bytes, each);
            if (used == 0 && bytes.length == LONGEST_LINE) {
                passingOver = true;
                used = bytes.length;
            }
            next += used;
            if (used == 0 && bytes.length == most) {
                most = most * 2;
            } else if (used == 0 || bytes.length < most) {
                return;
            }
        }
    }

    private int entries(byte[] bytes, Consumer<JournalEntry> each) {
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                if (!passingOver) {
                    lines.entry(bytes, start, i).ifPresent(each);
                }
                passingOver = false;
                start = i + 1;
            }
        }
        return start;
    }

    /**
     * How far the reading is.
     *
     * @return in bytes from the file's beginning
     */
    public long position() {
        return next;
    }
}
