package io.jenkins.plugins.wedata.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.Optional;

/**
 * StopIntegrationTask of version 2021-08-20: stops an integration task. The call is synchronous; whether
 * the task has stopped is seen with {@link DescribeIntegrationTask}.
 *
 * @param taskId the integration task's id
 * @param projectId the project's id
 */
public record StopIntegrationTask(String taskId, String projectId) implements WeDataAction<StopIntegrationTask.Result> {

    private static final ActionType<Result> TYPE =
            new ActionType<>("StopIntegrationTask", ApiVersion.V2021_08_20, Effect.WRITE, Result.class);

    /**
     * What a stop is answered with.
     *
     * @param data whether it was done: false is a failure although the reply carries no error
     */
    public record Result(@CheckForNull Boolean data) {}

    @Override
    public ActionType<Result> type() {
        return TYPE;
    }

    @Override
    public void check(Problems problems) {
        TaskRules.requireTask(problems, taskId);
        TaskRules.requireProject(problems, projectId);
    }

    @Override
    public Optional<String> absentIn(Result result) {
        return result.data() == null ? Optional.of("Data") : Optional.empty();
    }
}
