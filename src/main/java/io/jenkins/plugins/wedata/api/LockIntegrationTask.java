package io.jenkins.plugins.wedata.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.Optional;

/**
 * LockIntegrationTask of version 2021-08-20: takes the edit lock of an integration task for the calling
 * account. Who holds it is seen with {@link DescribeTaskLockStatus}.
 *
 * @param taskId the integration task's id
 * @param projectId the project's id
 */
public record LockIntegrationTask(String taskId, String projectId) implements WeDataAction<LockIntegrationTask.Result> {

    private static final ActionType<Result> TYPE =
            new ActionType<>("LockIntegrationTask", ApiVersion.V2021_08_20, Effect.WRITE, Result.class);

    /**
     * What a lock is answered with.
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
