package io.jenkins.plugins.wedata.connection;

import com.cloudbees.plugins.credentials.common.StandardListBoxModel;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.wedata.client.CallLimits;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A connection to WeData, made by an administrator: where calls go, and what steps may leave out. */
public final class WeDataConnection implements Describable<WeDataConnection> {

    static final int DEFAULT_RETRY_MINUTES = 5;

    private final String id;
    private ConnectionSite site = ConnectionSite.MAINLAND;
    private String endpoint;
    private String region;
    private String projectId;
    private String credentialsId;
    private String folders;
    private boolean byDefault;
    private String rateGroup;
    private int callsPerSecond = CallLimits.MOST_CALLS_PER_SECOND;
    private int retryMinutes = DEFAULT_RETRY_MINUTES;

    /**
     * Takes what is required; the rest is set.
     *
     * @param id what steps call it by
     */
    @DataBoundConstructor
    public WeDataConnection(String id) {
        this.id = id == null ? "" : id.strip();
    }

    /**
     * What steps call it by.
     *
     * @return as given, without blanks around it
     */
    @NonNull
    public String getId() {
        return id;
    }

    /**
     * Where calls go.
     *
     * @return {@link ConnectionSite#MAINLAND} unless said otherwise
     */
    @NonNull
    public ConnectionSite getSite() {
        return site == null ? ConnectionSite.MAINLAND : site;
    }

    @DataBoundSetter
    public void setSite(@CheckForNull ConnectionSite site) {
        this.site = site == null ? ConnectionSite.MAINLAND : site;
    }

    /**
     * The address, for {@link ConnectionSite#OWN_ENDPOINT} alone.
     *
     * @return null when none was given
     */
    @CheckForNull
    public String getEndpoint() {
        return endpoint;
    }

    @DataBoundSetter
    public void setEndpoint(@CheckForNull String endpoint) {
        this.endpoint = fixEmpty(endpoint);
    }

    /**
     * The region of steps that name none.
     *
     * @return null when each step has to name one
     */
    @CheckForNull
    public String getRegion() {
        return region;
    }

    @DataBoundSetter
    public void setRegion(@CheckForNull String region) {
        this.region = fixEmpty(region);
    }

    /**
     * The project of steps that name none.
     *
     * @return null when each step has to name one
     */
    @CheckForNull
    public String getProjectId() {
        return projectId;
    }

    @DataBoundSetter
    public void setProjectId(@CheckForNull String projectId) {
        this.projectId = fixEmpty(projectId);
    }

    /**
     * The id of the connection's own credential, which lies at Jenkins' root and may be of SYSTEM scope.
     *
     * @return null when each step has to name one
     */
    @CheckForNull
    public String getCredentialsId() {
        return credentialsId;
    }

    @DataBoundSetter
    public void setCredentialsId(@CheckForNull String credentialsId) {
        this.credentialsId = fixEmpty(credentialsId);
    }

    /**
     * The full names of the folders that may use it, one a line, each with all that is below.
     *
     * @return null when everything may
     */
    @CheckForNull
    public String getFolders() {
        return folders;
    }

    @DataBoundSetter
    public void setFolders(@CheckForNull String folders) {
        this.folders = fixEmpty(folders);
    }

    /**
     * Whether steps that name no connection use this one.
     *
     * @return true for one connection at most
     */
    public boolean isByDefault() {
        return byDefault;
    }

    @DataBoundSetter
    public void setByDefault(boolean byDefault) {
        this.byDefault = byDefault;
    }

    /**
     * What shares the service's limit of calls a second.
     *
     * @return null to go by the key
     */
    @CheckForNull
    public String getRateGroup() {
        return rateGroup;
    }

    @DataBoundSetter
    public void setRateGroup(@CheckForNull String rateGroup) {
        this.rateGroup = fixEmpty(rateGroup);
    }

    /**
     * How many calls of an action may start within a second.
     *
     * @return from 1 to 20
     */
    public int getCallsPerSecond() {
        return callsPerSecond;
    }

    @DataBoundSetter
    public void setCallsPerSecond(int callsPerSecond) {
        this.callsPerSecond = callsPerSecond;
    }

    /**
     * How long a call may be repeated that certainly did nothing.
     *
     * @return minutes
     */
    public int getRetryMinutes() {
        return retryMinutes;
    }

    @DataBoundSetter
    public void setRetryMinutes(int retryMinutes) {
        this.retryMinutes = retryMinutes;
    }

    AllowedFolders allowedFolders() {
        return AllowedFolders.parse(folders);
    }

    @CheckForNull
    private static String fixEmpty(@CheckForNull String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** Describes connections to Jenkins, checks their form and tries them. For administrators alone. */
    @Extension
    public static final class DescriptorImpl extends Descriptor<WeDataConnection> {

        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.WeDataConnection_DisplayName();
        }

        @POST
        public ListBoxModel doFillSiteItems() {
            return ConnectionForm.sites();
        }

        @POST
        public ListBoxModel doFillCredentialsIdItems(@QueryParameter String credentialsId) {
            return ConnectionForm.credentials(new StandardListBoxModel(), credentialsId);
        }

        @POST
        public FormValidation doCheckId(@QueryParameter String value) {
            return ConnectionForm.check(value, ConnectionRules::id);
        }

        @POST
        public FormValidation doCheckEndpoint(@QueryParameter String value, @QueryParameter String site) {
            return ConnectionForm.endpoint(value, site);
        }

        @POST
        public FormValidation doCheckRegion(@QueryParameter String value) {
            return ConnectionForm.check(value, ConnectionRules::region);
        }

        @POST
        public FormValidation doCheckProjectId(@QueryParameter String value) {
            return ConnectionForm.check(value, ConnectionRules::projectId);
        }

        @POST
        public FormValidation doCheckCredentialsId(@QueryParameter String value) {
            return ConnectionForm.credential(value);
        }

        @POST
        public FormValidation doCheckFolders(@QueryParameter String value) {
            return ConnectionForm.check(value, ConnectionRules::folders);
        }

        @POST
        public FormValidation doCheckRateGroup(@QueryParameter String value) {
            return ConnectionForm.check(value, ConnectionRules::rateGroup);
        }

        @POST
        public FormValidation doCheckCallsPerSecond(@QueryParameter String value) {
            return ConnectionForm.checkNumber(value, ConnectionRules::callsPerSecond);
        }

        @POST
        public FormValidation doCheckRetryMinutes(@QueryParameter String value) {
            return ConnectionForm.checkNumber(value, ConnectionRules::retryMinutes);
        }

        /**
         * Calls WeData once, and says what that proved.
         *
         * @param site where calls go
         * @param endpoint the administrator's own address
         * @param region the region
         * @param projectId the project to look for
         * @param credentialsId names the credential; no key comes from the form
         * @return what was proved, or what is wrong
         */
        @POST
        public FormValidation doTestConnection(
                @QueryParameter String site,
                @QueryParameter String endpoint,
                @QueryParameter String region,
                @QueryParameter String projectId,
                @QueryParameter String credentialsId)
                throws InterruptedException {
            WeDataConnection tried = new WeDataConnection("tested");
            tried.setEndpoint(endpoint);
            tried.setRegion(region);
            tried.setProjectId(projectId);
            tried.setCredentialsId(credentialsId);
            return ConnectionForm.test(site, tried);
        }
    }
}
