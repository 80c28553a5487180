package io.jenkins.plugins.wedata.environment;

/** Keeps what reaches a build log on lines of its own, whatever text WeData or a user put in. */
public final class LogLine {

    private LogLine() {}

    /**
     * Replaces control and format characters, which could forge lines or hide text, by blanks; line breaks stay, and the
     * lines after the first are indented.
     *
     * @param text any text
     * @return text that is safe to print
     */
    public static String clean(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029&&[^\\n]]", " ").replace("\n", "\n    ");
    }
}
