package io.jenkins.plugins.wedata.rehearsal.declarative;

import java.util.regex.Pattern;

/**
 * A path in the manner of Ant, in any case of letters: {@code *} and {@code ?} within a name, {@code **} for any number of
 * directories.
 */
final class AntPattern {

    private final Pattern regex;

    AntPattern(String pattern) {
        StringBuilder translated = new StringBuilder();
        String whole = pattern.endsWith("/") ? pattern + "**" : pattern;
        String[] names = whole.split("/", -1);
        for (int i = 0; i < names.length; i++) {
            boolean last = i == names.length - 1;
            if (names[i].equals("**")) {
                translated.append(last ? (i == 0 ? ".*" : "(?:/.*)?") : i == 0 ? "(?:[^/]*/)*" : "(?:/[^/]*)*/");
            } else {
                if (i > 0 && !names[i - 1].equals("**")) {
                    translated.append('/');
                }
                name(names[i], translated);
            }
        }
        regex = Pattern.compile(
                translated.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    }

    private static void name(String name, StringBuilder translated) {
        for (char c : name.toCharArray()) {
            switch (c) {
                case '*' -> translated.append("[^/]*");
                case '?' -> translated.append("[^/]");
                default -> translated.append(Pattern.quote(String.valueOf(c)));
            }
        }
    }

    boolean matches(String path) {
        return regex.matcher(path).matches();
    }
}
