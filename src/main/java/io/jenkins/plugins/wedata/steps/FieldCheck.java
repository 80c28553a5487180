package io.jenkins.plugins.wedata.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Item;
import hudson.util.FormValidation;
import io.jenkins.plugins.wedata.api.Problem;
import io.jenkins.plugins.wedata.environment.FormEnvironment;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import jenkins.model.Jenkins;

/** Checks one field of a form by the rules, and in the words, of the build that will read it. */
final class FieldCheck {

    private static final int MOST_FINDINGS = 10;
    private static final String WHOLE_NUMBER = "-?[0-9]{1,18}";

    private FieldCheck() {}

    /**
     * Reads a step as a build would, and tells what is wrong with one of its fields. Whoever may not configure the place
     * is told nothing.
     *
     * @param item the place; null for a form that belongs to none
     * @param field the field's path, such as {@code tasks[0].taskId}
     * @param tried a step that is right but for that field
     */
    static FormValidation of(@CheckForNull Item item, String field, WeDataStep tried) {
        return mayConfigure(item) ? tell(problemOf(item, field, tried)) : FormValidation.ok();
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
        String text = typed.strip();
        if (text.isEmpty() || !mayConfigure(item)) {
            return FormValidation.ok();
        }
        return text.matches(WHOLE_NUMBER)
                ? tell(problemOf(item, field, tried.apply(Long.parseLong(text))))
                : tell(problemOf(item, field, tried.apply(Long.MIN_VALUE))
                        .map(wrong -> new Problem(field, typed, wrong.expected())));
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
        List<Problem> found = problems(item, tried).stream()
                .filter(problem ->
                        problem.field().equals(field) || problem.field().startsWith(field + ", "))
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

    private static FormValidation tell(Optional<Problem> problem) {
        return problem.map(wrong -> FormValidation.error(inForm(wrong).toString()))
                .orElseGet(FormValidation::ok);
    }

    private static Optional<Problem> problemOf(@CheckForNull Item item, String field, WeDataStep tried) {
        return problems(item, tried).stream()
                .filter(problem -> problem.field().equals(field))
                .findFirst();
    }

    private static List<Problem> problems(@CheckForNull Item item, WeDataStep tried) {
        StepInput input = new StepInput(new FormEnvironment(item), tried, null, false);
        try {
            tried.operation(input).check(input.problems());
            return input.problems().all();
        } catch (IOException e) {
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    /** Beside a field stands its own name; a form's lists have no numbers. */
    private static Problem inForm(Problem problem) {
        String name = problem.field().substring(problem.field().lastIndexOf('.') + 1);
        return new Problem(name.replaceFirst("\\[[0-9]+]$", ""), problem.value(), problem.expected());
    }

    /** Whether the user may change what the form belongs to. */
    static boolean mayConfigure(@CheckForNull Item item) {
        return item == null ? Jenkins.get().hasPermission(Jenkins.ADMINISTER) : item.hasPermission(Item.CONFIGURE);
    }
}
