package io.jenkins.plugins.wedata.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Item;
import hudson.util.FormValidation;
import io.jenkins.plugins.wedata.api.Problem;
import io.jenkins.plugins.wedata.environment.BuildEnvironment;
import io.jenkins.plugins.wedata.environment.FormEnvironment;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jenkins.model.Jenkins;

/** Checks one field of a form by the rules, and in the words, of the build that will read it. */
final class FieldCheck {

    private static final int MOST_FINDINGS = 10;

    /** What only the search for an account judges, which asks Jenkins for credentials, and WeData for nothing. */
    private static final Set<String> OF_CALLER = Set.of("connection", "credentialsId", "region", "site");

    private static final Pattern VARIABLE = Pattern.compile("\\$(\\{|[A-Za-z_])");
    private static final String PLACE_IN_LIST = "\\[[0-9]+]$";

    private FieldCheck() {}

    /**
     * Reads a step as a build would, and tells what is wrong with one of its fields, or with a place in the list that it
     * is. Whoever may not configure the place is told nothing.
     *
     * @param item the place; null for a form that belongs to none
     * @param field the field's path, such as {@code tasks[0].taskId}
     * @param tried a step that is right but for that field
     */
    static FormValidation of(@CheckForNull Item item, String field, WeDataStep tried) {
        return mayConfigure(item) ? tell(problem(new FormEnvironment(item), field, tried)) : FormValidation.ok();
    }

    /**
     * The same for a number. What is none is told by the rule for numbers, and an empty field is a number not given.
     *
     * @param item the place; null for a form that belongs to none
     * @param field the field's path
     * @param typed what stands in the field
     * @param tried makes a step that is right but for that number
     */
    static FormValidation ofNumber(
            @CheckForNull Item item, String field, String typed, LongFunction<? extends WeDataStep> tried) {
        return typed.isBlank() || !mayConfigure(item)
                ? FormValidation.ok()
                : tell(problemOfNumber(new FormEnvironment(item), field, typed, tried));
    }

    /**
     * The same for a field that holds a whole document: everything that is wrong in it, each with its line and column.
     *
     * @param item the place; null for a form that belongs to none
     * @param field the field's name
     * @param tried a step that is right but for that field
     */
    static FormValidation ofDocument(@CheckForNull Item item, String field, WeDataStep tried) {
        if (!mayConfigure(item)) {
            return FormValidation.ok();
        }
        List<Problem> found = problems(new FormEnvironment(item), field, tried).stream()
                .filter(problem -> isOf(problem, field))
                .toList();
        if (found.isEmpty()) {
            return FormValidation.ok();
        }
        String shown =
                found.stream().limit(MOST_FINDINGS).map(Problem::toString).collect(Collectors.joining("\n"));
        return FormValidation.error(
                found.size() <= MOST_FINDINGS
                        ? shown
                        : shown + "\n" + Messages.FieldCheck_More(found.size() - MOST_FINDINGS));
    }

    /** What a build would say of a number as it was typed. */
    static Optional<Problem> problemOfNumber(
            BuildEnvironment build, String field, String typed, LongFunction<? extends WeDataStep> tried) {
        OptionalLong number = FormText.wholeNumber(typed);
        return number.isPresent()
                ? problem(build, field, tried.apply(number.getAsLong()))
                : problem(build, field, tried.apply(Long.MIN_VALUE))
                        .map(wrong -> new Problem(wrong.field(), typed.strip(), wrong.expected()));
    }

    /** What a build would say of a field; empty when nothing is wrong, or when only the build can know. */
    static Optional<Problem> problem(BuildEnvironment build, String field, WeDataStep tried) {
        return problems(build, field, tried).stream()
                .filter(problem -> problem.field().equals(field)
                        || problem.field().replaceFirst(PLACE_IN_LIST, "").equals(field))
                .findFirst()
                .filter(problem -> !isBuilds(problem.value()));
    }

    private static List<Problem> problems(BuildEnvironment build, String field, WeDataStep tried) {
        StepInput input = new StepInput(build, tried, null, false, "form");
        try {
            if (OF_CALLER.contains(field)) {
                input.caller().account();
            }
            tried.operation(input).check(input.problems());
            return input.problems().all();
        } catch (IOException e) {
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    /** Behind a document's name stands a place in it, as the reader's language puts that; a longer name is another's. */
    private static boolean isOf(Problem problem, String field) {
        String name = problem.field();
        return name.startsWith(field) && name.substring(field.length()).matches("([^\\w.\\[].*)?");
    }

    /** A variable gets its value in a build. */
    private static boolean isBuilds(@CheckForNull String value) {
        return value != null && VARIABLE.matcher(value).find();
    }

    private static FormValidation tell(Optional<Problem> problem) {
        return problem.map(wrong -> FormValidation.error(inForm(wrong).toString()))
                .orElseGet(FormValidation::ok);
    }

    /** Beside a field stands its own name; a form's lists have no numbers. */
    private static Problem inForm(Problem problem) {
        String name = problem.field().substring(problem.field().lastIndexOf('.') + 1);
        return new Problem(name.replaceFirst(PLACE_IN_LIST, ""), problem.value(), problem.expected());
    }

    /** Whether the user may change what the form belongs to. */
    static boolean mayConfigure(@CheckForNull Item item) {
        return item == null ? Jenkins.get().hasPermission(Jenkins.ADMINISTER) : item.hasPermission(Item.CONFIGURE);
    }
}
