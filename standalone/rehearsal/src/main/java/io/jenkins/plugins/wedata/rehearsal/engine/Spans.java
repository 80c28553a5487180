package io.jenkins.plugins.wedata.rehearsal.engine;

import java.math.BigDecimal;
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
            return decimal(millis / 100, 1) + " sec";
        }
        return millis >= 100 ? decimal(millis / 10, 2) + " sec" : millis + " ms";
    }

    private static String decimal(long digits, int scale) {
        return BigDecimal.valueOf(digits, scale).stripTrailingZeros().toPlainString();
    }
}
