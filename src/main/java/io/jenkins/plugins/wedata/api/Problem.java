package io.jenkins.plugins.wedata.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.Locale;

/**
 * One thing that is wrong with an input.
 *
 * @param field the field's name as the user writes it, such as {@code tasks[2].taskId}
 * @param value what was given, shortened and without control characters; null when nothing was given, or when the value
 *     must not be repeated
 * @param expected what would be right, as the end of a sentence that starts with "give"
 */
public record Problem(String field, @CheckForNull String value, String expected) {

    private static final int LONGEST_VALUE = 80;

    /** Cuts the value to what a log line can bear. */
    public Problem {
        if (value != null) {
            value = printable(value);
        }
    }

    private static String printable(String text) {
        String cut = text.length() <= LONGEST_VALUE
                ? text
                : text.substring(0, LONGEST_VALUE) + String.format(Locale.ROOT, "... (%,d characters)", text.length());
        return cut.replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029]", " ");
    }

    /**
     * The problem as a line of text.
     *
     * @return field, value, and what would be right
     */
    @Override
    public String toString() {
        return value == null
                ? field + ": is missing; give " + expected
                : field + ": '" + value + "' is not valid; give " + expected;
    }
}
