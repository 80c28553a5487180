package io.jenkins.plugins.wedata.operation;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/**
 * What an operation is, for people who look at a build afterwards. Made before the operation is checked: what the user
 * left out is missing here too.
 *
 * @param actionName the action of WeData that it comes down to
 * @param what what it is done to: a name or an id of the user's; null when there is none
 * @param projectId the project's id; null when there is none
 * @param traces by what it can be recognised; null when it is no batch job, or nothing is known to recognise it by
 */
public record OperationDescription(
        String actionName,
        @CheckForNull String what,
        @CheckForNull String projectId,
        @CheckForNull Traces traces) {

    /**
     * What leaves nothing to recognise it by.
     *
     * @param actionName the action of WeData that it comes down to
     * @param what what it is done to: a name or an id of the user's; null when there is none
     * @param projectId the project's id; null when there is none
     */
    public OperationDescription(String actionName, @CheckForNull String what, @CheckForNull String projectId) {
        this(actionName, what, projectId, null);
    }
}
