package io.jenkins.plugins.wedata.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.api.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** What a form shows and sends as plain text. What a form leaves empty was not given. */
final class FormText {

    private static final String BEFORE_ID = " \u2014 ";
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_ID = 200;
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,18}");

    private FormText() {}

    /** The text; null when it is empty. */
    @CheckForNull
    static String orNull(@CheckForNull String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    /** A copy of the list that can be kept with a build; null when it is empty. */
    @CheckForNull
    static <T> ArrayList<T> orNull(@CheckForNull List<T> list) {
        return list == null || list.isEmpty() ? null : new ArrayList<>(list);
    }

    /**
     * A list as a form sends it, which is one text of as many lines; a list of single texts stays as it is.
     *
     * @return a copy that can be kept with a build; null when nothing was given
     */
    @CheckForNull
    static ArrayList<String> lines(@CheckForNull List<String> texts) {
        if (texts == null || texts.isEmpty() || texts.equals(List.of(""))) {
            return null;
        }
        ArrayList<String> lines = new ArrayList<>();
        for (String text : texts) {
            if (text == null || text.indexOf('\n') < 0) {
                lines.add(text);
            } else {
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(lines::add);
            }
        }
        return orNull(lines);
    }

    /** The other way round, for a form to show. */
    static String joined(@CheckForNull List<String> lines) {
        return lines == null ? "" : String.join("\n", lines);
    }

    /** Takes away what a form sends empty, so that whatever holds by default does. */
    static void forgetEmpty(Map<?, ?> form) {
        new ArrayList<>(form.keySet())
                .stream().filter(name -> "".equals(form.get(name))).forEach(form::remove);
    }

    /** The whole number that a form holds; empty when it holds none, or one that no service counts to. */
    static OptionalLong wholeNumber(String text) {
        String number = text.strip();
        return WHOLE_NUMBER.matcher(number).matches() ? OptionalLong.of(Long.parseLong(number)) : OptionalLong.empty();
    }

    /** The number that a form holds; null when it holds none, as Stapler reads it. */
    @CheckForNull
    static Double decimal(String text) {
        try {
            return Double.valueOf(text.strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /**
     * What a drop-down with free text shows for something that has an id and a name. The name comes first: what is typed
     * there is completed from its beginning, and people know names.
     */
    static String choice(String id, @CheckForNull String name) {
        String shown = name == null ? "" : PlainText.line(name, LONGEST_NAME);
        return shown.isEmpty() ? id : shown + BEFORE_ID + id;
    }

    /** Whether a text of WeData's can be shown with a name, and be recognised after that. */
    static boolean isId(@CheckForNull String id) {
        return id != null
                && !id.isBlank()
                && id.length() <= LONGEST_ID
                && PlainText.line(id, LONGEST_ID).equals(id)
                && (BEFORE_ID + id).lastIndexOf(BEFORE_ID) == 0;
    }

    /** The id alone of what was chosen or typed, whatever the name before it holds; null when there is none. */
    @CheckForNull
    static String id(@CheckForNull String chosen) {
        if (chosen == null) {
            return null;
        }
        int name = chosen.lastIndexOf(BEFORE_ID);
        return orNull(
                name < 0 ? chosen : chosen.substring(name + BEFORE_ID.length()).strip());
    }

    /**
     * The same for a row of a form, where an empty field is an id that is empty: the snippet generator writes a structure
     * that says nothing as an empty list, which no step takes.
     */
    @CheckForNull
    static String idOfRow(@CheckForNull String chosen) {
        String id = id(chosen);
        return id == null && chosen != null ? "" : id;
    }
}
