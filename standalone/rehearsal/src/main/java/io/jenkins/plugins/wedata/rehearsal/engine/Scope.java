package io.jenkins.plugins.wedata.rehearsal.engine;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.File;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a block hands down to the steps in it.
 *
 * @param branch the innermost parallel branch; null outside of any
 * @param directory the current directory of the workspace; null outside of a node
 * @param variables environment variables set by blocks around
 */
record Scope(@CheckForNull String branch, @CheckForNull Workspace directory, Map<String, String> variables) {

    static final Scope OUTERMOST = new Scope(null, null, Map.of());

    Scope inBranch(String name) {
        return new Scope(name, directory, variables);
    }

    Scope in(Workspace workspace) {
        return new Scope(branch, workspace, variables);
    }

    /** Sets variables; {@code PATH+WHATEVER} puts its value before that of {@code PATH}, as in Jenkins. */
    Scope with(Map<String, String> overrides, Map<String, String> outer) {
        Map<String, String> merged = new LinkedHashMap<>(variables);
        overrides.forEach((name, value) -> {
            int plus = name.indexOf('+');
            if (plus > 0) {
                String base = name.substring(0, plus);
                String old = merged.containsKey(base) ? merged.get(base) : outer.get(base);
                merged.put(base, old == null ? value : value + File.pathSeparator + old);
            } else {
                merged.put(name, value);
            }
        });
        return new Scope(branch, directory, Map.copyOf(merged));
    }

    /** The current directory. */
    Optional<Workspace> workspace() {
        return Optional.ofNullable(directory);
    }
}
