package io.jenkins.plugins.wedata.environment;

import io.jenkins.plugins.wedata.client.ApiKey;
import io.jenkins.plugins.wedata.client.ApiKeySource;
import io.jenkins.plugins.wedata.client.AssumedRole;
import io.jenkins.plugins.wedata.client.TemporaryKeys;

/**
 * A credential as a build uses it.
 *
 * @param secretId names the lasting key that it begins with
 * @param rateGroup what shares the service's limit of calls a second, see
 *     {@link io.jenkins.plugins.wedata.client.Account}
 * @param keys where the key of each call comes from
 */
public record BuildCredential(String secretId, String rateGroup, ApiKeySource keys) {

    /**
     * A key that is used as it is.
     *
     * @param key the key
     * @return the credential
     */
    public static BuildCredential of(ApiKey key) {
        return new BuildCredential(key.secretId(), key.secretId(), ApiKeySource.of(key));
    }

    /**
     * A role, whose calls count for its own account.
     *
     * @param role the role
     * @param keys gives temporary keys; nothing is fetched yet
     * @return the credential
     */
    public static BuildCredential of(AssumedRole role, TemporaryKeys keys) {
        return new BuildCredential(role.base().secretId(), role.arn().account(), keys.of(role));
    }

    /**
     * The end of the id alone.
     *
     * @return a text for logs
     */
    @Override
    public String toString() {
        return "BuildCredential(..." + ApiKey.end(secretId) + ")";
    }
}
