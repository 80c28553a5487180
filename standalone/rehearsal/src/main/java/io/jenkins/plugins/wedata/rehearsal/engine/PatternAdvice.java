package io.jenkins.plugins.wedata.rehearsal.engine;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Says why an Ant pattern matches nothing, in the words and by the rules of Jenkins' {@code validateAntFileMask}. */
final class PatternAdvice {

    private final List<String> names;
    private final boolean caseSensitive;

    /**
     * Knows what there is.
     *
     * @param files all files, with {@code /} between names
     * @param caseSensitive whether {@code A} is another name than {@code a}
     */
    PatternAdvice(Collection<String> files, boolean caseSensitive) {
        Set<String> all = new TreeSet<>(files);
        for (String file : files) {
            for (int slash = file.indexOf('/'); slash >= 0; slash = file.indexOf('/', slash + 1)) {
                all.add(file.substring(0, slash));
            }
        }
        this.names = List.copyOf(all);
        this.caseSensitive = caseSensitive;
    }

    /** Says it of the first pattern that matches nothing. */
    Optional<String> about(String patterns) {
        return Arrays.stream(patterns.split(","))
                .map(String::strip)
                .filter(pattern -> !pattern.isEmpty() && !matches(pattern))
                .findFirst()
                .map(this::aboutOne);
    }

    private boolean matches(String pattern) {
        return !matching(pattern, caseSensitive).isEmpty();
    }

    private List<String> matching(String pattern, boolean exactCase) {
        return FilePatterns.of(pattern, null, false, exactCase).of(names);
    }

    private String aboutOne(String pattern) {
        String quoted = "‘" + pattern + "’ doesn’t match anything";
        if (caseSensitive && !matching(pattern, false).isEmpty()) {
            return quoted
                    + " because it is treated case sensitively. You can deactivate case sensitivity to get matches";
        }
        if (pattern.contains(" ") && Arrays.stream(pattern.split("\\s+")).allMatch(this::matches)) {
            return "Whitespace can no longer be used as the separator. Please Use ‘,’ as the separator instead.";
        }
        return withoutLeadingPart(pattern)
                .or(() -> withLeadingPart(pattern))
                .map(better -> quoted + ", but ‘" + better + "’ does. Perhaps that’s what you mean?")
                .orElseGet(() -> aboutItsBegin(pattern, quoted));
    }

    private Optional<String> withoutLeadingPart(String pattern) {
        for (String rest = pattern; rest.indexOf('/') >= 0; ) {
            rest = rest.substring(rest.indexOf('/') + 1);
            if (matches(rest)) {
                return Optional.of(rest);
            }
        }
        return Optional.empty();
    }

    private Optional<String> withLeadingPart(String pattern) {
        return matching("**/" + pattern, caseSensitive).stream()
                .sorted(Comparator.comparingInt(String::length))
                .flatMap(name -> leadingParts(name).stream())
                .map(prefix -> prefix + pattern)
                .filter(this::matches)
                .findFirst();
    }

    private static List<String> leadingParts(String name) {
        return IntStream.range(0, name.length())
                .filter(i -> name.charAt(i) == '/')
                .mapToObj(i -> name.substring(0, i + 1))
                .toList();
    }

    /** Jenkins cuts a pattern at its first separator, whatever stands behind. */
    private String aboutItsBegin(String pattern, String quoted) {
        int slash = pattern.indexOf('/');
        if (slash < 0) {
            return quoted;
        }
        String begin = pattern.substring(0, slash);
        return matches(begin)
                ? quoted + ": ‘" + begin + "’ exists but not ‘" + pattern + "’"
                : quoted + ": even ‘" + begin + "’ doesn’t exist";
    }
}
