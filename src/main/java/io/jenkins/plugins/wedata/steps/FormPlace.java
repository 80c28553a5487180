package io.jenkins.plugins.wedata.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Item;

/**
 * Where a step's form stands, and what its part "who and where" says. What is empty was not given.
 *
 * @param item the job or folder; null for a form that belongs to none
 * @param connection the connection's name; null for the default one
 * @param projectId the project's id; null for the connection's
 * @param credentialsId the credential's id; null for the connection's
 * @param region the region; null for the connection's
 * @param site the site; null for the connection's
 */
record FormPlace(
        @CheckForNull Item item,
        @CheckForNull String connection,
        @CheckForNull String projectId,
        @CheckForNull String credentialsId,
        @CheckForNull String region,
        @CheckForNull String site) {

    FormPlace {
        connection = FormText.orNull(connection);
        projectId = FormText.id(projectId);
        credentialsId = FormText.orNull(credentialsId);
        region = FormText.orNull(region);
        site = FormText.orNull(site);
    }

    /**
     * A step that says of who calls and where what the form says.
     *
     * @param step the step
     * @return the same
     */
    <S extends WeDataStep> S given(S step) {
        step.setConnection(connection);
        step.setProjectId(projectId);
        step.setCredentialsId(credentialsId);
        step.setRegion(region);
        step.setSite(site);
        return step;
    }

    /** Names the job or folder; empty for Jenkins itself. */
    String path() {
        return item == null ? "" : item.getFullName();
    }
}
