package io.jenkins.plugins.wedata.rehearsal.declarative;

import java.util.List;
import java.util.Set;

/**
 * What {@code options} say.
 *
 * @param wrappers steps around everything that the options belong to, the outermost first
 * @param flags names of the options that are on
 */
public record OptionsModel(List<Wrapper> wrappers, Set<String> flags) {

    static final OptionsModel EMPTY = new OptionsModel(List.of(), Set.of());

    public boolean alwaysFailsFast() {
        return flags.contains(OptionsParser.FAIL_FAST);
    }

    public boolean skipsAfterUnstable() {
        return flags.contains(OptionsParser.SKIP_UNSTABLE);
    }

    /**
     * A step around others.
     *
     * @param step its function
     * @param arguments the code that gives its arguments, or null for none; evaluated once, before anything runs
     */
    public record Wrapper(String step, int arguments) {}
}
