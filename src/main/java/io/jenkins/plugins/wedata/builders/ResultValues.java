package io.jenkins.plugins.wedata.builders;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.api.PlainText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A step's result as environment variables: one plain text for each value. */
final class ResultValues {

    /** No variable is longer: with some more of them, an agent could not start a process any more. */
    static final int LONGEST = 8000;

    private static final int LONGEST_TEXT = 500;
    private static final String COUNT = "_COUNT";
    private static final List<String> IDS = List.of("taskId", "jobId", "id");

    /** What not every result of a batch job has. */
    private static final List<String> OF_JOBS =
            List.of("status", "succeeded", "failed", "approvalPending", "approvals", "jobs", "operations");

    private final String prefix;
    private final Map<String, String> variables = new TreeMap<>();
    private final List<String> absent = new ArrayList<>();
    private final List<String> tooLong = new ArrayList<>();

    ResultValues(String prefix, Map<String, Object> values) {
        this.prefix = prefix;
        values.forEach(this::put);
        mayLack(values).stream().filter(key -> !values.containsKey(key)).forEach(key -> {
            absent.add(name(key));
            absent.add(name(key) + COUNT);
        });
    }

    /** What an earlier result of the same kind may have left, and would be taken for this one's. */
    private static List<String> mayLack(Map<String, Object> values) {
        if (values.containsKey("jobId")) {
            return OF_JOBS;
        }
        return values.containsKey("created") ? List.of("updated") : List.of("approveId");
    }

    /** The variables. */
    Map<String, String> variables() {
        return variables;
    }

    /** The names of variables that have no value now. */
    List<String> absent() {
        return absent;
    }

    /** The names of those among them whose value is too long. */
    List<String> tooLong() {
        return tooLong;
    }

    private String name(String key) {
        return prefix + "_" + key.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
    }

    private void put(String key, @CheckForNull Object value) {
        String name = name(key);
        if (value == null) {
            absent.add(name);
        } else if (value instanceof Map<?, ?> byId) {
            putAll(name, byId.keySet());
        } else if (value instanceof Collection<?> several) {
            putAll(name, several);
        } else {
            variables.put(name, text(value));
        }
    }

    private void putAll(String name, Collection<?> several) {
        variables.put(name + COUNT, Integer.toString(several.size()));
        String joined = several.stream()
                .flatMap(ResultValues::id)
                .map(ResultValues::text)
                .collect(Collectors.joining(","));
        if (joined.length() > LONGEST) {
            absent.add(name);
            tooLong.add(name);
        } else {
            variables.put(name, joined);
        }
    }

    /** Of a structure, such as a failed task or a batch job, its id alone: the rest is WeData's free text. */
    private static Stream<Object> id(@CheckForNull Object element) {
        return element instanceof Map<?, ?> structure
                ? IDS.stream()
                        .<Object>map(structure::get)
                        .filter(Objects::nonNull)
                        .limit(1)
                : Stream.ofNullable(element);
    }

    /** Jenkins would put variables into a value that holds a dollar. */
    private static String text(@CheckForNull Object value) {
        return PlainText.line(String.valueOf(value), LONGEST_TEXT).replace('$', '_');
    }
}
