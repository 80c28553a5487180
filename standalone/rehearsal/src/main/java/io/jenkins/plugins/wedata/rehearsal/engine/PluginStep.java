package io.jenkins.plugins.wedata.rehearsal.engine;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.environment.BuildEnvironment;
import io.jenkins.plugins.wedata.rehearsal.binding.DataBoundModel;
import java.util.Optional;
import java.util.function.Function;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** A real step of a plugin, played as Jenkins plays it: bound, started on the program's thread, ended by its context. */
final class PluginStep implements StepDefinition {

    private final String functionName;
    private final DataBoundModel<? extends Step> model;
    private final Function<StepRun, BuildEnvironment> environments;

    /**
     * Reads a step from its descriptor, which is nested in the step's class as is the custom.
     *
     * @param descriptor the step's
     * @param environments gives each call what it may ask of the build
     */
    PluginStep(StepDescriptor descriptor, Function<StepRun, BuildEnvironment> environments) {
        this.functionName = descriptor.getFunctionName();
        Class<?> type = descriptor.getClass().getEnclosingClass();
        if (type == null || !Step.class.isAssignableFrom(type)) {
            throw new IllegalArgumentException(descriptor.getClass() + " is not nested in its step");
        }
        this.model = DataBoundModel.of(type.asSubclass(Step.class));
        this.environments = environments;
    }

    @Override
    public String functionName() {
        return functionName;
    }

    @Override
    public Optional<DataBoundModel<?>> parameters() {
        return Optional.of(model);
    }

    @Override
    public Arguments arguments(Object packed) {
        return Arguments.parse(packed, false, model);
    }

    @Override
    public Activity bind(Arguments arguments) {
        return new Execution(model.instantiate(arguments.named()));
    }

    private final class Execution implements Activity {

        private final Step step;

        @CheckForNull
        private StepExecution execution;

        private Execution(Step step) {
            this.step = step;
        }

        @Override
        public void start(StepRun run) throws Exception {
            execution = step.start(new RehearsalStepContext(run, environments.apply(run)));
            boolean ended = execution.start();
            if (ended && !run.isEnded()) {
                run.fail(new AssertionError("Step " + functionName + " claimed to have ended synchronously, but didn't"
                        + " set the result via StepContext.onSuccess/onFailure"));
            }
        }

        @Override
        public void stop(StepRun run, Throwable cause) throws Exception {
            if (execution == null) {
                run.fail(cause);
            } else {
                execution.stop(cause);
            }
        }
    }
}
