package io.jenkins.plugins.wedata.binding;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.wedata.client.ApiKey;
import io.jenkins.plugins.wedata.credentials.TencentCloudCredentials;
import io.jenkins.plugins.wedata.environment.JenkinsCredentials;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jenkinsci.Symbol;
import org.jenkinsci.plugins.credentialsbinding.BindingDescriptor;
import org.jenkinsci.plugins.credentialsbinding.MultiBinding;
import org.jenkinsci.plugins.credentialsbinding.impl.CredentialNotFoundException;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** Sets variables to the parts of a key, or of a role's temporary key. All of them are masked in the build's log. */
public final class TencentCloudApiKeyBinding extends MultiBinding<TencentCloudCredentials> {

    /** The names that Tencent Cloud's own tools read. */
    private static final String SECRET_ID = "TENCENTCLOUD_SECRET_ID";

    private static final String SECRET_KEY = "TENCENTCLOUD_SECRET_KEY";
    private static final String TOKEN = "TENCENTCLOUD_SECURITY_TOKEN";

    private String secretIdVariable = SECRET_ID;
    private String secretKeyVariable = SECRET_KEY;
    private String tokenVariable = TOKEN;

    /**
     * Binds the variables that Tencent Cloud's own tools read.
     *
     * @param credentialsId names the credential
     */
    @DataBoundConstructor
    public TencentCloudApiKeyBinding(String credentialsId) {
        super(credentialsId);
    }

    @NonNull
    public String getSecretIdVariable() {
        return secretIdVariable;
    }

    @DataBoundSetter
    public void setSecretIdVariable(@CheckForNull String secretIdVariable) {
        this.secretIdVariable = nameOr(SECRET_ID, secretIdVariable);
    }

    @NonNull
    public String getSecretKeyVariable() {
        return secretKeyVariable;
    }

    @DataBoundSetter
    public void setSecretKeyVariable(@CheckForNull String secretKeyVariable) {
        this.secretKeyVariable = nameOr(SECRET_KEY, secretKeyVariable);
    }

    @NonNull
    public String getTokenVariable() {
        return tokenVariable;
    }

    @DataBoundSetter
    public void setTokenVariable(@CheckForNull String tokenVariable) {
        this.tokenVariable = nameOr(TOKEN, tokenVariable);
    }

    private static String nameOr(String byDefault, @CheckForNull String name) {
        return name == null || name.isBlank() ? byDefault : name.strip();
    }

    @Override
    protected Class<TencentCloudCredentials> type() {
        return TencentCloudCredentials.class;
    }

    @Override
    public MultiEnvironment bind(
            @NonNull Run<?, ?> build,
            @CheckForNull FilePath workspace,
            @CheckForNull Launcher launcher,
            @NonNull TaskListener listener)
            throws IOException, InterruptedException {
        ApiKey key = JenkinsCredentials.newKey(getCredentials(build));
        Map<String, String> values = new LinkedHashMap<>();
        values.put(secretIdVariable, key.secretId());
        values.put(secretKeyVariable, key.secretKey());
        // Empty rather than absent: a token from elsewhere would not fit the key.
        values.put(tokenVariable, key.token().orElse(""));
        return new MultiEnvironment(values);
    }

    @Override
    public Set<String> variables(@NonNull Run<?, ?> build) throws CredentialNotFoundException {
        return new TreeSet<>(List.of(secretIdVariable, secretKeyVariable, tokenVariable));
    }

    /** Describes the binding to Jenkins. */
    @Extension
    @Symbol("tencentCloudApiKey")
    public static final class DescriptorImpl extends BindingDescriptor<TencentCloudCredentials> {

        @Override
        protected Class<TencentCloudCredentials> type() {
            return TencentCloudCredentials.class;
        }

        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.TencentCloudApiKeyBinding_DisplayName();
        }

        @Override
        public boolean requiresWorkspace() {
            return false;
        }

        public String getDefaultSecretIdVariable() {
            return SECRET_ID;
        }

        public String getDefaultSecretKeyVariable() {
            return SECRET_KEY;
        }

        public String getDefaultTokenVariable() {
            return TOKEN;
        }
    }
}
