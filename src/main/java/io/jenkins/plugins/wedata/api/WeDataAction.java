package io.jenkins.plugins.wedata.api;

import java.util.Optional;

/**
 * One call of WeData, with everything that it says: an implementing record's components are the JSON members of the
 * request, in the wire's order and with a small first letter. A component that is null is left out of the request.
 *
 * @param <R> the record that a successful reply is read into
 */
public interface WeDataAction<R> {

    /**
     * Which action this is a call of.
     *
     * @return the same for every call of the action
     */
    ActionType<R> type();

    /**
     * Checks every value against the published rules, and names what is wrong.
     *
     * @param problems collects one entry for each wrong or missing value
     */
    void check(Problems problems);

    /**
     * The member of a reply without which it says nothing, if that member is absent: most members of WeData's replies
     * may be null, but a reply to a create that holds no id leaves the caller without an answer.
     *
     * @param result a reply that was read without errors
     * @return the absent member's path, or empty when the reply says what it must
     */
    default Optional<String> absentIn(R result) {
        return Optional.empty();
    }
}
