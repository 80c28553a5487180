package io.jenkins.plugins.wedata.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.util.ComboBoxModel;
import io.jenkins.plugins.wedata.api.IntegrationTaskType;
import io.jenkins.plugins.wedata.environment.FormEnvironment;
import java.util.List;
import java.util.function.Function;

/**
 * What WeData has there that a form may name, asked of it while the form is filled in. Each choice is as
 * {@link FormText#choice} shows it. Without an answer, and for whoever may not configure the place, there is none: the
 * field stays one to type into.
 */
final class LiveChoices {

    private LiveChoices() {}

    static ComboBoxModel projects(FormPlace place) {
        return of(place, LiveQuery::projects);
    }

    static ComboBoxModel workflows(FormPlace place) {
        return of(place, LiveQuery::workflows);
    }

    static ComboBoxModel triggerWorkflows(FormPlace place) {
        return of(place, LiveQuery::triggerWorkflows);
    }

    /** The tasks of a workflow, or of the whole project when none is named. */
    static ComboBoxModel tasks(FormPlace place, @CheckForNull String workflowId) {
        return of(place, query -> query.tasks(FormText.id(workflowId)));
    }

    /** The tasks of a trigger workflow, or of all of the project when none is named. */
    static ComboBoxModel triggerTasks(FormPlace place, @CheckForNull String workflowId) {
        return of(place, query -> query.triggerTasks(FormText.id(workflowId)));
    }

    /** Those of a kind that a form has chosen; real-time ones when it has chosen none, as a build would. */
    static ComboBoxModel integrationTasks(FormPlace place, @CheckForNull String taskType) {
        boolean offline = taskType != null && taskType.strip().equalsIgnoreCase(IntegrationTaskType.OFFLINE.name());
        return of(
                place,
                query -> query.integrationTasks(offline ? IntegrationTaskType.OFFLINE : IntegrationTaskType.REAL_TIME));
    }

    static ComboBoxModel integrationTasks(FormPlace place) {
        return integrationTasks(place, null);
    }

    static ComboBoxModel resourceGroups(FormPlace place) {
        return of(place, LiveQuery::resourceGroups);
    }

    /** Who names a credential has to be one who may see that it is there. */
    private static ComboBoxModel of(FormPlace place, Function<LiveQuery, List<String>> query) {
        boolean permitted = FieldCheck.mayConfigure(place.item())
                && (place.credentialsId() == null || WhereForm.mayUseCredentials(place.item()));
        return permitted
                ? new ComboBoxModel(
                        query.apply(new LiveQuery(new FormEnvironment(place.item()), LiveAnswers::current, place)))
                : new ComboBoxModel();
    }
}
