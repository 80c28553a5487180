package io.jenkins.plugins.wedata.client;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * What came back, of any HTTP status. The array is not copied: it belongs to the reply from here on.
 *
 * @param status the HTTP status
 * @param dateHeader the {@code Date} header as it came; null when there was none
 * @param body the bytes, at most {@link #LARGEST_BODY}
 */
public record WireReply(int status, @CheckForNull String dateHeader, byte[] body) {

    /** The largest reply that is read, unpacked: 8 MiB. */
    public static final int LARGEST_BODY = 8 * 1024 * 1024;

    /**
     * The time by the clock of who answered. Read only when it is asked for, which is after a failure: most calls do without.
     *
     * @return empty when there was no date that HTTP/1.1 allows to send
     */
    public Optional<Instant> date() {
        if (dateHeader == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(dateHeader, Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /**
     * Status and size; nothing of the body.
     *
     * @return a text for logs
     */
    @Override
    public String toString() {
        return "HTTP " + status + " (" + body.length + " bytes)";
    }
}
