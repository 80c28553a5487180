package io.jenkins.plugins.wedata.rehearsal.declarative;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.rehearsal.binding.DataBoundModel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.tools.ant.types.selectors.SelectorUtils;
import org.codehaus.groovy.runtime.typehandling.DefaultTypeTransformation;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** The conditions of {@code when} that compare; each as its namesake in Jenkins. */
public final class WhenConditions {

    static final Map<String, DataBoundModel<? extends Comparison>> MODELS = Map.of(
            "branch", DataBoundModel.of(Branch.class),
            "environment", DataBoundModel.of(EnvironmentValue.class),
            "equals", DataBoundModel.of(Equal.class));

    private WhenConditions() {}

    /**
     * Whether a condition holds.
     *
     * @param name its name
     * @param argument what the file says: named arguments, or the sole required one
     * @param environment what the stage sees
     */
    public static boolean holds(String name, @CheckForNull Object argument, Map<String, String> environment) {
        DataBoundModel<? extends Comparison> model = MODELS.get(name);
        Map<String, Object> named = new LinkedHashMap<>();
        if (argument instanceof Map<?, ?> map) {
            map.forEach((key, value) -> named.put(key.toString(), flat(value)));
        } else {
            named.put(model.soleRequiredParameter().orElseThrow(), flat(argument));
        }
        return model.instantiate(named).holds(environment);
    }

    @CheckForNull
    private static Object flat(@CheckForNull Object value) {
        return value instanceof groovy.lang.GString text ? text.toString() : value;
    }

    private static boolean isEmpty(@CheckForNull String text) {
        return text == null || text.isEmpty();
    }

    /** One comparison. */
    interface Comparison {
        boolean holds(Map<String, String> environment);
    }

    /** {@code branch 'main'}: the branch that a multibranch job builds. */
    public static final class Branch implements Comparison {
        @CheckForNull
        private final String pattern;

        private String comparator = "GLOB";

        @DataBoundConstructor
        public Branch(@CheckForNull String pattern) {
            this.pattern = pattern;
        }

        /** Anything unknown is a glob, as in Jenkins. */
        @DataBoundSetter
        public void setComparator(@CheckForNull String comparator) {
            this.comparator = comparator == null ? "GLOB" : comparator.toUpperCase(java.util.Locale.ROOT);
        }

        @Override
        public boolean holds(Map<String, String> environment) {
            String branch = environment.get("BRANCH_NAME");
            if (isEmpty(branch)) {
                branch = environment.get("GIT_LOCAL_BRANCH");
            }
            if (isEmpty(branch) || isEmpty(pattern)) {
                return isEmpty(branch) && isEmpty(pattern);
            }
            return switch (comparator) {
                case "EQUALS" -> branch.equals(pattern);
                case "REGEXP" -> branch.matches(pattern);
                default -> SelectorUtils.matchPath(pattern, branch, false);
            };
        }
    }

    /** {@code environment name: 'TARGET', value: 'prod'}. */
    public static final class EnvironmentValue implements Comparison {
        private final String name;

        @CheckForNull
        private final String value;

        private boolean ignoreCase;

        @DataBoundConstructor
        public EnvironmentValue(String name, @CheckForNull String value) {
            this.name = name;
            this.value = value;
        }

        @DataBoundSetter
        public void setIgnoreCase(boolean ignoreCase) {
            this.ignoreCase = ignoreCase;
        }

        @Override
        public boolean holds(Map<String, String> environment) {
            String actual = environment.get(name);
            if (isEmpty(actual)) {
                return isEmpty(value);
            }
            return ignoreCase ? actual.equalsIgnoreCase(value) : actual.equals(value);
        }
    }

    /** {@code equals expected: 2, actual: currentBuild.number}. */
    public static final class Equal implements Comparison {
        @CheckForNull
        private final Object expected;

        @CheckForNull
        private final Object actual;

        @DataBoundConstructor
        public Equal(@CheckForNull Object expected, @CheckForNull Object actual) {
            this.expected = expected;
            this.actual = actual;
        }

        @Override
        public boolean holds(Map<String, String> environment) {
            return Objects.equals(expected, actual) || DefaultTypeTransformation.compareEqual(expected, actual);
        }
    }
}
