package io.jenkins.plugins.wedata.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Item;
import hudson.util.FormValidation;
import io.jenkins.plugins.wedata.api.Problem;
import io.jenkins.plugins.wedata.environment.FormEnvironment;
import java.io.IOException;
import jenkins.model.Jenkins;

/** Checks one field of a form by the rules, and in the words, of the build that will read it. */
final class FieldCheck {

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
        if (!mayConfigure(item)) {
            return FormValidation.ok();
        }
        StepInput input = new StepInput(new FormEnvironment(item), tried, null, false);
        try {
            tried.operation(input).check(input.problems());
        } catch (IOException e) {
            return FormValidation.ok();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FormValidation.ok();
        }
        return input.problems().all().stream()
                .filter(problem -> problem.field().equals(field))
                .findFirst()
                .map(problem -> FormValidation.error(inForm(problem).toString()))
                .orElseGet(FormValidation::ok);
    }

    /** Beside a field stands its own name; a form's lists have no numbers. */
    private static Problem inForm(Problem problem) {
        String name = problem.field().substring(problem.field().lastIndexOf('.') + 1);
        return new Problem(name, problem.value(), problem.expected());
    }

    /** Whether the user may change what the form belongs to. */
    static boolean mayConfigure(@CheckForNull Item item) {
        return item == null ? Jenkins.get().hasPermission(Jenkins.ADMINISTER) : item.hasPermission(Item.CONFIGURE);
    }
}
