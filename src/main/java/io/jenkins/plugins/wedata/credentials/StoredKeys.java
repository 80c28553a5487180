package io.jenkins.plugins.wedata.credentials;

import hudson.util.Secret;
import io.jenkins.plugins.wedata.client.ApiKey;
import io.jenkins.plugins.wedata.client.AssumedRole;
import io.jenkins.plugins.wedata.client.Endpoint;
import io.jenkins.plugins.wedata.client.InvalidInputException;
import java.util.Optional;

/**
 * Gives the client what stored credentials hold. Apart from the credentials, since Jenkins loads at its start what their
 * methods name.
 */
public final class StoredKeys {

    private StoredKeys() {}

    /**
     * The key to sign with.
     *
     * @param stored the credential
     * @return the key, readable: for the signature alone
     */
    public static ApiKey of(TencentCloudApiKey stored) {
        return new ApiKey(
                stored.getSecretId(),
                stored.getSecretKey().getPlainText(),
                Optional.ofNullable(stored.getToken()).map(Secret::getPlainText));
    }

    /**
     * The role, ready to be assumed.
     *
     * @param stored the credential
     * @param ownEndpoint the address that takes the place of every site's
     * @return the role
     * @throws InvalidInputException when what is configured can't be right; names all of it
     */
    public static AssumedRole of(TencentCloudRole stored, Optional<Endpoint> ownEndpoint) {
        return RoleSettings.of(stored)
                .role(ApiKey.of(stored.getSecretId(), stored.getSecretKey().getPlainText()), ownEndpoint);
    }
}
