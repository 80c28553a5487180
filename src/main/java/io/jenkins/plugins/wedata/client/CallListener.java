package io.jenkins.plugins.wedata.client;

import java.time.Duration;

/** Hears what a call goes through while it is retried, for a build log. */
public interface CallListener {

    /** Hears nothing. */
    CallListener NONE = new CallListener() {};

    /**
     * An attempt did not go through, and another will be made.
     *
     * @param actionName the call's action
     * @param reason what happened in a few words, such as {@code throttled} or {@code this controller's clock is 6 min 12 s
     *     behind Tencent's; corrected}
     * @param delay when the next attempt is made
     */
    default void retrying(String actionName, String reason, Duration delay) {}

    /**
     * A call went through after it had been retried.
     *
     * @param actionName the call's action
     * @param attempts how many attempts it took in all
     */
    default void recovered(String actionName, int attempts) {}
}
