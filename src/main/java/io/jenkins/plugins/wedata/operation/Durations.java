package io.jenkins.plugins.wedata.operation;

import java.time.Duration;

/** Lengths of time for people. */
final class Durations {

    private Durations() {}

    static String inWords(Duration length) {
        long seconds = Math.max(0, length.plusMillis(500).toSeconds());
        if (seconds == 0 && !length.isZero() && !length.isNegative()) {
            return Messages.Durations_BelowASecond();
        }
        if (seconds < 120) {
            return Messages.Durations_Seconds(seconds);
        }
        long minutes = seconds / 60;
        if (minutes < 120) {
            return seconds % 60 == 0
                    ? Messages.Durations_Minutes(minutes)
                    : Messages.Durations_MinutesAndSeconds(minutes, seconds % 60);
        }
        String hours = String.valueOf(minutes / 60);
        return minutes % 60 == 0
                ? Messages.Durations_Hours(hours)
                : Messages.Durations_HoursAndMinutes(hours, minutes % 60);
    }
}
