package io.jenkins.plugins.wedata.builders;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.api.Problem;
import io.jenkins.plugins.wedata.api.Problems;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the names of the variables begin with that hold a build step's result. */
final class ResultPrefix {

    static final String DEFAULT = "WEDATA";

    private static final Pattern RIGHT = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final String FIELD = "resultPrefix";

    private ResultPrefix() {}

    static void check(String prefix, Problems problems) {
        if (!RIGHT.matcher(prefix).matches()) {
            problems.add(FIELD, prefix, Messages._ResultPrefix_Expected());
        }
    }

    /** What is wrong with what stands in a form, where nothing stands for the default. */
    static Optional<Problem> inForm(@CheckForNull String typed) {
        Problems problems = new Problems();
        check(orDefault(typed), problems);
        return problems.all().stream().findFirst();
    }

    static String orDefault(@CheckForNull String typed) {
        return typed == null || typed.isEmpty() ? DEFAULT : typed;
    }
}
