package io.jenkins.plugins.wedata.rehearsal.declarative;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** A parameter that a build or an {@code input} asks for; the classes are named as those of Jenkins. */
public abstract sealed class ParameterDefinition {

    private final String name;

    @CheckForNull
    private String description;

    private ParameterDefinition(@CheckForNull String name) {
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("Parameter name is missing");
        }
        this.name = name.strip();
    }

    @DataBoundSetter
    public final void setDescription(@CheckForNull String description) {
        this.description = description;
    }

    /**
     * By what the Jenkinsfile reads it.
     *
     * @return not blank
     */
    public final String name() {
        return name;
    }

    /** What people are told of it; empty for nothing. */
    final String description() {
        return description == null ? "" : description;
    }

    /**
     * What it is when nobody says otherwise.
     *
     * @return a text, or a truth value
     */
    public abstract Object defaultValue();

    /**
     * What it is when somebody gives a value.
     *
     * @param given as the user writes it
     * @return a text, or a truth value
     * @throws IllegalArgumentException when it can't be that; the message says what it can
     */
    public Object value(String given) {
        return given;
    }

    /**
     * Whether its value is hidden in the log.
     *
     * @return false for most
     */
    public boolean isSecret() {
        return false;
    }

    /** One line of text. */
    @Symbol({"string", "stringParam"})
    public static final class StringParameterDefinition extends ParameterDefinition {
        private String defaultValue = "";
        private boolean trim;

        @DataBoundConstructor
        public StringParameterDefinition(@CheckForNull String name) {
            super(name);
        }

        @DataBoundSetter
        public void setDefaultValue(@CheckForNull String defaultValue) {
            this.defaultValue = defaultValue == null ? "" : defaultValue;
        }

        @DataBoundSetter
        public void setTrim(boolean trim) {
            this.trim = trim;
        }

        @Override
        public String defaultValue() {
            return value(defaultValue);
        }

        @Override
        public String value(String given) {
            return trim ? given.strip() : given;
        }
    }

    /** Several lines of text. */
    @Symbol({"text", "textParam"})
    public static final class TextParameterDefinition extends ParameterDefinition {
        private String defaultValue = "";

        @DataBoundConstructor
        public TextParameterDefinition(@CheckForNull String name) {
            super(name);
        }

        @DataBoundSetter
        public void setDefaultValue(@CheckForNull String defaultValue) {
            this.defaultValue = defaultValue == null ? "" : defaultValue;
        }

        /** Checked by its type and left: a rehearsed text is what the Jenkinsfile says. */
        @DataBoundSetter
        public void setTrim(boolean trim) {
            // Nothing is typed here.
        }

        @Override
        public String defaultValue() {
            return defaultValue;
        }
    }

    /** True or false. */
    @Symbol("booleanParam")
    public static final class BooleanParameterDefinition extends ParameterDefinition {
        private boolean defaultValue;

        @DataBoundConstructor
        public BooleanParameterDefinition(@CheckForNull String name) {
            super(name);
        }

        @DataBoundSetter
        public void setDefaultValue(boolean defaultValue) {
            this.defaultValue = defaultValue;
        }

        @Override
        public Boolean defaultValue() {
            return defaultValue;
        }

        @Override
        public Boolean value(String given) {
            if (!given.equalsIgnoreCase("true") && !given.equalsIgnoreCase("false")) {
                throw new IllegalArgumentException("parameter " + name() + " is true or false, not \"" + given + "\"");
            }
            return Boolean.valueOf(given);
        }
    }

    /** One of several texts; the first unless told otherwise. */
    @Symbol({"choice", "choiceParam"})
    public static final class ChoiceParameterDefinition extends ParameterDefinition {
        private List<String> choices = List.of();

        @DataBoundConstructor
        public ChoiceParameterDefinition(@CheckForNull String name) {
            super(name);
        }

        /** Takes a list, or a text with a choice in each line. */
        @DataBoundSetter
        public void setChoices(@CheckForNull Object choices) {
            if (choices instanceof List<?> list) {
                this.choices = list.stream().map(String::valueOf).toList();
            } else if (choices instanceof CharSequence text) {
                this.choices =
                        text.toString().strip().lines().map(String::strip).toList();
            } else {
                throw new IllegalArgumentException("expected String or List, but got " + choices);
            }
        }

        List<String> choices() {
            return choices;
        }

        @Override
        public String defaultValue() {
            if (choices.isEmpty()) {
                throw new IllegalArgumentException("Requires Choices: parameter " + name() + " has none");
            }
            return choices.get(0);
        }

        @Override
        public String value(String given) {
            if (!choices.contains(given)) {
                throw new IllegalArgumentException(
                        "parameter " + name() + " is one of " + String.join(", ", choices) + ", not \"" + given + "\"");
            }
            return given;
        }
    }

    /** A secret text. */
    @Symbol({"password", "nonStoredPasswordParam"})
    public static final class PasswordParameterDefinition extends ParameterDefinition {
        private String defaultValue = "";

        @DataBoundConstructor
        public PasswordParameterDefinition(@CheckForNull String name) {
            super(name);
        }

        @DataBoundSetter
        public void setDefaultValue(@CheckForNull String defaultValue) {
            this.defaultValue = defaultValue == null ? "" : defaultValue;
        }

        @Override
        public String defaultValue() {
            return defaultValue;
        }

        @Override
        public boolean isSecret() {
            return true;
        }
    }
}
