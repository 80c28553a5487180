package io.jenkins.plugins.wedata.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.Locale;

/**
 * One thing that is wrong with an input.
 *
 * @param field the field's name as the user writes it, such as {@code tasks[2].taskId}, shortened and without control
 *     characters: a name that nobody knows is the user's text too
 * @param value what was given, shortened and without control characters; null when nothing was given, or when the value
 *     must not be repeated
 * @param expected what would be right, as the end of a sentence that starts with "give"
 */
public record Problem(String field, @CheckForNull String value, String expected) {

    private static final int LONGEST_VALUE = 80;

    private static final int LONGEST_FIELD = 300;

    /** Cuts name and value to what a log line can bear. */
    public Problem {
        field = PlainText.line(field, LONGEST_FIELD);
        if (value != null) {
            value = printable(value);
        }
    }

    private static String printable(String text) {
        String line = PlainText.line(text, LONGEST_VALUE);
        return text.length() <= LONGEST_VALUE
                ? line
                : Messages.Problem_Shortened(line, String.format(Locale.ROOT, "%,d", text.length()));
    }

    /**
     * The problem as a line of text.
     *
     * @return field, value, and what would be right
     */
    @Override
    public String toString() {
        return value == null
                ? Messages.Problem_Missing(field, expected)
                : Messages.Problem_NotValid(field, value, expected);
    }
}
