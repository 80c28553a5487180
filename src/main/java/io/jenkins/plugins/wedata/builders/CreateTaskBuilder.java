package io.jenkins.plugins.wedata.builders;

import hudson.Extension;
import io.jenkins.plugins.wedata.steps.CreateTaskStep;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** Build step of a freestyle job that makes a task, as {@code wedataCreateTask} does in a Pipeline. */
public final class CreateTaskBuilder extends WeDataBuilder<CreateTaskStep> {

    /**
     * Takes what is required.
     *
     * @param step what to do
     */
    @DataBoundConstructor
    public CreateTaskBuilder(CreateTaskStep step) {
        super(step);
    }

    /**
     * What to do.
     *
     * @return as given
     */
    public CreateTaskStep getStep() {
        return step();
    }

    /** What Jenkins knows of this build step. */
    @Extension
    @Symbol("wedataCreateTask")
    public static final class DescriptorImpl extends WeDataBuilderDescriptor {

        @Override
        public String getDisplayName() {
            return Messages.CreateTaskBuilder_DisplayName();
        }
    }
}
