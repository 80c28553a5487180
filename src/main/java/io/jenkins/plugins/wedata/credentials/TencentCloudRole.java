package io.jenkins.plugins.wedata.credentials;

import com.cloudbees.plugins.credentials.ContextInPath;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.impl.BaseStandardCredentials;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.ModelObject;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import hudson.util.Secret;
import io.jenkins.plugins.wedata.api.RoleArn;
import io.jenkins.plugins.wedata.client.ApiKey;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A role of Cloud Access Management, with the key of a user that may assume it. The keys used for calls are temporary. */
public final class TencentCloudRole extends BaseStandardCredentials implements TencentCloudCredentials {

    private static final long serialVersionUID = 1L;

    private final String secretId;
    private final Secret secretKey;
    private final String roleArn;
    private String sessionName = RoleSettings.DEFAULT_SESSION_NAME;
    private int durationMinutes = RoleSettings.DEFAULT_MINUTES;

    @CheckForNull
    private String externalId;

    private String site = RoleSettings.DEFAULT_SITE;

    /**
     * Made from a form or a file. Nothing is called.
     *
     * @param scope where it may be used
     * @param id names it in Jenkins; blank for a new one
     * @param description for people
     * @param secretId names the key of the user that assumes the role
     * @param secretKey signs
     * @param roleArn the role, see {@link RoleArn}
     */
    @DataBoundConstructor
    public TencentCloudRole(
            @CheckForNull CredentialsScope scope,
            @CheckForNull String id,
            @CheckForNull String description,
            @CheckForNull String secretId,
            @CheckForNull Secret secretKey,
            @CheckForNull String roleArn) {
        super(scope, id, description);
        this.secretId = KeyForm.strip(secretId);
        this.secretKey = KeyForm.strip(secretKey);
        this.roleArn = KeyForm.strip(roleArn);
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

    @NonNull
    public String getRoleArn() {
        return KeyForm.strip(roleArn);
    }

    @NonNull
    public String getSessionName() {
        return sessionName;
    }

    @DataBoundSetter
    public void setSessionName(@CheckForNull String sessionName) {
        String name = KeyForm.strip(sessionName);
        this.sessionName = name.isEmpty() ? RoleSettings.DEFAULT_SESSION_NAME : name;
    }

    public int getDurationMinutes() {
        return durationMinutes;
    }

    @DataBoundSetter
    public void setDurationMinutes(int durationMinutes) {
        this.durationMinutes = durationMinutes;
    }

    @CheckForNull
    public String getExternalId() {
        return externalId;
    }

    @DataBoundSetter
    public void setExternalId(@CheckForNull String externalId) {
        String id = KeyForm.strip(externalId);
        this.externalId = id.isEmpty() ? null : id;
    }

    /**
     * The site that the role's account belongs to, see {@link io.jenkins.plugins.wedata.client.Site}.
     *
     * @return such as {@code MAINLAND}
     */
    @NonNull
    public String getSite() {
        return site;
    }

    @DataBoundSetter
    public void setSite(@CheckForNull String site) {
        String name = KeyForm.strip(site);
        this.site = name.isEmpty() ? RoleSettings.DEFAULT_SITE : name;
    }

    @NonNull
    @Override
    public String displayName() {
        return Messages.TencentCloudRole_Name(
                RoleArn.parse(getRoleArn()).map(RoleArn::role).orElse("?"), ApiKey.end(getSecretId()));
    }

    /** XML that says little, such as from the command line, is as good as a form that says little. */
    private Object readResolve() {
        setSessionName(sessionName);
        setExternalId(externalId);
        setSite(site);
        durationMinutes = durationMinutes == 0 ? RoleSettings.DEFAULT_MINUTES : durationMinutes;
        return this;
    }

    /** Describes the kind to Jenkins, and checks its form. */
    @Extension
    @Symbol("tencentCloudRole")
    public static final class DescriptorImpl extends BaseStandardCredentialsDescriptor {

        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.TencentCloudRole_DisplayName();
        }

        @Override
        public String getDescription() {
            return Messages.TencentCloudRole_Description();
        }

        @Override
        public String getIconClassName() {
            return "symbol-people";
        }

        public String getDefaultSessionName() {
            return RoleSettings.DEFAULT_SESSION_NAME;
        }

        public int getDefaultDurationMinutes() {
            return RoleSettings.DEFAULT_MINUTES;
        }

        @POST
        public ListBoxModel doFillSiteItems(@ContextInPath ModelObject context) {
            ListBoxModel sites = new ListBoxModel();
            if (KeyForm.mayEdit(context)) {
                sites.add(Messages.TencentCloudRole_Mainland(), "MAINLAND");
                sites.add(Messages.TencentCloudRole_International(), "INTERNATIONAL");
            }
            return sites;
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
        public FormValidation doCheckRoleArn(@ContextInPath ModelObject context, @QueryParameter String value) {
            return RoleSettings.checkArn(context, KeyForm.strip(value));
        }

        @POST
        public FormValidation doCheckSessionName(@ContextInPath ModelObject context, @QueryParameter String value) {
            return RoleSettings.checkSessionName(context, KeyForm.strip(value));
        }

        @POST
        public FormValidation doCheckDurationMinutes(@ContextInPath ModelObject context, @QueryParameter String value) {
            return RoleSettings.checkMinutes(context, KeyForm.strip(value));
        }

        @POST
        public FormValidation doCheckExternalId(@ContextInPath ModelObject context, @QueryParameter String value) {
            return RoleSettings.checkExternalId(context, KeyForm.strip(value));
        }
    }
}
