package io.jenkins.plugins.wedata.environment;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.client.CallLimits;

/**
 * A connection that an administrator made, as a build may use it. What a step names itself takes the place of region,
 * project and credential, never of the destination.
 *
 * @param id the connection's name
 * @param destination where calls go
 * @param region the region of calls; null when each step has to name it
 * @param projectId the project of steps that name none; null when each step has to
 * @param credentialsId the connection's own credential; null when each step has to name one
 * @param credentials where the connection's own credential is looked up
 * @param rateGroup what shares the service's limit of calls a second; null to go by the key
 * @param limits what calls may take
 */
public record BuildConnection(
        String id,
        Destination destination,
        @CheckForNull String region,
        @CheckForNull String projectId,
        @CheckForNull String credentialsId,
        CredentialStore credentials,
        @CheckForNull String rateGroup,
        CallLimits limits) {

    /**
     * Whether it leads to a WeData that is not Tencent Cloud's and is gone after a restart.
     *
     * @return true for a rehearsal
     */
    public boolean isRehearsal() {
        return destination instanceof Destination.Rehearsed;
    }
}
