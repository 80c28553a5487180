package io.jenkins.plugins.wedata.client;

import io.jenkins.plugins.wedata.api.Effect;
import io.jenkins.plugins.wedata.api.WeDataAction;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** One line for each failure that is not told by a code of WeData's own: what a user can do about it. */
final class Advice {

    static final String NETWORK = "Check the network and the proxy between this controller and Tencent Cloud";
    static final String LOST =
            "If it goes on, check the network and the proxy between this controller and Tencent Cloud";
    static final String UNREADABLE =
            "If it goes on, check the proxy between this controller and Tencent Cloud, or ask Tencent Cloud's support";
    static final String CERTIFICATE =
            "Check the proxy between this controller and Tencent Cloud, or let the trust store"
                    + " of Jenkins' Java trust its certificate authority";
    static final String SOFTWARE =
            "Check that the plugins of this controller fit together, the OkHttp API plugin above all; its log tells more";

    private Advice() {}

    /**
     * What to do when nobody knows whether a call took effect.
     *
     * @param action the call
     * @param advice what to do apart from that
     * @return one line, which for a write says first that it may have taken effect
     */
    static String mayBeDone(WeDataAction<?> action, String advice) {
        return action.type().effect() == Effect.WRITE
                ? "It may have taken effect: look in WeData before it is repeated. " + advice
                : advice;
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
            return "Check this controller's clock: it must be within 5 minutes of Tencent's";
        }
        Duration behind = Duration.between(local, server.get());
        if (behind.abs().compareTo(ClockOffsets.SIGNIFICANT) < 0) {
            return "This controller's clock is right; the key's login may be over";
        }
        String off = clockOff(behind);
        return off.substring(0, 1).toUpperCase(Locale.ROOT) + off.substring(1);
    }

    /**
     * How far the clock is off.
     *
     * @param behind below zero when it is ahead
     * @return words that a sentence may begin or go on with
     */
    static String clockOff(Duration behind) {
        return "this controller's clock is " + minutes(behind.abs()) + (behind.isNegative() ? " ahead of" : " behind")
                + " Tencent's";
    }

    /**
     * What to do about a reply that is not WeData's.
     *
     * @param status the HTTP status
     * @return one line
     */
    static String forStatus(int status) {
        if (status >= 300 && status < 400) {
            return "Something sends the call elsewhere, and redirects are not followed; check the proxy";
        }
        return status == 407
                ? "The proxy wants a login; check Jenkins' proxy configuration"
                : "This is not WeData's answer; check the proxy between this controller and Tencent Cloud";
    }

    private static String minutes(Duration exact) {
        Duration duration = exact.plusMillis(500);
        long hours = duration.toHours();
        return (hours > 0 ? hours + " h " : "") + duration.toMinutesPart() + " min " + duration.toSecondsPart() + " s";
    }
}
