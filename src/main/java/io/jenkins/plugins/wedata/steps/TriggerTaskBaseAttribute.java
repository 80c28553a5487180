package io.jenkins.plugins.wedata.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.RelativePath;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.ComboBoxModel;
import hudson.util.FormValidation;
import io.jenkins.plugins.wedata.api.CreateTriggerTaskBaseAttribute;
import io.jenkins.plugins.wedata.api.TriggerTaskType;
import java.io.Serializable;
import java.util.Arrays;
import java.util.OptionalLong;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/**
 * What a trigger task is.
 */
public final class TriggerTaskBaseAttribute implements Describable<TriggerTaskBaseAttribute>, Serializable {

    private static final long serialVersionUID = 1L;

    private final String taskName;
    private final String taskTypeId;
    private final String workflowId;
    private String ownerUin;
    private String taskDescription;
    private String taskFolderPath;

    /**
     * Takes what is required; the rest is set.
     *
     * @param taskName the task's name
     * @param taskTypeId the task's type, as WeData's number or as a name: {@code 35} or {@code SHELL}
     * @param workflowId the id of the trigger workflow that the task belongs to
     */
    @DataBoundConstructor
    public TriggerTaskBaseAttribute(String taskName, String taskTypeId, String workflowId) {
        this.taskName = taskName;
        this.taskTypeId = taskTypeId;
        this.workflowId = FormText.id(workflowId);
    }

    /**
     * The task's name.
     *
     * @return as given
     */
    public String getTaskName() {
        return taskName;
    }

    /**
     * The task's type, as WeData's number or as a name: {@code 35} or {@code SHELL}.
     *
     * @return as given
     */
    public String getTaskTypeId() {
        return taskTypeId;
    }

    /**
     * The id of the trigger workflow that the task belongs to.
     *
     * @return null when none was given
     */
    @CheckForNull
    public String getWorkflowId() {
        return workflowId;
    }

    /**
     * The owner's account.
     *
     * @return null when none was given
     */
    @CheckForNull
    public String getOwnerUin() {
        return ownerUin;
    }

    @DataBoundSetter
    public void setOwnerUin(@CheckForNull String ownerUin) {
        this.ownerUin = FormText.orNull(ownerUin);
    }

    /**
     * A note on the task.
     *
     * @return null when none was given
     */
    @CheckForNull
    public String getTaskDescription() {
        return taskDescription;
    }

    @DataBoundSetter
    public void setTaskDescription(@CheckForNull String taskDescription) {
        this.taskDescription = FormText.orNull(taskDescription);
    }

    /**
     * The path of the task folder.
     *
     * @return null when none was given
     */
    @CheckForNull
    public String getTaskFolderPath() {
        return taskFolderPath;
    }

    @DataBoundSetter
    public void setTaskFolderPath(@CheckForNull String taskFolderPath) {
        this.taskFolderPath = FormText.orNull(taskFolderPath);
    }

    CreateTriggerTaskBaseAttribute toWire(String path, StepInput input) {
        return new CreateTriggerTaskBaseAttribute(
                input.expanded(path + ".taskName", taskName),
                typeNumber(),
                input.expanded(path + ".workflowId", workflowId),
                input.expanded(path + ".ownerUin", ownerUin),
                input.expanded(path + ".taskDescription", taskDescription),
                input.expanded(path + ".taskFolderPath", taskFolderPath));
    }

    /** What is neither a number nor a name stays as it is, and is refused with everything else that is wrong. */
    @CheckForNull
    private String typeNumber() {
        if (taskTypeId == null) {
            return null;
        }
        OptionalLong number = TriggerTaskType.parse(taskTypeId);
        return number.isPresent() ? Long.toString(number.getAsLong()) : taskTypeId;
    }

    /** What Jenkins knows of this structure. */
    @Extension
    public static final class DescriptorImpl extends Descriptor<TriggerTaskBaseAttribute> implements StrictArguments {

        @Override
        public String getDisplayName() {
            return Messages.TriggerTaskBaseAttribute_DisplayName();
        }

        @POST
        public ComboBoxModel doFillWorkflowIdItems(
                @AncestorInPath Item item,
                @RelativePath("..") @QueryParameter String connection,
                @RelativePath("..") @QueryParameter String projectId,
                @RelativePath("..") @QueryParameter String credentialsId,
                @RelativePath("..") @QueryParameter String region,
                @RelativePath("..") @QueryParameter String site) {
            return LiveChoices.triggerWorkflows(
                    new FormPlace(item, connection, projectId, credentialsId, region, site));
        }

        @POST
        public ComboBoxModel doFillTaskTypeIdItems(@AncestorInPath Item item) {
            return FieldCheck.mayConfigure(item)
                    ? new ComboBoxModel(Arrays.stream(TriggerTaskType.values())
                            .map(TriggerTaskType::name)
                            .toList())
                    : new ComboBoxModel();
        }

        @POST
        public FormValidation doCheckTaskName(@AncestorInPath Item item, @QueryParameter String value) {
            return TriggerTaskTrial.check(item, "taskName", new TriggerTaskBaseAttribute(value, null, null));
        }

        @POST
        public FormValidation doCheckTaskTypeId(@AncestorInPath Item item, @QueryParameter String value) {
            return TriggerTaskTrial.check(item, "taskTypeId", new TriggerTaskBaseAttribute(null, value, null));
        }

        @POST
        public FormValidation doCheckWorkflowId(@AncestorInPath Item item, @QueryParameter String value) {
            return TriggerTaskTrial.check(item, "workflowId", new TriggerTaskBaseAttribute(null, null, value));
        }
    }
}
