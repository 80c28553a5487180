package io.jenkins.plugins.wedata.client;

import java.time.Instant;
import java.util.Optional;

/**
 * What came back, of any HTTP status. The array is not copied: it belongs to the reply from here on.
 *
 * @param status the HTTP status
 * @param date the {@code Date} header, when there was a readable one
 * @param body the bytes, at most {@link #LARGEST_BODY}
 */
public record WireReply(int status, Optional<Instant> date, byte[] body) {

    /** The largest reply that is read, unpacked: 8 MiB. */
    public static final int LARGEST_BODY = 8 * 1024 * 1024;

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
