package io.jenkins.plugins.wedata.emulator;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Duration;

/**
 * One thing that is to go wrong.
 *
 * @param kind how
 * @param action for which action; null for any
 * @param skip how many calls it lets pass first
 * @param count how many calls it strikes
 * @param probability how likely it is to strike a call, above 0 and up to 1
 * @param duration how long, for the kinds that take time
 * @param code the error code, for the kinds that answer with one
 * @param afterWork whether the call's work is done nevertheless
 */
public record Fault(
        FaultKind kind,
        @CheckForNull String action,
        int skip,
        int count,
        double probability,
        Duration duration,
        String code,
        boolean afterWork) {

    /** As many calls as there are. */
    public static final int ALWAYS = Integer.MAX_VALUE;

    private static final Duration DEFAULT_DURATION = Duration.ofSeconds(5);
    private static final String DEFAULT_CODE = "InternalError";

    /** Refuses numbers that make no sense. */
    public Fault {
        if (skip < 0 || count < 1 || !(probability > 0 && probability <= 1)) {
            throw new IllegalArgumentException("a fault skips 0 calls or more, strikes 1 or more, with a probability"
                    + " above 0 and up to 1; not " + skip + ", " + count + ", " + probability);
        }
    }

    /**
     * Strikes the next call, whatever its action. Kinds that take time last 5 seconds.
     *
     * @param kind how
     * @return the fault
     */
    public static Fault of(FaultKind kind) {
        return new Fault(kind, null, 0, 1, 1, DEFAULT_DURATION, DEFAULT_CODE, kind.afterWork());
    }

    /**
     * Refuses the next call with a code, before its work.
     *
     * @param code any code, such as {@code FailedOperation}
     * @return the fault
     */
    public static Fault error(String code) {
        return of(FaultKind.ERROR).withCode(code);
    }

    /**
     * Reads {@code kind[=value][:action[:count[:probability]]]}, such as {@code lost-reply:CreateTask:1},
     * {@code slow=2s:*:3:0.5} or {@code 502=done:CreateTask}. The kinds {@code error} and {@code error-after-work} take
     * their code as a part of its own: {@code error:FailedOperation:CreateTask:2}. An action of {@code *} is any, a count
     * of {@code *} is every call; without them, the next call is struck.
     *
     * @param text what a user wrote
     * @return the fault
     * @throws IllegalArgumentException when the text is none; the message says what would be right
     */
    public static Fault parse(String text) {
        return FaultText.parse(text);
    }

    /**
     * The same for one action.
     *
     * @param newAction the action's name
     * @return the fault
     */
    public Fault on(String newAction) {
        return new Fault(kind, newAction, skip, count, probability, duration, code, afterWork);
    }

    /**
     * The same for so many calls.
     *
     * @param newCount from 1, or {@link #ALWAYS}
     * @return the fault
     */
    public Fault times(int newCount) {
        return new Fault(kind, action, skip, newCount, probability, duration, code, afterWork);
    }

    /**
     * The same after some calls.
     *
     * @param newSkip how many calls pass first
     * @return the fault
     */
    public Fault skipping(int newSkip) {
        return new Fault(kind, action, newSkip, count, probability, duration, code, afterWork);
    }

    /**
     * The same, now and then. Which calls are struck follows from the built-in WeData's seed.
     *
     * @param newProbability above 0, up to 1
     * @return the fault
     */
    public Fault withProbability(double newProbability) {
        return new Fault(kind, action, skip, count, newProbability, duration, code, afterWork);
    }

    /**
     * The same for another time.
     *
     * @param newDuration how late, slow or wrong
     * @return the fault
     */
    public Fault lasting(Duration newDuration) {
        return new Fault(kind, action, skip, count, probability, newDuration, code, afterWork);
    }

    /**
     * The same, with the call's work done before the fault strikes. Means nothing for a kind that always does the work.
     *
     * @return the fault
     */
    public Fault afterTheWork() {
        return new Fault(kind, action, skip, count, probability, duration, code, true);
    }

    Fault withCode(String newCode) {
        return new Fault(kind, action, skip, count, probability, duration, newCode, afterWork);
    }
}
