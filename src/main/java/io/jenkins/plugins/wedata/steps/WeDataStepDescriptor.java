package io.jenkins.plugins.wedata.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import edu.umd.cs.findbugs.annotations.Nullable;
import hudson.model.Item;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.util.ComboBoxModel;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import java.util.List;
import java.util.Set;
import net.sf.json.JSONObject;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/** What the descriptors of all steps share: their form's part "who and where" among it. */
public abstract class WeDataStepDescriptor extends StepDescriptor implements StrictArguments {

    WeDataStepDescriptor() {}

    @Override
    public final Set<? extends Class<?>> getRequiredContext() {
        return Set.of(Run.class, TaskListener.class);
    }

    /** What a form leaves empty was not given: Stapler would make it 0 or false where a number or a choice is wanted. */
    @Override
    public Step newInstance(@Nullable StaplerRequest2 req, @NonNull JSONObject formData) throws FormException {
        FormText.forgetEmpty(formData);
        return super.newInstance(req, formData);
    }

    /**
     * A list of texts, for a form to show.
     *
     * @param texts the list; null for none
     * @return one text a line
     */
    public final String lines(@CheckForNull List<String> texts) {
        return FormText.joined(texts);
    }

    @POST
    public final ListBoxModel doFillConnectionItems(@AncestorInPath Item item, @QueryParameter String connection) {
        return WhereForm.connections(item, connection);
    }

    @POST
    public final ListBoxModel doFillCredentialsIdItems(
            @AncestorInPath Item item, @QueryParameter String credentialsId) {
        return WhereForm.credentials(item, credentialsId);
    }

    @POST
    public final ListBoxModel doFillSiteItems(@AncestorInPath Item item, @QueryParameter String site) {
        return WhereForm.sites(item, site);
    }

    @POST
    public final ComboBoxModel doFillRegionItems(@AncestorInPath Item item) {
        return WhereForm.regions(item);
    }

    @POST
    public final ComboBoxModel doFillProjectIdItems(
            @AncestorInPath Item item,
            @QueryParameter String connection,
            @QueryParameter String credentialsId,
            @QueryParameter String region,
            @QueryParameter String site) {
        return LiveChoices.projects(new FormPlace(item, connection, null, credentialsId, region, site));
    }

    @POST
    public final FormValidation doCheckConnection(
            @AncestorInPath Item item,
            @QueryParameter String value,
            @QueryParameter String credentialsId,
            @QueryParameter String region,
            @QueryParameter String site) {
        return WhereForm.check(new FormPlace(item, value, null, credentialsId, region, site), "connection");
    }

    @POST
    public final FormValidation doCheckCredentialsId(
            @AncestorInPath Item item, @QueryParameter String value, @QueryParameter String connection) {
        return WhereForm.check(new FormPlace(item, connection, null, value, null, null), "credentialsId");
    }

    @POST
    public final FormValidation doCheckRegion(
            @AncestorInPath Item item, @QueryParameter String value, @QueryParameter String connection) {
        return WhereForm.check(new FormPlace(item, connection, null, null, value, null), "region");
    }

    @POST
    public final FormValidation doCheckSite(
            @AncestorInPath Item item, @QueryParameter String value, @QueryParameter String connection) {
        return WhereForm.check(new FormPlace(item, connection, null, null, null, value), "site");
    }

    @POST
    public final FormValidation doCheckProjectId(
            @AncestorInPath Item item, @QueryParameter String value, @QueryParameter String connection) {
        return WhereForm.check(new FormPlace(item, connection, value, null, null, null), "projectId");
    }
}
