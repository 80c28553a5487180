package io.jenkins.plugins.wedata.operation;

/** Text that came from WeData, on its way to a log. */
final class RemoteText {

    private static final int LONGEST = 500;

    private RemoteText() {}

    /** One line without control and format characters, shortened. */
    static String line(String text) {
        String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
        return cut.replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029]+", " ").strip();
    }
}
