package io.jenkins.plugins.wedata.credentials;

import com.cloudbees.plugins.credentials.ContextInPath;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.impl.BaseStandardCredentials;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.ModelObject;
import hudson.util.FormValidation;
import hudson.util.Secret;
import io.jenkins.plugins.wedata.client.ApiKey;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A key of the Tencent Cloud API, as the console of Cloud Access Management gives it. */
public final class TencentCloudApiKey extends BaseStandardCredentials implements TencentCloudCredentials {

    private static final long serialVersionUID = 1L;

    private final String secretId;
    private final Secret secretKey;

    @CheckForNull
    private Secret token;

    /**
     * Made from a form or a file.
     *
     * @param scope where it may be used
     * @param id names it in Jenkins; blank for a new one
     * @param description for people
     * @param secretId names the key
     * @param secretKey signs
     */
    @DataBoundConstructor
    public TencentCloudApiKey(
            @CheckForNull CredentialsScope scope,
            @CheckForNull String id,
            @CheckForNull String description,
            @CheckForNull String secretId,
            @CheckForNull Secret secretKey) {
        super(scope, id, description);
        this.secretId = KeyForm.strip(secretId);
        this.secretKey = KeyForm.strip(secretKey);
    }

    @NonNull
    @Override
    public String getSecretId() {
        return KeyForm.strip(secretId);
    }

    @NonNull
    @Override
    public Secret getSecretKey() {
        return KeyForm.strip(secretKey);
    }

    /**
     * What belongs to a key that is a temporary one.
     *
     * @return null for a lasting key
     */
    @CheckForNull
    public Secret getToken() {
        return token;
    }

    @DataBoundSetter
    public void setToken(@CheckForNull Secret token) {
        Secret stripped = KeyForm.strip(token);
        this.token = stripped.getPlainText().isEmpty() ? null : stripped;
    }

    @NonNull
    @Override
    public String displayName() {
        return Messages.TencentCloudApiKey_Name(ApiKey.end(getSecretId()));
    }

    /** Describes the kind to Jenkins, and checks its form. */
    @Extension
    @Symbol("tencentCloudApiKey")
    public static final class DescriptorImpl extends BaseStandardCredentialsDescriptor {

        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.TencentCloudApiKey_DisplayName();
        }

        @Override
        public String getDescription() {
            return Messages.TencentCloudApiKey_Description();
        }

        @Override
        public String getIconClassName() {
            return "symbol-key";
        }

        @POST
        public FormValidation doCheckSecretId(@ContextInPath ModelObject context, @QueryParameter String value) {
            return KeyForm.secretId(context, value);
        }

        @POST
        public FormValidation doCheckSecretKey(@ContextInPath ModelObject context, @QueryParameter Secret value) {
            return KeyForm.secretKey(context, value);
        }

        @POST
        public FormValidation doCheckToken(@ContextInPath ModelObject context, @QueryParameter Secret value) {
            return KeyForm.token(context, value);
        }
    }
}
