package io.jenkins.plugins.wedata.connection;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Run;
import hudson.security.ACL;
import io.jenkins.plugins.wedata.environment.BuildCredential;
import io.jenkins.plugins.wedata.environment.CredentialStore;
import io.jenkins.plugins.wedata.environment.JenkinsCredentials;
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
    public Optional<BuildCredential> credential(String credentialsId) {
        StandardCredentials found = CredentialsProvider.findCredentialByIdInItemGroup(
                credentialsId, StandardCredentials.class, Jenkins.get(), ACL.SYSTEM2, List.of());
        if (found == null) {
            return Optional.empty();
        }
        Optional<BuildCredential> usable = JenkinsCredentials.of(found);
        if (run != null && usable.isPresent()) {
            CredentialsProvider.track(run, found);
        }
        return usable;
    }
}
