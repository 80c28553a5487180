package io.jenkins.plugins.wedata.rehearsal.engine;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.File;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a block hands down to the steps in it.
 *
 * @param branch the innermost parallel branch; null outside of any
 * @param directory the current directory of the workspace; null outside of a node
 * @param variables environment variables set by blocks around
 * @param mask hides what must not be told
 * @param stamped whether each line that is told begins with the time
 * @param secretNames the variables that hold secrets
 * @param warnings what steps say of the innermost stage
 */
record Scope(
        @CheckForNull String branch,
        @CheckForNull Workspace directory,
        Map<String, String> variables,
        Mask mask,
        boolean stamped,
        Set<String> secretNames,
        StageWarnings warnings) {

    private static final Pattern LINE_BEGIN = Pattern.compile("(?m)^");
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

    /** The scope of a program that begins. */
    static Scope outermost() {
        return new Scope(null, null, Map.of(), Mask.NONE, false, Set.of(), StageWarnings.ofPipeline());
    }

    Scope inStage() {
        return new Scope(branch, directory, variables, mask, stamped, secretNames, warnings.ofStageWithin());
    }

    Scope inBranch(String name) {
        return new Scope(mask.hide(name), directory, variables, mask, stamped, secretNames, warnings);
    }

    Scope in(Workspace workspace) {
        return new Scope(branch, workspace, variables, mask, stamped, secretNames, warnings);
    }

    Scope hiding(Map<String, String> secrets) {
        Set<String> names = new LinkedHashSet<>(secretNames);
        names.addAll(secrets.keySet());
        return new Scope(
                branch,
                directory,
                variables,
                mask.and(secrets.values()),
                stamped,
                Collections.unmodifiableSet(names),
                warnings);
    }

    Scope stampedWithTheTime() {
        return new Scope(branch, directory, variables, mask, true, secretNames, warnings);
    }

    /** A text as it may be told. */
    String told(String text, Instant now) {
        String shown = mask.hide(text);
        return stamped ? LINE_BEGIN.matcher(shown).replaceAll("[" + STAMP.format(now) + "] ") : shown;
    }

    /** A failure as it may be told. */
    Throwable hidden(Throwable failure) {
        return mask.hide(failure);
    }

    /**
     * Sets variables, as Jenkins does: {@code PATH+WHATEVER} puts its value before that of {@code PATH}, and an empty value
     * takes the variable away.
     */
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
        return new Scope(branch, directory, Map.copyOf(merged), mask, stamped, secretNames, warnings);
    }

    /** The current directory. */
    Optional<Workspace> workspace() {
        return Optional.ofNullable(directory);
    }
}
