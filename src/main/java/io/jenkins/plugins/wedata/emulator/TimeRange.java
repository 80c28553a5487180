package io.jenkins.plugins.wedata.emulator;

import java.time.Instant;
import java.util.List;

/**
 * A span of time as a request gives it: two texts, both within the span.
 *
 * @param from the first moment, {@code yyyy-MM-dd HH:mm:ss}; empty for any
 * @param to the last one, likewise
 */
record TimeRange(String from, String to) {

    /**
     * Reads a list of two texts, or of none.
     *
     * @throws ServiceError when there is another number of them
     */
    static TimeRange read(Parameters request, String name) {
        List<String> texts = request.texts(name);
        if (texts.isEmpty()) {
            return new TimeRange("", "");
        }
        if (texts.size() != 2) {
            throw new ServiceError("InvalidParameterValue", name + " holds two times.");
        }
        return new TimeRange(texts.get(0), texts.get(1));
    }

    boolean contains(Instant time) {
        String text = Ids.time(time);
        return text.compareTo(from) >= 0 && (to.isEmpty() || text.compareTo(to) <= 0);
    }
}
