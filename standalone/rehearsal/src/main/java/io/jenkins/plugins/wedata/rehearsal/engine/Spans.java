package io.jenkins.plugins.wedata.rehearsal.engine;

import java.time.Duration;

/** Spans of time in the words of Jenkins' log: the two largest units. */
final class Spans {

    private Spans() {}

    static String told(Duration span) {
        if (span.toDays() > 0) {
            return span.toDays() + (span.toDays() == 1 ? " day " : " days ") + span.toHoursPart() + " hr";
        }
        if (span.toHours() > 0) {
            return span.toHours() + " hr " + span.toMinutesPart() + " min";
        }
        if (span.toMinutes() > 0) {
            return span.toMinutes() + " min " + span.toSecondsPart() + " sec";
        }
        long millis = span.toMillis();
        if (millis >= 10_000) {
            return millis / 1000 + " sec";
        }
        if (millis >= 1000) {
            return millis % 1000 < 100 ? millis / 1000 + " sec" : millis / 100 / 10.0 + " sec";
        }
        return millis >= 100 ? millis / 10 / 100.0 + " sec" : millis + " ms";
    }
}
