package io.jenkins.plugins.wedata.client;

import io.jenkins.plugins.wedata.api.Effect;
import io.jenkins.plugins.wedata.api.WeDataAction;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One line for each failure that is not told by a code of WeData's own: what a user can do about it. */
final class Advice {

    private Advice() {}

    /**
     * What to do when nobody knows whether a call took effect.
     *
     * @param action the call
     * @param advice what to do apart from that
     * @return one line, which for a write says first that it may have taken effect
     */
    static String mayBeDone(WeDataAction<?> action, String advice) {
        return action.type().effect() == Effect.WRITE ? Messages.Advice_MayBeDone(advice) : advice;
    }

    /**
     * What to do about a signature that has expired.
     *
     * @param server the time by the reply's {@code Date}, when there was one
     * @param local this controller's time
     * @return one line
     */
    static String forClock(Optional<Instant> server, Instant local) {
        if (server.isEmpty()) {
            return Messages.Advice_ClockUnknown();
        }
        Duration behind = Duration.between(local, server.get());
        if (behind.abs().compareTo(ClockOffsets.SIGNIFICANT) < 0) {
            return Messages.Advice_ClockRight();
        }
        return behind.isNegative()
                ? Messages.Advice_ClockAhead(length(behind))
                : Messages.Advice_ClockBehind(length(behind));
    }

    /**
     * What was done about a clock that is off.
     *
     * @param behind how far; below zero when it is ahead
     * @return a few words
     */
    static String clockCorrected(Duration behind) {
        return behind.isNegative()
                ? Messages.Advice_AheadCorrected(length(behind))
                : Messages.Advice_BehindCorrected(length(behind));
    }

    /**
     * What to do about a reply that is not WeData's.
     *
     * @param status the HTTP status
     * @return one line
     */
    static String forStatus(int status) {
        if (status >= 300 && status < 400) {
            return Messages.Advice_Redirected();
        }
        return status == 407 ? Messages.Advice_ProxyLogin() : Messages.Advice_NotWeData();
    }

    private static String length(Duration exact) {
        Duration length = exact.abs().plusMillis(500);
        String minutes = String.valueOf(length.toMinutesPart());
        String seconds = String.valueOf(length.toSecondsPart());
        long hours = length.toHours();
        return hours > 0
                ? Messages.Advice_Hours(String.valueOf(hours), minutes, seconds)
                : Messages.Advice_Minutes(minutes, seconds);
    }
}
