package io.jenkins.plugins.wedata.operation;

import java.time.Duration;

/** Lengths of time for people. */
final class Durations {

    private Durations() {}

    static String inWords(Duration length) {
        long seconds = Math.max(0, length.plusMillis(500).toSeconds());
        if (seconds == 0 && !length.isZero() && !length.isNegative()) {
            return "less than a second";
        }
        if (seconds < 120) {
            return seconds + " s";
        }
        long minutes = seconds / 60;
        if (minutes < 120) {
            return seconds % 60 == 0 ? minutes + " min" : minutes + " min " + seconds % 60 + " s";
        }
        return minutes % 60 == 0 ? minutes / 60 + " h" : minutes / 60 + " h " + minutes % 60 + " min";
    }
}
