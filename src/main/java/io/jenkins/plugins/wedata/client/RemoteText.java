package io.jenkins.plugins.wedata.client;

import java.util.regex.Pattern;

/** Text that came off the wire, made fit for a log or a page. */
final class RemoteText {

    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]+");

    private RemoteText() {}

    /**
     * Takes out control and format characters, those that turn the direction of writing among them, and cuts.
     *
     * @param text as it came
     * @param most how many characters may stay
     * @return one line
     */
    static String clean(String text, int most) {
        String cut = text.length() <= most ? text : text.substring(0, most) + "...";
        return UNSAFE.matcher(cut).replaceAll(" ").strip();
    }
}
