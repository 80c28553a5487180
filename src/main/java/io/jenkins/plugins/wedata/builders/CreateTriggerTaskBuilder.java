package io.jenkins.plugins.wedata.builders;

import hudson.Extension;
import io.jenkins.plugins.wedata.steps.CreateTriggerTaskStep;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** Build step of a freestyle job that makes a task in a trigger workflow, as {@code wedataCreateTriggerTask} does in a Pipeline. */
public final class CreateTriggerTaskBuilder extends WeDataBuilder<CreateTriggerTaskStep> {

    /**
     * Takes what is required.
     *
     * @param step what to do
     */
    @DataBoundConstructor
    public CreateTriggerTaskBuilder(CreateTriggerTaskStep step) {
        super(step);
    }

    /**
     * What to do.
     *
     * @return as given
     */
    public CreateTriggerTaskStep getStep() {
        return step();
    }

    /** What Jenkins knows of this build step. */
    @Extension
    @Symbol("wedataCreateTriggerTask")
    public static final class DescriptorImpl extends WeDataBuilderDescriptor {

        @Override
        public String getDisplayName() {
            return Messages.CreateTriggerTaskBuilder_DisplayName();
        }
    }
}
