package io.jenkins.plugins.wedata.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import io.jenkins.plugins.wedata.operation.CreateTaskOperation;
import io.jenkins.plugins.wedata.operation.NewTask;
import io.jenkins.plugins.wedata.operation.Operation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * {@code wedataCreateTask}: makes a task in a WeData workflow, once. With code - in the step or in a workspace file - it is
 * made by CreateTaskNew, since CreateTask has no place for it and is deprecated in its favour. The result holds
 * {@code taskId}, {@code created} and {@code requestId}.
 */
public final class CreateTaskStep extends CreationStep {

    private static final long serialVersionUID = 1L;

    private static final String FUNCTION_NAME = "wedataCreateTask";

    private final String workflowId;
    private final String taskName;
    private final String taskType;
    private String content;
    private String contentFile;
    private ArrayList<TaskExt> ext;
    private String productName;
    private String instanceInitStrategy;
    private Double leftCoordinate;
    private Double topCoordinate;
    private String taskFolderId;
    private String codeTemplateId;

    /**
     * Takes what is required; the rest is set.
     *
     * @param workflowId the id of the workflow that the task belongs to
     * @param taskName the task's name
     * @param taskType the task's type, as WeData's number or as a name: {@code 35} or {@code SHELL}
     */
    @DataBoundConstructor
    public CreateTaskStep(String workflowId, String taskName, String taskType) {
        this.workflowId = FormText.id(workflowId);
        this.taskName = taskName;
        this.taskType = taskType;
    }

    /**
     * The id of the workflow that the task belongs to.
     *
     * @return as given
     */
    public String getWorkflowId() {
        return workflowId;
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
    public String getTaskType() {
        return taskType;
    }

    /**
     * The task's code, as people write it.
     *
     * @return null when none was given
     */
    @CheckForNull
    public String getContent() {
        return content;
    }

    @DataBoundSetter
    public void setContent(@CheckForNull String content) {
        this.content = content;
    }

    /**
     * A file of the workspace that holds the task's code, in UTF-8.
     *
     * @return null when none was given
     */
    @CheckForNull
    public String getContentFile() {
        return contentFile;
    }

    @DataBoundSetter
    public void setContentFile(@CheckForNull String contentFile) {
        this.contentFile = FormText.orNull(contentFile);
    }

    /**
     * Free extras, as keys and values.
     *
     * @return null when none was given
     */
    @CheckForNull
    public List<TaskExt> getExt() {
        return ext;
    }

    @DataBoundSetter
    public void setExt(@CheckForNull List<TaskExt> ext) {
        this.ext = FormText.orNull(ext);
    }

    /**
     * The product that owns the task; needs code.
     *
     * @return null when none was given
     */
    @CheckForNull
    public String getProductName() {
        return productName;
    }

    @DataBoundSetter
    public void setProductName(@CheckForNull String productName) {
        this.productName = FormText.orNull(productName);
    }

    /**
     * When the first instances are made, such as {@code T+1}; needs code.
     *
     * @return null when none was given
     */
    @CheckForNull
    public String getInstanceInitStrategy() {
        return instanceInitStrategy;
    }

    @DataBoundSetter
    public void setInstanceInitStrategy(@CheckForNull String instanceInitStrategy) {
        this.instanceInitStrategy = FormText.orNull(instanceInitStrategy);
    }

    /**
     * Where the task stands on the workflow's canvas, from the left; needs code.
     *
     * @return null when none was given
     */
    @CheckForNull
    public Double getLeftCoordinate() {
        return leftCoordinate;
    }

    @DataBoundSetter
    public void setLeftCoordinate(@CheckForNull Double leftCoordinate) {
        this.leftCoordinate = leftCoordinate;
    }

    /**
     * Where the task stands on the workflow's canvas, from the top; needs code.
     *
     * @return null when none was given
     */
    @CheckForNull
    public Double getTopCoordinate() {
        return topCoordinate;
    }

    @DataBoundSetter
    public void setTopCoordinate(@CheckForNull Double topCoordinate) {
        this.topCoordinate = topCoordinate;
    }

    /**
     * The id of the task's folder; needs code.
     *
     * @return null when none was given
     */
    @CheckForNull
    public String getTaskFolderId() {
        return taskFolderId;
    }

    @DataBoundSetter
    public void setTaskFolderId(@CheckForNull String taskFolderId) {
        this.taskFolderId = FormText.orNull(taskFolderId);
    }

    /**
     * The id of a code template; needs code.
     *
     * @return null when none was given
     */
    @CheckForNull
    public String getCodeTemplateId() {
        return codeTemplateId;
    }

    @DataBoundSetter
    public void setCodeTemplateId(@CheckForNull String codeTemplateId) {
        this.codeTemplateId = FormText.orNull(codeTemplateId);
    }

    @Override
    String functionName() {
        return FUNCTION_NAME;
    }

    @Override
    Operation operation(StepInput input) throws IOException, InterruptedException {
        NewTask task = new NewTask(
                input.projectId(),
                input.expanded("workflowId", workflowId),
                input.expanded("taskName", taskName),
                input.taskType(taskType),
                input.textOrFile("content", content, "contentFile", input.expanded("contentFile", contentFile)),
                Structures.each(ext, TaskExt::toWire),
                input.expanded("productName", productName),
                instanceInitStrategy,
                leftCoordinate,
                topCoordinate,
                input.expanded("taskFolderId", taskFolderId),
                input.expanded("codeTemplateId", codeTemplateId));
        return new CreateTaskOperation(task, ifExists(input), onUnknown(input));
    }

    /** What Jenkins knows of this step. */
    @Extension
    public static final class DescriptorImpl extends CreateTaskForm {

        @Override
        public String getFunctionName() {
            return FUNCTION_NAME;
        }

        @Override
        public String getDisplayName() {
            return Messages.CreateTaskStep_DisplayName();
        }

        @Override
        CreationStep trial() {
            return new CreateTaskStep(null, null, null);
        }
    }
}
