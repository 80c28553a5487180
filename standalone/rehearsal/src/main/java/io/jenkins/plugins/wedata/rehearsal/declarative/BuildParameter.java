package io.jenkins.plugins.wedata.rehearsal.declarative;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;

/**
 * A parameter of the build.
 *
 * @param kind its kind
 * @param name by which the file reads it
 * @param defaultValue what it is when nobody gives a value
 * @param choices the values it may have; empty when it may have any
 * @param trim whether blanks around a given value are dropped
 */
public record BuildParameter(Kind kind, String name, Object defaultValue, List<String> choices, boolean trim) {

    /** What kinds of parameters there are. */
    public enum Kind {
        /** A line of text. */
        STRING("string"),
        /** Several lines of text. */
        TEXT("text"),
        /** Yes or no. */
        BOOLEAN("booleanParam"),
        /** One of several texts. */
        CHOICE("choice"),
        /** A text that nobody should see. */
        PASSWORD("password");

        private final String symbol;

        Kind(String symbol) {
            this.symbol = symbol;
        }

        /**
         * How a file writes it.
         *
         * @return such as {@code booleanParam}
         */
        public String symbol() {
            return symbol;
        }
    }

    /**
     * What the file reads.
     *
     * @param given by the user; null for the default
     * @return a text or a boolean
     * @throws IllegalArgumentException when the parameter can't have that value; the message says what it can
     */
    public Object value(@CheckForNull String given) {
        if (given == null) {
            return defaultValue;
        }
        if (kind == Kind.BOOLEAN) {
            if (!given.equalsIgnoreCase("true") && !given.equalsIgnoreCase("false")) {
                throw new IllegalArgumentException("parameter " + name + " is true or false, not \"" + given + "\"");
            }
            return Boolean.valueOf(given);
        }
        if (kind == Kind.CHOICE && !choices.contains(given)) {
            throw new IllegalArgumentException(
                    "parameter " + name + " is one of " + String.join(", ", choices) + ", not \"" + given + "\"");
        }
        return trim ? given.strip() : given;
    }
}
