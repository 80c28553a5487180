package io.jenkins.plugins.wedata.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.api.PlainText;
import java.util.ArrayList;
import java.util.List;

/** What a form shows and sends as plain text. What a form leaves empty was not given. */
final class FormText {

    private static final String BEFORE_NAME = " \u2014 ";
    private static final int LONGEST_NAME = 80;

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

    /** What a drop-down with free text shows for something that has an id and a name. */
    static String choice(String id, @CheckForNull String name) {
        String shown = name == null ? "" : PlainText.line(name, LONGEST_NAME);
        return shown.isEmpty() ? id : id + BEFORE_NAME + shown;
    }

    /** The id alone of what was chosen or typed; null when there is none. */
    @CheckForNull
    static String id(@CheckForNull String chosen) {
        if (chosen == null) {
            return null;
        }
        int name = chosen.indexOf(BEFORE_NAME);
        return orNull(name < 0 ? chosen : chosen.substring(0, name).strip());
    }
}
