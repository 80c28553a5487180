package io.jenkins.plugins.wedata.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.model.Item;
import hudson.util.FormValidation;
import io.jenkins.plugins.wedata.definition.Syntax;
import io.jenkins.plugins.wedata.operation.CreateIntegrationTaskOperation;
import io.jenkins.plugins.wedata.operation.NewIntegrationTask;
import io.jenkins.plugins.wedata.operation.Operation;
import java.io.IOException;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/**
 * {@code wedataCreateIntegrationTask}: makes an integration task from its definition, once. The definition is JSON or YAML
 * and holds WeData's own names, as copied from its API's pages or from what WeData answers. The result holds
 * {@code taskId}, {@code created} and {@code requestId}.
 */
public final class CreateIntegrationTaskStep extends CreationStep {

    private static final long serialVersionUID = 1L;

    private static final String FUNCTION_NAME = "wedataCreateIntegrationTask";

    private String taskInfo;
    private String file;

    /** Everything is set. */
    @DataBoundConstructor
    public CreateIntegrationTaskStep() {}

    /**
     * The task's definition, in JSON or YAML.
     *
     * @return null when none was given
     */
    @CheckForNull
    public String getTaskInfo() {
        return taskInfo;
    }

    @DataBoundSetter
    public void setTaskInfo(@CheckForNull String taskInfo) {
        this.taskInfo = FormText.orNull(taskInfo);
    }

    /**
     * A file of the workspace that holds the task's definition, in UTF-8; its name ends in {@code .json}, {@code .yaml} or
     * {@code .yml}.
     *
     * @return null when none was given
     */
    @CheckForNull
    public String getFile() {
        return file;
    }

    @DataBoundSetter
    public void setFile(@CheckForNull String file) {
        this.file = FormText.orNull(file);
    }

    @Override
    String functionName() {
        return FUNCTION_NAME;
    }

    @Override
    Operation operation(StepInput input) throws IOException, InterruptedException {
        NewIntegrationTask task =
                new TaskInfoInput(input, input.projectId()).read(taskInfo, input.expanded("file", file));
        return new CreateIntegrationTaskOperation(task, ifExists(input), onUnknown(input));
    }

    /** What Jenkins knows of this step. */
    @Extension
    public static final class DescriptorImpl extends CreationForm {

        private static final int LONGEST_CHECKED = 1 << 20;

        @Override
        public String getFunctionName() {
            return FUNCTION_NAME;
        }

        @Override
        public String getDisplayName() {
            return Messages.CreateIntegrationTaskStep_DisplayName();
        }

        @Override
        CreationStep trial() {
            return new CreateIntegrationTaskStep();
        }

        /**
         * Reads the definition as a build does; one that is very long is left to the build.
         *
         * @param item the place
         * @param value the definition
         * @param file the path that stands beside it
         * @return what is wrong, with line and column
         */
        @POST
        public FormValidation doCheckTaskInfo(
                @AncestorInPath Item item, @QueryParameter String value, @QueryParameter String file) {
            if (value.length() > LONGEST_CHECKED || value.isEmpty() && FormText.orNull(file) != null) {
                return FormValidation.ok();
            }
            CreateIntegrationTaskStep tried = new CreateIntegrationTaskStep();
            tried.setTaskInfo(value);
            return FieldCheck.ofDocument(item, "taskInfo", tried);
        }

        /**
         * Checks the path; whether such a file is there, only the build can know.
         *
         * @param item the place
         * @param value the path
         * @param taskInfo the definition that stands beside it
         * @return what is wrong
         */
        @POST
        public FormValidation doCheckFile(
                @AncestorInPath Item item, @QueryParameter String value, @QueryParameter String taskInfo) {
            if (FormText.orNull(taskInfo) == null && Syntax.ofFile(value).isPresent()) {
                return FormValidation.ok();
            }
            CreateIntegrationTaskStep tried = new CreateIntegrationTaskStep();
            tried.setTaskInfo(taskInfo);
            tried.setFile(value);
            return FieldCheck.of(item, "file", tried);
        }
    }
}
