package io.jenkins.plugins.wedata.steps;

import hudson.model.Run;
import hudson.model.TaskListener;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;

/** What the descriptors of all steps share. */
public abstract class WeDataStepDescriptor extends StepDescriptor implements StrictArguments {

    WeDataStepDescriptor() {}

    @Override
    public final Set<? extends Class<?>> getRequiredContext() {
        return Set.of(Run.class, TaskListener.class);
    }
}
