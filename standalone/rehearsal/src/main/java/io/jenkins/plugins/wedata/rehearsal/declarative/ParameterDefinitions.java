package io.jenkins.plugins.wedata.rehearsal.declarative;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.rehearsal.declarative.BuildParameter.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** What a file may say of its parameters; the names are those of Jenkins' own definitions. */
final class ParameterDefinitions {

    private ParameterDefinitions() {}

    /** What all kinds have. */
    public abstract static class Definition {
        private final Kind kind;
        private final String name;
        private boolean trim;

        Definition(Kind kind, @CheckForNull String name) {
            if (name == null || name.isBlank()) {
                throw new IllegalArgumentException("a " + kind.symbol() + " parameter must have a name");
            }
            this.kind = kind;
            this.name = name;
        }

        /** Taken and left: it is seen in Jenkins' pages only. */
        @DataBoundSetter
        public void setDescription(@CheckForNull String description) {
            // Nobody fills in a form here.
        }

        void trims(boolean wanted) {
            trim = wanted;
        }

        BuildParameter parameter() {
            return new BuildParameter(kind, name, defaultValue(), choices(), trim);
        }

        abstract Object defaultValue();

        List<String> choices() {
            return List.of();
        }
    }

    /** {@code string(name: 'REGION', defaultValue: 'ap-guangzhou')}. */
    public static class StringParameter extends Definition {
        private String defaultValue = "";

        @DataBoundConstructor
        public StringParameter(String name) {
            this(Kind.STRING, name);
        }

        StringParameter(Kind kind, String name) {
            super(kind, name);
        }

        @DataBoundSetter
        public void setDefaultValue(@CheckForNull String defaultValue) {
            this.defaultValue = Optional.ofNullable(defaultValue).orElse("");
        }

        @DataBoundSetter
        public void setTrim(boolean trim) {
            trims(trim);
        }

        @Override
        Object defaultValue() {
            return defaultValue;
        }
    }

    /** {@code text(name: 'NOTES', defaultValue: '')}. */
    public static final class TextParameter extends StringParameter {
        @DataBoundConstructor
        public TextParameter(String name) {
            super(Kind.TEXT, name);
        }
    }

    /** {@code booleanParam(name: 'RELEASE', defaultValue: true)}. */
    public static final class BooleanParameter extends Definition {
        private boolean defaultValue;

        @DataBoundConstructor
        public BooleanParameter(String name) {
            super(Kind.BOOLEAN, name);
        }

        @DataBoundSetter
        public void setDefaultValue(boolean defaultValue) {
            this.defaultValue = defaultValue;
        }

        @Override
        Object defaultValue() {
            return defaultValue;
        }
    }

    /** {@code choice(name: 'STAGE', choices: ['test', 'prod'])}; the first choice is the default. */
    public static final class ChoiceParameter extends Definition {
        private List<String> choices = List.of();

        @DataBoundConstructor
        public ChoiceParameter(String name) {
            super(Kind.CHOICE, name);
        }

        /** Takes a list, or a text with a choice in each line. */
        @DataBoundSetter
        public void setChoices(Object choices) {
            Stream<?> all = choices instanceof List<?> list
                    ? list.stream()
                    : String.valueOf(choices).lines();
            this.choices = all.map(String::valueOf).toList();
        }

        @Override
        Object defaultValue() {
            return choices.isEmpty() ? "" : choices.get(0);
        }

        @Override
        List<String> choices() {
            return choices;
        }
    }

    /** {@code password(name: 'TOKEN', defaultValue: '')}. */
    public static final class PasswordParameter extends Definition {
        private String defaultValue = "";

        @DataBoundConstructor
        public PasswordParameter(String name) {
            super(Kind.PASSWORD, name);
        }

        @DataBoundSetter
        public void setDefaultValue(@CheckForNull String defaultValue) {
            this.defaultValue = Optional.ofNullable(defaultValue).orElse("");
        }

        @Override
        Object defaultValue() {
            return defaultValue;
        }
    }
}
