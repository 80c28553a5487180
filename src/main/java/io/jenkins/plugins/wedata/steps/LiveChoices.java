package io.jenkins.plugins.wedata.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.util.ComboBoxModel;

/**
 * What WeData has there that a form may name, asked of it while the form is filled in. Each choice is as
 * {@link FormText#choice} shows it. Without an answer, and for whoever may not configure the place, there is none: the
 * field stays one to type into.
 */
final class LiveChoices {

    private LiveChoices() {}

    static ComboBoxModel projects(FormPlace place) {
        return new ComboBoxModel();
    }

    static ComboBoxModel workflows(FormPlace place) {
        return new ComboBoxModel();
    }

    static ComboBoxModel triggerWorkflows(FormPlace place) {
        return new ComboBoxModel();
    }

    /** The tasks of a workflow, or of the whole project when none is named. */
    static ComboBoxModel tasks(FormPlace place, @CheckForNull String workflowId) {
        return new ComboBoxModel();
    }

    /** The tasks of a trigger workflow, or of all of the project when none is named. */
    static ComboBoxModel triggerTasks(FormPlace place, @CheckForNull String workflowId) {
        return new ComboBoxModel();
    }

    static ComboBoxModel integrationTasks(FormPlace place) {
        return new ComboBoxModel();
    }

    static ComboBoxModel resourceGroups(FormPlace place) {
        return new ComboBoxModel();
    }
}
