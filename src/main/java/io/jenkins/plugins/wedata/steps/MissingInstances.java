package io.jenkins.plugins.wedata.steps;

import hudson.Extension;
import hudson.RelativePath;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.ComboBoxModel;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.wedata.api.BatchCreateTaskVersionAsync.TaskMissingInstanceStrategy;
import java.io.Serializable;
import java.util.List;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

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
        this.taskId = FormText.idOfRow(taskId);
        this.missingInstanceStrategy = FormText.orNull(missingInstanceStrategy);
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

        private static final String PLACE = "perTaskMissingInstanceStrategy[0].";

        @Override
        public String getDisplayName() {
            return Messages.MissingInstances_DisplayName();
        }

        @POST
        public ComboBoxModel doFillTaskIdItems(
                @AncestorInPath Item item,
                @RelativePath("..") @QueryParameter String connection,
                @RelativePath("..") @QueryParameter String projectId,
                @RelativePath("..") @QueryParameter String credentialsId,
                @RelativePath("..") @QueryParameter String region,
                @RelativePath("..") @QueryParameter String site) {
            return LiveChoices.tasks(new FormPlace(item, connection, projectId, credentialsId, region, site), null);
        }

        @POST
        public ListBoxModel doFillMissingInstanceStrategyItems(
                @AncestorInPath Item item, @QueryParameter String missingInstanceStrategy) {
            return NamedChoices.required(item)
                    .and(Messages.MissingInstances_Makeup(), "MAKEUP")
                    .and(Messages.MissingInstances_ForceSuccess(), "FORCE_SUCCESS")
                    .and(Messages.MissingInstances_Skip(), "SKIP")
                    .items(missingInstanceStrategy);
        }

        /** Whether the task is in the batch is left to the build: a row of a form does not see the other rows. */
        @POST
        public FormValidation doCheckTaskId(@AncestorInPath Item item, @QueryParameter String value) {
            return FieldCheck.of(item, PLACE + "taskId", tried(value, "SKIP", value));
        }

        @POST
        public FormValidation doCheckMissingInstanceStrategy(@AncestorInPath Item item, @QueryParameter String value) {
            return FieldCheck.of(item, PLACE + "missingInstanceStrategy", tried("1", value, "1"));
        }

        private static BatchVersionStep tried(String taskId, String strategy, String inBatch) {
            BatchVersionStep tried = new BatchVersionStep(List.of(new VersionTask(inBatch)));
            tried.setPerTaskMissingInstanceStrategy(List.of(new MissingInstances(taskId, strategy)));
            return tried;
        }
    }
}
