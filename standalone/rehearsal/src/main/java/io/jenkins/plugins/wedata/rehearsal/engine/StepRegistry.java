package io.jenkins.plugins.wedata.rehearsal.engine;

import io.jenkins.plugins.wedata.environment.BuildEnvironment;
import io.jenkins.plugins.wedata.rehearsal.binding.DataBoundModel;
import io.jenkins.plugins.wedata.rehearsal.declarative.StepCatalog;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;

/** The steps that a rehearsed Jenkinsfile may call: Pipeline's own that are played here, and a plugin's real ones. */
public final class StepRegistry implements StepCatalog {

    /** Called by the interpreter of Declarative Pipelines alone. */
    private static final String HIDDEN = "getContext";

    private static final Set<String> NO_OPTIONS = Set.of("dir", "node", "parallel", "script", "stage");

    private final Function<StepRun, BuildEnvironment> environments;
    private final Map<String, StepDefinition> steps = new TreeMap<>();

    /**
     * Takes a plugin's steps beside Pipeline's own.
     *
     * @param descriptors each nested in its step's class
     * @param environments gives each call of a plugin's step what it may ask of the build
     */
    public StepRegistry(List<? extends StepDescriptor> descriptors, Function<StepRun, BuildEnvironment> environments) {
        this.environments = environments;
        PipelineSteps.all(environments).forEach(step -> steps.put(step.functionName(), step));
        steps.put("script", BuiltInStep.block("script", DeclarativeSteps.ScriptStep.class));
        steps.put(HIDDEN, BuiltInStep.plain(HIDDEN, DeclarativeSteps.GetContextStep.class));
        for (StepDescriptor descriptor : descriptors) {
            PluginStep step = new PluginStep(descriptor, environments);
            steps.put(step.functionName(), step);
        }
    }

    /** What a call of a step may ask of the build. */
    BuildEnvironment environment(StepRun run) {
        return environments.apply(run);
    }

    Optional<StepDefinition> find(String functionName) {
        return Optional.ofNullable(steps.get(functionName));
    }

    /** Whether a function may be called: a step, or the symbol of what a step takes. */
    boolean knows(String functionName) {
        return steps.containsKey(functionName) || Symbols.contains(functionName);
    }

    @Override
    public Optional<DataBoundModel<?>> parameters(String step) {
        return find(step).flatMap(StepDefinition::parameters);
    }

    @Override
    public Set<String> wrappers() {
        return steps.values().stream()
                .filter(step -> step.takesBody() && !NO_OPTIONS.contains(step.functionName()))
                .map(StepDefinition::functionName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Says why a function is none of these. */
    String refusal(String functionName) {
        if ("pipeline".equals(functionName)) {
            return "pipeline block must be at the top-level, not within another block.";
        }
        return functionName + " is not among the steps that are rehearsed: "
                + steps.keySet().stream().filter(name -> !HIDDEN.equals(name)).collect(Collectors.joining(", "));
    }
}
