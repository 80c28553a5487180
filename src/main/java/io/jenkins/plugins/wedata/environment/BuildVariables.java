package io.jenkins.plugins.wedata.environment;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A build's variables, put into what a form took: {@code $NAME}, {@code ${NAME}}, and {@code $$} for a dollar, as in
 * Jenkins' other forms. What can't be put in is refused, where they would leave it as it is.
 */
public final class BuildVariables {

    /** A dollar, and what may follow it. */
    private static final Pattern REFERENCE =
            Pattern.compile("\\$(?:(?<dollar>\\$)|(?<bare>[A-Za-z0-9_]+)|\\{(?<braced>[A-Za-z0-9_.]+)}|(?<other>\\{))");

    private final Map<String, String> values;
    private final Set<String> secret;

    /**
     * Of a build.
     *
     * @param values the variables; as the map finds names, so are they found here
     * @param secret the names, in any case, of those that may go nowhere else
     */
    public BuildVariables(Map<String, String> values, Set<String> secret) {
        this.values = values;
        this.secret = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        this.secret.addAll(secret);
    }

    /**
     * Puts them in, once: what a value holds stays as it is.
     *
     * @param text what was typed
     * @return the text with values in the place of names
     * @throws IllegalArgumentException when it names what is no variable, or a secret; the message is what would be right,
     *     as the end of a sentence that starts with "give"
     */
    public String putInto(String text) {
        Matcher reference = REFERENCE.matcher(text);
        StringBuilder whole = new StringBuilder();
        while (reference.find()) {
            reference.appendReplacement(whole, Matcher.quoteReplacement(valueOf(reference)));
        }
        return reference.appendTail(whole).toString();
    }

    private String valueOf(Matcher reference) {
        if (reference.group("dollar") != null) {
            return "$";
        }
        if (reference.group("other") != null) {
            throw new IllegalArgumentException(Messages.BuildVariables_NoName());
        }
        String name = reference.group("bare") == null ? reference.group("braced") : reference.group("bare");
        if (secret.contains(name)) {
            throw new IllegalArgumentException(Messages.BuildVariables_NoSecret(name));
        }
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException(Messages.BuildVariables_NoVariable(name));
        }
        return value;
    }
}
