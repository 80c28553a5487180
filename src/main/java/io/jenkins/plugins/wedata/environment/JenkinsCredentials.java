package io.jenkins.plugins.wedata.environment;

import com.cloudbees.plugins.credentials.CredentialsMatcher;
import com.cloudbees.plugins.credentials.CredentialsMatchers;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.model.Item;
import hudson.model.Queue;
import hudson.model.Run;
import hudson.model.queue.Tasks;
import hudson.security.ACL;
import io.jenkins.plugins.wedata.api.PlainText;
import io.jenkins.plugins.wedata.api.Problem;
import io.jenkins.plugins.wedata.client.ApiKey;
import io.jenkins.plugins.wedata.client.ApiKeySource;
import io.jenkins.plugins.wedata.client.AssumedRole;
import io.jenkins.plugins.wedata.client.Endpoint;
import io.jenkins.plugins.wedata.client.InvalidInputException;
import io.jenkins.plugins.wedata.client.RoleKeys;
import io.jenkins.plugins.wedata.client.WeDataException;
import io.jenkins.plugins.wedata.credentials.StoredKeys;
import io.jenkins.plugins.wedata.credentials.TencentCloudApiKey;
import io.jenkins.plugins.wedata.credentials.TencentCloudCredentials;
import io.jenkins.plugins.wedata.credentials.TencentCloudRole;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import jenkins.util.SystemProperties;
import org.springframework.security.core.Authentication;

/** From the credentials that Jenkins holds to keys that calls are signed with. */
public final class JenkinsCredentials {

    /** The administrator's own address of WeData, for a proxy of the company or for the built-in WeData. */
    static final String ENDPOINT_PROPERTY = "io.jenkins.plugins.wedata.endpoint";

    private JenkinsCredentials() {}

    /**
     * Looks up a credential that a build may use, and notes the use. A folder's own comes before one that it inherits,
     * whatever their kinds.
     *
     * @param credentialsId the credential's id
     * @param run the build
     * @return empty when there is no such credential for this build, or when it is of no kind that holds a key
     */
    static Optional<BuildCredential> find(String credentialsId, Run<?, ?> run) {
        StandardCredentials found =
                CredentialsProvider.findCredentialById(credentialsId, StandardCredentials.class, run, List.of());
        if (found == null) {
            return Optional.empty();
        }
        Optional<BuildCredential> usable = of(found);
        if (usable.isPresent()) {
            CredentialsProvider.track(run, found);
        }
        return usable;
    }

    /**
     * Looks up the credential that a build of a job would use, for a form: no use is noted.
     *
     * @param credentialsId the credential's id
     * @param item the job or folder; null for a form that belongs to none
     * @return empty when there is no such credential at this place, or when it is of no kind that holds a key
     */
    static Optional<BuildCredential> find(String credentialsId, @CheckForNull Item item) {
        StandardCredentials found = CredentialsProvider.findCredentialByIdInItem(
                credentialsId, StandardCredentials.class, item, authentication(item), List.of());
        return found == null ? Optional.empty() : of(found);
    }

    /**
     * As whom a build of a job would look up credentials.
     *
     * @param item the job or folder; null for none
     * @return Jenkins itself unless an administrator has configured otherwise
     */
    public static Authentication authentication(@CheckForNull Item item) {
        return item instanceof Queue.Task job ? Tasks.getAuthenticationOf2(job) : ACL.SYSTEM2;
    }

    /**
     * The credentials that hold a key.
     *
     * @return tells them from others, for drop-downs
     */
    public static CredentialsMatcher holdingAKey() {
        return CredentialsMatchers.anyOf(
                CredentialsMatchers.instanceOf(TencentCloudCredentials.class),
                CredentialsMatchers.instanceOf(StandardUsernamePasswordCredentials.class));
    }

    /**
     * Reads a credential that was looked up.
     *
     * @param found any credential
     * @return empty when it is of no kind that holds a key
     * @throws WeDataException when it is a role whose settings can't be right
     */
    public static Optional<BuildCredential> of(StandardCredentials found) {
        if (found instanceof TencentCloudRole role) {
            return Optional.of(
                    BuildCredential.of(assumed(role), SharedClient.current().temporaryKeys()));
        }
        if (found instanceof TencentCloudApiKey key) {
            return Optional.of(BuildCredential.of(StoredKeys.of(key)));
        }
        if (found instanceof StandardUsernamePasswordCredentials login) {
            return Optional.of(BuildCredential.of(
                    ApiKey.of(login.getUsername(), login.getPassword().getPlainText())));
        }
        return Optional.empty();
    }

    /**
     * A key for tools that can't have theirs renewed: that of a role is a new one. Blocks.
     *
     * @param credentials the credential
     * @return the key
     * @throws AbortException when there is none; the message is for the user
     */
    public static ApiKey newKey(TencentCloudCredentials credentials) throws IOException, InterruptedException {
        try {
            ApiKeySource keys = credentials instanceof TencentCloudRole role
                    ? new RoleKeys(SharedClient.current().client(), assumed(role))
                    : of(credentials).orElseThrow().keys();
            return keys.apiKey().toCompletableFuture().get();
        } catch (WeDataException e) {
            throw abort(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof WeDataException known ? abort(known) : new IOException(e.getCause());
        }
    }

    private static AssumedRole assumed(TencentCloudRole role) {
        try {
            return StoredKeys.of(role, ownEndpoint());
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(
                    Messages.JenkinsCredentials_Role(),
                    List.of(new Problem(
                            Messages.JenkinsCredentials_SystemProperty(ENDPOINT_PROPERTY),
                            null,
                            Endpoint.EXPECTED.toString())));
        }
    }

    private static AbortException abort(WeDataException e) {
        return new AbortException(PlainText.lines(e.getMessage()));
    }

    /**
     * The address that takes the place of every site's on this controller.
     *
     * @return empty when the sites' own hosts are called
     * @throws IllegalArgumentException when what the system property says is no address
     */
    public static Optional<Endpoint> ownEndpoint() {
        String address = SystemProperties.getString(ENDPOINT_PROPERTY);
        return address == null || address.isBlank() ? Optional.empty() : Optional.of(Endpoint.parse(address));
    }
}
