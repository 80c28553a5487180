package io.jenkins.plugins.wedata.credentials;

import com.cloudbees.plugins.credentials.CredentialsNameProvider;
import com.cloudbees.plugins.credentials.NameWith;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.util.Secret;

/** What every credential of Tencent Cloud begins with: a key of the API. Its name shows the end of the key's id alone. */
@NameWith(TencentCloudCredentials.NameProvider.class)
public interface TencentCloudCredentials extends StandardCredentials {

    /**
     * Names the key.
     *
     * @return such as {@code AKID...}
     */
    @NonNull
    String getSecretId();

    /**
     * Signs.
     *
     * @return the key itself
     */
    @NonNull
    Secret getSecretKey();

    /**
     * What people choose this credential by, apart from its description.
     *
     * @return one line; holds no more of the key than the end of its id
     */
    @NonNull
    String displayName();

    /** Names a credential in lists. */
    final class NameProvider extends CredentialsNameProvider<TencentCloudCredentials> {

        @NonNull
        @Override
        public String getName(@NonNull TencentCloudCredentials credentials) {
            String description = credentials.getDescription();
            return description.isBlank()
                    ? credentials.displayName()
                    : Messages.TencentCloudCredentials_Described(credentials.displayName(), description);
        }
    }
}
