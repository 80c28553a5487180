package io.jenkins.plugins.wedata.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.Optional;

/**
 * ModifyIntegrationTask of version 2021-08-20: changes an integration task's definition. That a definition with members left
 * out keeps what they were is not published: send the whole of it.
 *
 * @param taskInfo the whole definition, with the task's id
 * @param projectId the project's id
 * @param rollbackFlag whether to roll the nodes back; the service takes false when absent
 */
public record ModifyIntegrationTask(
        IntegrationTaskInfo taskInfo,
        String projectId,
        @CheckForNull Boolean rollbackFlag) implements WeDataAction<ModifyIntegrationTask.Result> {

    private static final ActionType<Result> TYPE =
            new ActionType<>("ModifyIntegrationTask", ApiVersion.V2021_08_20, Effect.WRITE, Result.class);

    /**
     * What a change is answered with.
     *
     * @param taskId the task's id
     */
    public record Result(@CheckForNull String taskId) {}

    @Override
    public ActionType<Result> type() {
        return TYPE;
    }

    @Override
    public void check(Problems problems) {
        TaskRules.requireProject(problems, projectId);
        if (taskInfo == null) {
            problems.add("TaskInfo", null, Messages._CreateIntegrationTask_TaskInfo());
        } else {
            problems.requireText("TaskInfo.TaskId", taskInfo.taskId(), Messages._ModifyIntegrationTask_TaskId());
            new IntegrationTaskRules(problems, projectId).check("TaskInfo", taskInfo);
        }
    }

    @Override
    public Optional<String> absentIn(Result result) {
        return TaskRules.isBlank(result.taskId()) ? Optional.of("TaskId") : Optional.empty();
    }
}
