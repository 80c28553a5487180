package io.jenkins.plugins.wedata.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.wedata.operation.CreateTriggerTaskOperation;
import io.jenkins.plugins.wedata.operation.IfExists;
import io.jenkins.plugins.wedata.operation.NewTriggerTask;
import io.jenkins.plugins.wedata.operation.OnUnknown;
import io.jenkins.plugins.wedata.operation.Operation;
import java.io.IOException;
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/**
 * {@code wedataCreateTriggerTask}: makes a task in a trigger workflow, once. Its structures are CreateTriggerTask's, in
 * camelCase. The result holds {@code taskId}, {@code created} and {@code requestId}.
 */
public final class CreateTriggerTaskStep extends WeDataStep {

    private static final long serialVersionUID = 1L;

    private static final String FUNCTION_NAME = "wedataCreateTriggerTask";

    private final TriggerTaskBaseAttribute baseAttribute;
    private TriggerTaskConfiguration configuration;
    private TriggerTaskSchedulerConfiguration schedulerConfiguration;
    private String ifExists;
    private String onUnknown;

    /**
     * Takes what is required; the rest is set.
     *
     * @param baseAttribute what the task is
     */
    @DataBoundConstructor
    public CreateTriggerTaskStep(TriggerTaskBaseAttribute baseAttribute) {
        this.baseAttribute = baseAttribute;
    }

    /**
     * What the task is.
     *
     * @return as given
     */
    public TriggerTaskBaseAttribute getBaseAttribute() {
        return baseAttribute;
    }

    /**
     * What the task runs, and where.
     *
     * @return null when none was given
     */
    @CheckForNull
    public TriggerTaskConfiguration getConfiguration() {
        return configuration;
    }

    @DataBoundSetter
    public void setConfiguration(@CheckForNull TriggerTaskConfiguration configuration) {
        this.configuration = configuration == null || configuration.isEmpty() ? null : configuration;
    }

    /**
     * When the task runs.
     *
     * @return null when none was given
     */
    @CheckForNull
    public TriggerTaskSchedulerConfiguration getSchedulerConfiguration() {
        return schedulerConfiguration;
    }

    @DataBoundSetter
    public void setSchedulerConfiguration(@CheckForNull TriggerTaskSchedulerConfiguration schedulerConfiguration) {
        this.schedulerConfiguration =
                schedulerConfiguration == null || schedulerConfiguration.isEmpty() ? null : schedulerConfiguration;
    }

    /**
     * What to do when a task of that name is there: {@code FAIL} (default), {@code REUSE} or {@code UPDATE}.
     *
     * @return null when none was given
     */
    @CheckForNull
    public String getIfExists() {
        return ifExists;
    }

    @DataBoundSetter
    public void setIfExists(@CheckForNull String ifExists) {
        this.ifExists = FormText.orNull(ifExists);
    }

    /**
     * What to do when the creation was not answered and has not appeared: {@code FAIL} (default) or {@code RESEND}.
     *
     * @return null when none was given
     */
    @CheckForNull
    public String getOnUnknown() {
        return onUnknown;
    }

    @DataBoundSetter
    public void setOnUnknown(@CheckForNull String onUnknown) {
        this.onUnknown = FormText.orNull(onUnknown);
    }

    @Override
    String functionName() {
        return FUNCTION_NAME;
    }

    @Override
    Operation operation(StepInput input) throws IOException, InterruptedException {
        TriggerTaskBaseAttribute what =
                baseAttribute == null ? new TriggerTaskBaseAttribute(null, null, null) : baseAttribute;
        TriggerTaskConfiguration runs = configuration == null ? new TriggerTaskConfiguration() : configuration;
        TriggerTaskSchedulerConfiguration schedule =
                schedulerConfiguration == null ? new TriggerTaskSchedulerConfiguration() : schedulerConfiguration;
        NewTriggerTask task = new NewTriggerTask(
                input.projectId(),
                what.toWire("baseAttribute", input),
                runs.toWire("configuration", input),
                input.textOrFile(
                        "configuration.code",
                        runs.getCode(),
                        "configuration.codeFile",
                        input.expanded("configuration.codeFile", runs.getCodeFile())),
                schedule.toWire("schedulerConfiguration", input));
        return new CreateTriggerTaskOperation(
                task,
                input.choice("ifExists", ifExists, IfExists.FAIL),
                input.choice("onUnknown", onUnknown, OnUnknown.FAIL));
    }

    /** What Jenkins knows of this step. */
    @Extension
    public static final class DescriptorImpl extends WeDataStepDescriptor {

        @Override
        public String getFunctionName() {
            return FUNCTION_NAME;
        }

        @Override
        public String getDisplayName() {
            return Messages.CreateTriggerTaskStep_DisplayName();
        }

        /**
         * Has a snippet name its parameters. Of one that holds nothing but the required structure, Jenkins would leave the
         * name out, and take the structure's fields for the step's when it runs.
         */
        @NonNull
        @Override
        public UninstantiatedDescribable customUninstantiate(@NonNull UninstantiatedDescribable described) {
            return new UninstantiatedDescribable(described.getArguments());
        }

        @POST
        public ListBoxModel doFillIfExistsItems(@AncestorInPath Item item, @QueryParameter String ifExists) {
            return NamedChoices.ifExists(item, ifExists);
        }

        @POST
        public FormValidation doCheckIfExists(@AncestorInPath Item item, @QueryParameter String value) {
            CreateTriggerTaskStep tried = new CreateTriggerTaskStep(null);
            tried.setIfExists(value);
            return FieldCheck.of(item, "ifExists", tried);
        }

        @POST
        public ListBoxModel doFillOnUnknownItems(@AncestorInPath Item item, @QueryParameter String onUnknown) {
            return NamedChoices.onUnknown(item, onUnknown);
        }

        @POST
        public FormValidation doCheckOnUnknown(@AncestorInPath Item item, @QueryParameter String value) {
            CreateTriggerTaskStep tried = new CreateTriggerTaskStep(null);
            tried.setOnUnknown(value);
            return FieldCheck.of(item, "onUnknown", tried);
        }
    }
}
