package io.jenkins.plugins.wedata.environment;

import java.io.IOException;
import java.util.Optional;

/**
 * Where credentials come from: with a build's own rights, or, for the credential of a connection, with those
 * of Jenkins. It may block.
 */
@FunctionalInterface
public interface CredentialStore {

    /**
     * Looks up a credential.
     *
     * @param credentialsId the credential's id
     * @return the credential, or empty when there is no such credential here
     * @throws io.jenkins.plugins.wedata.client.WeDataException when there is one that can't be used as it is
     */
    Optional<BuildCredential> credential(String credentialsId) throws IOException, InterruptedException;
}
