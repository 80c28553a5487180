package io.jenkins.plugins.wedata.connection;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Run;
import hudson.security.ACL;
import io.jenkins.plugins.wedata.client.ApiKey;
import io.jenkins.plugins.wedata.environment.CredentialStore;
import java.util.List;
import java.util.Optional;
import jenkins.model.Jenkins;

/**
 * The credentials at Jenkins' root, those of SYSTEM scope included, with Jenkins' own rights: a connection's credential is
 * the administrator's choice, and not the build's.
 */
final class RootCredentials implements CredentialStore {

    @CheckForNull
    private final Run<?, ?> run;

    /** For a form: no use is tracked. */
    RootCredentials() {
        run = null;
    }

    /** For a build: its use of a credential is tracked. */
    RootCredentials(Run<?, ?> run) {
        this.run = run;
    }

    @Override
    public Optional<ApiKey> apiKey(String credentialsId) {
        StandardUsernamePasswordCredentials found = CredentialsProvider.findCredentialByIdInItemGroup(
                credentialsId, StandardUsernamePasswordCredentials.class, Jenkins.get(), ACL.SYSTEM2, List.of());
        if (found == null) {
            return Optional.empty();
        }
        if (run != null) {
            CredentialsProvider.track(run, found);
        }
        return Optional.of(ApiKey.of(found.getUsername(), found.getPassword().getPlainText()));
    }
}
