package io.jenkins.plugins.wedata.environment;

import io.jenkins.plugins.wedata.client.ApiKey;
import java.io.IOException;
import java.util.Optional;

/**
 * Where the key of a credential comes from: with a build's own rights, or, for the credential of a connection, with those
 * of Jenkins. It may block.
 */
@FunctionalInterface
public interface CredentialStore {

    /**
     * Looks up a credential.
     *
     * @param credentialsId the credential's id
     * @return the key, or empty when there is no such credential here
     */
    Optional<ApiKey> apiKey(String credentialsId) throws IOException, InterruptedException;
}
