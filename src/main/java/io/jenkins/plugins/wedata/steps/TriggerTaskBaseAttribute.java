package io.jenkins.plugins.wedata.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.model.Describable;
import hudson.model.Descriptor;
import io.jenkins.plugins.wedata.api.CreateTriggerTaskBaseAttribute;
import io.jenkins.plugins.wedata.api.TriggerTaskType;
import java.io.Serializable;
import java.util.OptionalLong;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

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
        this.workflowId = workflowId;
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
     * @return as given
     */
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
        this.ownerUin = ownerUin;
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
        this.taskDescription = taskDescription;
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
        this.taskFolderPath = taskFolderPath;
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
    }
}
