package io.jenkins.plugins.wedata.emulator;

import java.time.Instant;
import java.util.Map;

/** What goes back over the wire. */
sealed interface Answer {

    /**
     * A whole reply.
     *
     * @param status the HTTP status
     * @param date the header {@code Date}
     * @param headers further headers
     * @param body the bytes
     */
    record Whole(int status, Instant date, Map<String, String> headers, byte[] body) implements Answer {
        @Override
        public String toString() {
            return "HTTP " + status + " (" + body.length + " bytes)";
        }
    }

    /**
     * A reply whose connection ends in the midst of the body.
     *
     * @param whole what would have been sent
     */
    record Cut(Whole whole) implements Answer {}

    /** The connection ends without a reply. */
    record None() implements Answer {}
}
