package io.jenkins.plugins.wedata.environment;

import io.jenkins.plugins.wedata.api.Problem;
import io.jenkins.plugins.wedata.api.Problems;
import io.jenkins.plugins.wedata.client.ApiKey;
import io.jenkins.plugins.wedata.client.InvalidInputException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jvnet.localizer.Localizable;

/** Looks credentials up, and says what is wrong with them: the same to a build and to a form. */
public final class Credentials {

    /** What the credential of a connection is, for messages. */
    public static final Localizable AT_ROOT = Messages._Credentials_AtRoot();

    private static final String FIELD = "credentialsId";

    private Credentials() {}

    /**
     * Looks up a credential that holds a key.
     *
     * @param store where
     * @param id the credential's id
     * @param expected what would be right when there is none
     * @param problems takes note of what is wrong
     * @return empty when something is wrong
     */
    public static Optional<BuildCredential> lookUp(
            CredentialStore store, String id, Localizable expected, Problems problems)
            throws IOException, InterruptedException {
        Optional<BuildCredential> found;
        try {
            found = store.credential(id);
        } catch (InvalidInputException e) {
            List<Problem> wrong = e.problems();
            wrong.forEach(problem -> problems.add(problem.field(), problem.value(), problem.expected()));
            // Its own problems say more than that there is none.
            problems.add(FIELD, id, Messages._Credentials_WrongSettings());
            return Optional.empty();
        }
        if (found.isEmpty()) {
            problems.add(FIELD, id, expected);
        } else if (!ApiKey.isSecretId(found.get().secretId())) {
            problems.add(FIELD, id, Messages._Credentials_NoSecretId());
            return Optional.empty();
        }
        return found;
    }
}
