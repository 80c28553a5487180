package io.jenkins.plugins.wedata.rehearsal.engine;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import groovy.lang.GString;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds secrets that a Groovy string carries into a step's arguments, as Jenkins' {@code DSL} does. */
final class InterpolatedSecrets {

    private final Set<String> names;
    private final Map<String, String> variables;

    /**
     * Knows the secrets.
     *
     * @param names the variables that hold them
     * @param variables all variables that the step sees
     */
    InterpolatedSecrets(Set<String> names, Map<String, String> variables) {
        this.names = names;
        this.variables = variables;
    }

    /**
     * Warns of a call.
     *
     * @param step its name
     * @param arguments as Groovy hands them over
     * @return Jenkins' words; empty when no secret was found
     */
    Optional<String> warning(String step, @CheckForNull Object arguments) {
        if (names.isEmpty()) {
            return Optional.empty();
        }
        Set<String> interpolated = new HashSet<>();
        collect(arguments, interpolated);
        List<String> used = names.stream()
                .filter(name -> isUsed(variables.getOrDefault(name, ""), interpolated))
                .toList();
        return used.isEmpty() ? Optional.empty() : Optional.of(told(step, used));
    }

    private static String told(String step, List<String> used) {
        return String.join(
                "\n",
                "Warning: A secret was passed to \"" + step
                        + "\" using Groovy String interpolation, which is insecure.",
                "\t\t Affected argument(s) used the following variable(s): " + used,
                "\t\t See https://jenkins.io/redirect/groovy-string-interpolation for details.");
    }

    private static boolean isUsed(String secret, Set<String> interpolated) {
        return !secret.isEmpty() && interpolated.stream().anyMatch(text -> text.contains(secret));
    }

    private static void collect(@CheckForNull Object value, Set<String> interpolated) {
        if (value instanceof GString text) {
            interpolated.add(text.toString());
        } else if (value instanceof Map<?, ?> map) {
            map.keySet().forEach(key -> collect(key, interpolated));
            map.values().forEach(entry -> collect(entry, interpolated));
        } else if (value instanceof Collection<?> items) {
            items.forEach(item -> collect(item, interpolated));
        } else if (value instanceof Object[] items) {
            for (Object item : items) {
                collect(item, interpolated);
            }
        }
    }
}
