package io.jenkins.plugins.wedata.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.api.Joined;
import io.jenkins.plugins.wedata.api.Problems;
import java.util.List;
import java.util.Locale;

/** Reads the names of enums' constants. */
final class Choices {

    private Choices() {}

    /** One of an enum's names, in any case; the first when nothing was given or what was given is wrong. */
    static <E extends Enum<E>> E of(Problems problems, String field, @CheckForNull String name, Class<E> choices) {
        return of(problems, field, name, List.of(choices.getEnumConstants()));
    }

    /** The same of some of them. */
    static <E extends Enum<E>> E of(Problems problems, String field, @CheckForNull String name, List<E> allowed) {
        E byDefault = allowed.get(0);
        if (name == null) {
            return byDefault;
        }
        String wanted = name.strip().toUpperCase(Locale.ROOT);
        return allowed.stream()
                .filter(choice -> choice.name().equals(wanted))
                .findFirst()
                .orElseGet(() -> {
                    problems.add(
                            field,
                            name,
                            Messages._Choices_OneOf(Joined.values(
                                    allowed.stream().map(Enum::name).toList())));
                    return byDefault;
                });
    }
}
