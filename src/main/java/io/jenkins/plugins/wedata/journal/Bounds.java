package io.jenkins.plugins.wedata.journal;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.api.PlainText;
import io.jenkins.plugins.wedata.operation.Caller;
import io.jenkins.plugins.wedata.operation.FailedTask;
import io.jenkins.plugins.wedata.operation.Traces;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Cuts what goes into a journal to a size, and makes remote text plain. Remembers whether anything was cut. */
final class Bounds {

    /** How many failed tasks of an operation are named. */
    static final int MOST_FAILURES = 20_000;

    static final int LONGEST_MESSAGE = 4_000;

    private static final int LONGEST_NAME = 300;
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_TEXT = 1_000;
    private static final int MOST_VALUES = 1_000;
    private static final int DEEPEST = 4;

    /** How long the ids of an operation's tasks may be together: some 10,000 tasks. */
    static final int MOST_TASK_CHARACTERS = 200_000;

    private boolean cut;

    /** A message of any length, in one line. */
    static String message(@CheckForNull String text) {
        return PlainText.line(String.valueOf(text), LONGEST_MESSAGE);
    }

    @CheckForNull
    static String name(@CheckForNull String text) {
        return text == null ? null : PlainText.line(text, LONGEST_NAME);
    }

    static FailedTask failure(FailedTask task) {
        return new FailedTask(
                PlainText.line(task.taskId(), LONGEST_NAME),
                PlainText.line(task.taskName(), LONGEST_NAME),
                PlainText.line(task.reason(), LONGEST_REASON));
    }

    /** Whole or not at all: part of a job's tasks would be taken for all of them. */
    @CheckForNull
    static Traces traces(@CheckForNull Traces traces) {
        if (traces == null) {
            return null;
        }
        int length = traces.taskIds().stream().mapToInt(String::length).sum();
        boolean tooLong =
                length > MOST_TASK_CHARACTERS || String.valueOf(traces.mark()).length() > LONGEST_TEXT;
        return tooLong ? null : traces;
    }

    static Caller caller(Caller caller) {
        return new Caller(name(caller.credentialsId()), name(caller.region()), name(caller.site()));
    }

    boolean wasCut() {
        return cut;
    }

    /** What a script gets: texts, numbers, booleans, and lists and maps of these. */
    Map<String, Object> result(Map<?, ?> values) {
        return map(values, 0);
    }

    private Map<String, Object> map(Map<?, ?> values, int depth) {
        Map<String, Object> kept = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            if (kept.size() < MOST_VALUES) {
                kept.put(PlainText.line(String.valueOf(key), LONGEST_NAME), value(value, depth));
            } else {
                cut = true;
            }
        });
        return kept;
    }

    @CheckForNull
    private Object value(@CheckForNull Object value, int depth) {
        if (value == null || value instanceof Boolean || value instanceof Number) {
            return value;
        }
        if (value instanceof Map<?, ?> map && depth < DEEPEST) {
            return map(map, depth + 1);
        }
        if (value instanceof List<?> list && depth < DEEPEST) {
            cut |= list.size() > MOST_VALUES;
            List<Object> kept = new ArrayList<>();
            list.stream().limit(MOST_VALUES).forEach(item -> kept.add(value(item, depth + 1)));
            return kept;
        }
        String text = value.toString();
        String plain = PlainText.line(text, LONGEST_TEXT);
        cut |= !plain.equals(text);
        return plain;
    }
}
