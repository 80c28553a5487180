package io.jenkins.plugins.wedata.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import io.jenkins.plugins.wedata.operation.CreateTriggerTaskOperation;
import io.jenkins.plugins.wedata.operation.NewTriggerTask;
import io.jenkins.plugins.wedata.operation.Operation;
import java.io.IOException;
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * {@code wedataCreateTriggerTask}: makes a task in a trigger workflow, once. Its structures are CreateTriggerTask's, in
 * camelCase. The result holds {@code taskId}, {@code created} and {@code requestId}.
 */
public final class CreateTriggerTaskStep extends CreationStep {

    private static final long serialVersionUID = 1L;

    private static final String FUNCTION_NAME = "wedataCreateTriggerTask";

    private final TriggerTaskBaseAttribute baseAttribute;
    private TriggerTaskConfiguration configuration;
    private TriggerTaskSchedulerConfiguration schedulerConfiguration;

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
        return new CreateTriggerTaskOperation(task, ifExists(input), onUnknown(input));
    }

    /** What Jenkins knows of this step. */
    @Extension
    public static final class DescriptorImpl extends CreationForm {

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

        @Override
        CreationStep trial() {
            return new CreateTriggerTaskStep(null);
        }
    }
}
