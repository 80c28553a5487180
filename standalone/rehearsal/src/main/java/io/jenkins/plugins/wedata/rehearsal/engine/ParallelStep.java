package io.jenkins.plugins.wedata.rehearsal.engine;

import groovy.lang.Closure;
import java.util.LinkedHashMap;
import java.util.Map;

/** Runs branches side by side. Its arguments are the branches by name, and {@code failFast}. */
final class ParallelStep implements StepDefinition {

    private static final String FAIL_FAST = "failFast";

    @Override
    public String functionName() {
        return "parallel";
    }

    @Override
    public boolean isBlock() {
        return true;
    }

    @Override
    public Arguments arguments(Object packed) {
        return Arguments.parseNamed(packed);
    }

    @Override
    public Activity bind(Arguments arguments) {
        boolean failFast = false;
        Map<String, Closure<?>> branches = new LinkedHashMap<>();
        for (Map.Entry<String, Object> argument : arguments.named().entrySet()) {
            if (argument.getValue() instanceof Closure<?> branch) {
                branches.put(argument.getKey(), branch);
            } else if (FAIL_FAST.equals(argument.getKey()) && argument.getValue() instanceof Boolean wanted) {
                failFast = wanted;
            } else {
                throw new IllegalArgumentException(
                        "Expected a closure or failFast but found " + argument.getKey() + "=" + argument.getValue());
            }
        }
        return new ParallelBranches(branches, failFast);
    }
}
