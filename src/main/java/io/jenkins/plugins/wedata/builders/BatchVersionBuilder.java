package io.jenkins.plugins.wedata.builders;

import hudson.Extension;
import io.jenkins.plugins.wedata.steps.BatchVersionStep;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** Build step of a freestyle job that makes versions of many tasks, as {@code wedataBatchVersion} does in a Pipeline. */
public final class BatchVersionBuilder extends WeDataBuilder<BatchVersionStep> {

    /**
     * Takes what is required.
     *
     * @param step what to do
     */
    @DataBoundConstructor
    public BatchVersionBuilder(BatchVersionStep step) {
        super(step);
    }

    /**
     * What to do.
     *
     * @return as given
     */
    public BatchVersionStep getStep() {
        return step();
    }

    /** What Jenkins knows of this build step. */
    @Extension
    @Symbol("wedataBatchVersion")
    public static final class DescriptorImpl extends WeDataBuilderDescriptor {

        @Override
        public String getDisplayName() {
            return Messages.BatchVersionBuilder_DisplayName();
        }
    }
}
