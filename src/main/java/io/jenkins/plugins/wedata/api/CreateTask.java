package io.jenkins.plugins.wedata.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;
import java.util.Optional;

/**
 * CreateTask of version 2021-08-20: makes a task without code. WeData marks it as deprecated in favour of
 * {@link CreateTaskNew} and keeps it online.
 *
 * @param projectId the project's id
 * @param workflowId the workflow's id, a UUID
 * @param taskName the task's name
 * @param taskType the number of the task's type, see {@link TaskType}
 * @param taskExt free extras
 */
public record CreateTask(
        String projectId,
        String workflowId,
        String taskName,
        Long taskType,
        @CheckForNull List<TaskExtInfo> taskExt) implements WeDataAction<CreateTask.Result> {

    private static final ActionType<Result> TYPE =
            new ActionType<>("CreateTask", ApiVersion.V2021_08_20, Effect.WRITE, Result.class);

    /**
     * What a created task is answered with.
     *
     * @param data carries the new id
     */
    public record Result(@CheckForNull CommonId data) {

        /**
         * The new task's id.
         *
         * @return empty when the reply holds none
         */
        public Optional<String> taskId() {
            return Optional.ofNullable(data).map(CommonId::id).filter(id -> !id.isBlank());
        }
    }

    @Override
    public ActionType<Result> type() {
        return TYPE;
    }

    @Override
    public void check(Problems problems) {
        TaskRules.checkNewTask(problems, projectId, workflowId, taskName, taskType, taskExt);
    }

    @Override
    public Optional<String> absentIn(Result result) {
        return result.taskId().isEmpty() ? Optional.of("Data.Id") : Optional.empty();
    }
}
