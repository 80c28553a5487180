package io.jenkins.plugins.wedata.rehearsal.engine;

import io.jenkins.plugins.wedata.rehearsal.binding.Described;
import io.jenkins.plugins.wedata.rehearsal.binding.Implementations;
import io.jenkins.plugins.wedata.rehearsal.declarative.ParameterDefinition;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Functions that are no steps but describe what a step takes, as in {@code withCredentials([string(...)])}. They are
 * called at once and give {@link Described}.
 */
final class Symbols {

    /** What {@code checkout} takes; it is not looked into. */
    private static final String GIT = "scmGit";

    private static final Set<String> NAMES = Stream.concat(
                    Stream.of(GIT),
                    Stream.of(CredentialBinding.class, ParameterDefinition.class)
                            .flatMap(type -> Implementations.symbols(type).stream()))
            .collect(Collectors.toUnmodifiableSet());

    private Symbols() {}

    static boolean contains(String functionName) {
        return NAMES.contains(functionName);
    }

    /**
     * Calls one.
     *
     * @param symbol one of these
     * @param packed the arguments as Groovy hands them over
     * @throws IllegalArgumentException when they are not named
     */
    static Described call(String symbol, Object packed) {
        return new Described(symbol, Arguments.parseNamed(packed).named());
    }
}
