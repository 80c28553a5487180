package io.jenkins.plugins.wedata.api;

import java.util.regex.Pattern;

/** Text of a user's or of WeData's, made fit for a log, a message or a page. */
public final class PlainText {

    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]+");
    private static final Pattern UNSAFE_BUT_LINE_BREAKS =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}&&[^\n]]+");

    /** More than any message of this plugin's own has, and little enough for a log. */
    private static final int LONGEST = 20_000;

    private PlainText() {}

    /**
     * Replaces control and format characters, those that turn the direction of writing among them, by blanks, and cuts.
     *
     * @param text any text
     * @param most how many characters may stay
     * @return one line
     */
    public static String line(String text, int most) {
        String cut = text.length() <= most ? text : text.substring(0, most) + "...";
        return UNSAFE.matcher(cut).replaceAll(" ").strip();
    }

    /**
     * Does the same to a text of several lines, and indents those after the first, so that none can pass for another's. What
     * comes after 20,000 characters is left out.
     *
     * @param text any text
     * @return as many lines
     */
    public static String lines(String text) {
        String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
        return UNSAFE_BUT_LINE_BREAKS.matcher(cut).replaceAll(" ").replace("\n", "\n    ");
    }
}
