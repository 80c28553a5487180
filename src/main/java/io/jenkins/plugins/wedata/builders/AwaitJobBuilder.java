package io.jenkins.plugins.wedata.builders;

import hudson.Extension;
import io.jenkins.plugins.wedata.steps.AwaitJobStep;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** Build step of a freestyle job that waits for a batch job, as {@code wedataAwaitJob} does in a Pipeline. */
public final class AwaitJobBuilder extends WeDataBuilder<AwaitJobStep> {

    /**
     * Takes what is required.
     *
     * @param step what to do
     */
    @DataBoundConstructor
    public AwaitJobBuilder(AwaitJobStep step) {
        super(step);
    }

    /**
     * What to do.
     *
     * @return as given
     */
    public AwaitJobStep getStep() {
        return step();
    }

    /** What Jenkins knows of this build step. */
    @Extension
    @Symbol("wedataAwaitJob")
    public static final class DescriptorImpl extends WeDataBuilderDescriptor {

        @Override
        public String getDisplayName() {
            return Messages.AwaitJobBuilder_DisplayName();
        }
    }
}
