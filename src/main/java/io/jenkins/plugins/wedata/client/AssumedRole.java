package io.jenkins.plugins.wedata.client;

import io.jenkins.plugins.wedata.api.AssumeRole;
import io.jenkins.plugins.wedata.api.RoleArn;
import java.time.Duration;
import java.util.Optional;

/**
 * A role, and who is to assume it how. Two that are equal can share a temporary key.
 *
 * @param endpoint where the Security Token Service answers
 * @param region sent with the call
 * @param base the lasting key of a user that may assume the role
 * @param arn the role
 * @param sessionName names the caller in CloudAudit
 * @param duration how long a temporary key is to be valid
 * @param externalId what the role's trust policy may ask for
 */
public record AssumedRole(
        Endpoint endpoint,
        Region region,
        ApiKey base,
        RoleArn arn,
        String sessionName,
        Duration duration,
        Optional<String> externalId) {

    /** The call that gives a temporary key. */
    AssumeRole call() {
        return new AssumeRole(arn.text(), sessionName, duration.toSeconds(), externalId.orElse(null));
    }

    /** On whose behalf it is called. */
    Account account() {
        return new Account(endpoint, region, ApiKeySource.of(base), base.secretId());
    }

    /**
     * The role alone.
     *
     * @return a text for logs
     */
    @Override
    public String toString() {
        return "AssumedRole(" + arn + ")";
    }
}
