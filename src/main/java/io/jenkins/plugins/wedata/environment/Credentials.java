package io.jenkins.plugins.wedata.environment;

import io.jenkins.plugins.wedata.api.Problem;
import io.jenkins.plugins.wedata.api.Problems;
import io.jenkins.plugins.wedata.client.ApiKey;
import io.jenkins.plugins.wedata.client.InvalidInputException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Looks credentials up, and says what is wrong with them: the same to a build and to a form. */
public final class Credentials {

    /** What the credential of a connection is, for messages. */
    public static final String AT_ROOT =
            "the id of a Tencent Cloud API key, a Tencent Cloud role or a username and password at Jenkins' root";

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
    public static Optional<BuildCredential> lookUp(CredentialStore store, String id, String expected, Problems problems)
            throws IOException, InterruptedException {
        Optional<BuildCredential> found;
        try {
            found = store.credential(id);
        } catch (InvalidInputException e) {
            List<Problem> wrong = e.problems();
            wrong.forEach(problem -> problems.add(problem.field(), problem.value(), problem.expected()));
            // Its own problems say more than that there is none.
            problems.add(FIELD, id, "a credential whose settings are right");
            return Optional.empty();
        }
        if (found.isEmpty()) {
            problems.add(FIELD, id, expected);
        } else if (!ApiKey.isSecretId(found.get().secretId())) {
            problems.add(FIELD, id, "a credential that holds a SecretId: printable ASCII without blanks");
            return Optional.empty();
        }
        return found;
    }
}
