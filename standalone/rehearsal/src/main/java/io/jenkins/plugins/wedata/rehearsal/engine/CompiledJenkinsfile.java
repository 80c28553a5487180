package io.jenkins.plugins.wedata.rehearsal.engine;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.rehearsal.declarative.DeclarativePipeline;
import io.jenkins.plugins.wedata.rehearsal.declarative.ParameterDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A Jenkinsfile that can be run.
 *
 * @param script what runs
 * @param declarative its {@code pipeline} block; null when it is a scripted file
 */
record CompiledJenkinsfile(
        RehearsalScript script, @CheckForNull DeclarativePipeline declarative) {

    /**
     * The parameters of a build. A scripted file declares none: it gets what is given.
     *
     * @param given by the user
     * @throws RefusedException when a value is given that the file doesn't take
     */
    Map<String, Object> parameters(Map<String, String> given) {
        if (declarative == null) {
            return new LinkedHashMap<>(given);
        }
        List<Refusal> refusals = new ArrayList<>();
        Map<String, Object> values = new LinkedHashMap<>();
        Set<String> unknown = new TreeSet<>(given.keySet());
        for (ParameterDefinition parameter : declarative.parameters()) {
            unknown.remove(parameter.name());
            try {
                String value = given.get(parameter.name());
                values.put(parameter.name(), value == null ? parameter.defaultValue() : parameter.value(value));
            } catch (IllegalArgumentException e) {
                refusals.add(new Refusal(0, e.getMessage()));
            }
        }
        for (String name : unknown) {
            List<String> declared = declarative.parameters().stream()
                    .map(ParameterDefinition::name)
                    .toList();
            refusals.add(new Refusal(
                    0,
                    "the file declares no parameter " + name + "; it declares "
                            + (declared.isEmpty() ? "none" : String.join(", ", declared))));
        }
        if (!refusals.isEmpty()) {
            throw new RefusedException(refusals);
        }
        return values;
    }

    /** The names of the parameters whose values nobody is to read. */
    Set<String> secretParameters() {
        return declarative == null
                ? Set.of()
                : declarative.parameters().stream()
                        .filter(ParameterDefinition::isSecret)
                        .map(ParameterDefinition::name)
                        .collect(Collectors.toSet());
    }
}
