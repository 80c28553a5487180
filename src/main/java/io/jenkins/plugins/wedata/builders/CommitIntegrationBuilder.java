package io.jenkins.plugins.wedata.builders;

import hudson.Extension;
import io.jenkins.plugins.wedata.steps.CommitIntegrationStep;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** Build step of a freestyle job that commits an integration task, as {@code wedataCommitIntegration} does in a Pipeline. */
public final class CommitIntegrationBuilder extends WeDataBuilder<CommitIntegrationStep> {

    /**
     * Takes what is required.
     *
     * @param step what to do
     */
    @DataBoundConstructor
    public CommitIntegrationBuilder(CommitIntegrationStep step) {
        super(step);
    }

    /**
     * What to do.
     *
     * @return as given
     */
    public CommitIntegrationStep getStep() {
        return step();
    }

    /** What Jenkins knows of this build step. */
    @Extension
    @Symbol("wedataCommitIntegration")
    public static final class DescriptorImpl extends WeDataBuilderDescriptor {

        @Override
        public String getDisplayName() {
            return Messages.CommitIntegrationBuilder_DisplayName();
        }
    }
}
