package io.jenkins.plugins.wedata.operation;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/**
 * What a step says of who calls WeData and where, beside its connection: for another build that goes on with what it began.
 *
 * @param credentialsId the credential's id; null for the connection's
 * @param region the region's id; null for the connection's
 * @param site the site's name; null for the connection's, or the default
 */
public record Caller(
        @CheckForNull String credentialsId,
        @CheckForNull String region,
        @CheckForNull String site) {}
