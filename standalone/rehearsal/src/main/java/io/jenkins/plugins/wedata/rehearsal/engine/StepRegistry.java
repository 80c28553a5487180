package io.jenkins.plugins.wedata.rehearsal.engine;

import io.jenkins.plugins.wedata.environment.BuildEnvironment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;

/** The steps that a rehearsed Jenkinsfile may call: Pipeline's own that are played here, and a plugin's real ones. */
public final class StepRegistry {

    private final Map<String, StepDefinition> steps = new TreeMap<>();

    /**
     * Takes a plugin's steps beside Pipeline's own.
     *
     * @param descriptors each nested in its step's class
     * @param environments gives each call of a plugin's step what it may ask of the build
     */
    public StepRegistry(List<? extends StepDescriptor> descriptors, Function<StepRun, BuildEnvironment> environments) {
        PipelineSteps.all(environments).forEach(step -> steps.put(step.functionName(), step));
        for (StepDescriptor descriptor : descriptors) {
            PluginStep step = new PluginStep(descriptor, environments);
            steps.put(step.functionName(), step);
        }
    }

    Optional<StepDefinition> find(String functionName) {
        return Optional.ofNullable(steps.get(functionName));
    }

    /** Whether a function may be called: a step, or the symbol of what a step takes. */
    boolean knows(String functionName) {
        return steps.containsKey(functionName) || Symbols.contains(functionName);
    }

    /** Says why a function is none of these. */
    String refusal(String functionName) {
        if ("pipeline".equals(functionName)) {
            return "this is a Declarative Pipeline; only scripted Pipelines (node { stage(...) { ... } }) are rehearsed"
                    + " so far";
        }
        return functionName + " is not among the steps that are rehearsed: " + String.join(", ", steps.keySet());
    }
}
