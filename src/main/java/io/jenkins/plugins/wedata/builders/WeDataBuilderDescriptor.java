package io.jenkins.plugins.wedata.builders;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.AbstractProject;
import hudson.model.Item;
import hudson.tasks.BuildStepDescriptor;
import hudson.tasks.Builder;
import hudson.util.FormValidation;
import io.jenkins.plugins.wedata.api.Problem;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** What the descriptors of all build steps share. */
public abstract class WeDataBuilderDescriptor extends BuildStepDescriptor<Builder> {

    WeDataBuilderDescriptor() {}

    @Override
    @SuppressWarnings("rawtypes")
    public final boolean isApplicable(Class<? extends AbstractProject> jobType) {
        return true;
    }

    /**
     * Checks what is typed, in the words of the build that will read it.
     *
     * @param item the job
     * @param value what is typed
     * @return nothing to whoever may not configure the job
     */
    @POST
    public final FormValidation doCheckResultPrefix(
            @CheckForNull @AncestorInPath Item item, @CheckForNull @QueryParameter String value) {
        boolean allowed =
                item == null ? Jenkins.get().hasPermission(Jenkins.ADMINISTER) : item.hasPermission(Item.CONFIGURE);
        return allowed
                ? ResultPrefix.inForm(value)
                        .map(Problem::toString)
                        .map(FormValidation::error)
                        .orElseGet(FormValidation::ok)
                : FormValidation.ok();
    }
}
