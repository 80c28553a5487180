package io.jenkins.plugins.wedata.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.RelativePath;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.ComboBoxModel;
import hudson.util.FormValidation;
import io.jenkins.plugins.wedata.api.BatchCreateTaskVersionAsync.BatchCreateTaskVersionDTO;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/**
 * A task of which a version is made.
 */
public final class VersionTask implements Describable<VersionTask>, Serializable {

    private static final long serialVersionUID = 1L;

    private final String taskId;
    private String remark;
    private String folderId;

    /**
     * Takes what is required.
     *
     * @param taskId the task's id
     */
    @DataBoundConstructor
    public VersionTask(String taskId) {
        this.taskId = FormText.idOfRow(taskId);
    }

    /**
     * The task's id.
     *
     * @return as given
     */
    public String getTaskId() {
        return taskId;
    }

    /**
     * The version's note; the step's when none is given.
     *
     * @return null when none was given
     */
    @CheckForNull
    public String getRemark() {
        return remark;
    }

    @DataBoundSetter
    public void setRemark(@CheckForNull String remark) {
        this.remark = FormText.orNull(remark);
    }

    /**
     * The id of the task's folder.
     *
     * @return null when none was given
     */
    @CheckForNull
    public String getFolderId() {
        return folderId;
    }

    @DataBoundSetter
    public void setFolderId(@CheckForNull String folderId) {
        this.folderId = FormText.orNull(folderId);
    }

    BatchCreateTaskVersionDTO toWire(String path, StepInput input, String byDefault, Optional<String> mark) {
        String note = input.expanded(path + ".remark", remark);
        String own = note == null || note.isBlank() ? byDefault : note;
        return new BatchCreateTaskVersionDTO(
                input.expanded(path + ".taskId", taskId),
                mark.map(text -> own + " " + text).orElse(own),
                input.expanded(path + ".folderId", folderId));
    }

    /** What Jenkins knows of this structure. */
    @Extension
    public static final class DescriptorImpl extends Descriptor<VersionTask> implements StrictArguments {

        @Override
        public String getDisplayName() {
            return Messages.VersionTask_DisplayName();
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
        public FormValidation doCheckTaskId(@AncestorInPath Item item, @QueryParameter String value) {
            return FieldCheck.of(item, "tasks[0].taskId", new BatchVersionStep(List.of(new VersionTask(value))));
        }
    }
}
