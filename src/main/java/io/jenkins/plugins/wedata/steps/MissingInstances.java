package io.jenkins.plugins.wedata.steps;

import hudson.Extension;
import hudson.model.Describable;
import hudson.model.Descriptor;
import io.jenkins.plugins.wedata.api.BatchCreateTaskVersionAsync.TaskMissingInstanceStrategy;
import java.io.Serializable;
import org.kohsuke.stapler.DataBoundConstructor;

/**
 * What to do with the instances that a task missed.
 */
public final class MissingInstances implements Describable<MissingInstances>, Serializable {

    private static final long serialVersionUID = 1L;

    private final String taskId;
    private final String missingInstanceStrategy;

    /**
     * Takes what is required.
     *
     * @param taskId the id of a task of the batch
     * @param missingInstanceStrategy what to do: {@code MAKEUP}, {@code FORCE_SUCCESS} or {@code SKIP}
     */
    @DataBoundConstructor
    public MissingInstances(String taskId, String missingInstanceStrategy) {
        this.taskId = taskId;
        this.missingInstanceStrategy = missingInstanceStrategy;
    }

    /**
     * The id of a task of the batch.
     *
     * @return as given
     */
    public String getTaskId() {
        return taskId;
    }

    /**
     * What to do: {@code MAKEUP}, {@code FORCE_SUCCESS} or {@code SKIP}.
     *
     * @return as given
     */
    public String getMissingInstanceStrategy() {
        return missingInstanceStrategy;
    }

    TaskMissingInstanceStrategy toWire(String path, StepInput input) {
        return new TaskMissingInstanceStrategy(input.expanded(path + ".taskId", taskId), missingInstanceStrategy);
    }

    /** What Jenkins knows of this structure. */
    @Extension
    public static final class DescriptorImpl extends Descriptor<MissingInstances> implements StrictArguments {

        @Override
        public String getDisplayName() {
            return Messages.MissingInstances_DisplayName();
        }
    }
}
