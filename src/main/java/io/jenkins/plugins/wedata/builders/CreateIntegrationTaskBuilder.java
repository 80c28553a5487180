package io.jenkins.plugins.wedata.builders;

import hudson.Extension;
import io.jenkins.plugins.wedata.steps.CreateIntegrationTaskStep;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** Build step of a freestyle job that makes an integration task, as {@code wedataCreateIntegrationTask} does in a Pipeline. */
public final class CreateIntegrationTaskBuilder extends WeDataBuilder<CreateIntegrationTaskStep> {

    /**
     * Takes what is required.
     *
     * @param step what to do
     */
    @DataBoundConstructor
    public CreateIntegrationTaskBuilder(CreateIntegrationTaskStep step) {
        super(step);
    }

    /**
     * What to do.
     *
     * @return as given
     */
    public CreateIntegrationTaskStep getStep() {
        return step();
    }

    /** What Jenkins knows of this build step. */
    @Extension
    @Symbol("wedataCreateIntegrationTask")
    public static final class DescriptorImpl extends WeDataBuilderDescriptor {

        @Override
        public String getDisplayName() {
            return Messages.CreateIntegrationTaskBuilder_DisplayName();
        }
    }
}
