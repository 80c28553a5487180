package io.jenkins.plugins.wedata.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;
import java.util.Optional;

/**
 * CreateTaskNew of version 2021-08-20: makes a task with its code.
 *
 * @param projectId the project's id
 * @param workflowId the workflow's id, a UUID
 * @param taskName the task's name
 * @param taskType the number of the task's type, see {@link TaskType}
 * @param content the code in base64; the mainland site requires it
 * @param taskExt free extras
 * @param productName the product that owns the task, such as {@code DATA_DEV}
 * @param instanceInitStrategy when the first instances are made, such as {@code T+1}
 * @param leftCoordinate x on the workflow's canvas
 * @param topCoordinate y on the workflow's canvas
 * @param taskFolderId the id of the task's folder
 * @param codeTemplateId the id of a code template
 */
public record CreateTaskNew(
        String projectId,
        String workflowId,
        String taskName,
        Long taskType,
        @CheckForNull String content,
        @CheckForNull List<TaskExtInfo> taskExt,
        @CheckForNull String productName,
        @CheckForNull String instanceInitStrategy,
        @CheckForNull Double leftCoordinate,
        @CheckForNull Double topCoordinate,
        @CheckForNull String taskFolderId,
        @CheckForNull String codeTemplateId)
        implements WeDataAction<CreateTaskNew.Result> {

    private static final ActionType<Result> TYPE =
            new ActionType<>("CreateTaskNew", ApiVersion.V2021_08_20, Effect.WRITE, Result.class);

    /**
     * How many bytes of UTF-8 a task's code may have: in base64 and with the rest of a request around it, so many still
     * fit into WeData's 10 MB.
     */
    public static final int LARGEST_CODE = 7_000_000;

    /**
     * What a created task is answered with.
     *
     * @param data the new task's id, as a bare text
     */
    public record Result(@CheckForNull String data) {

        /**
         * The new task's id.
         *
         * @return empty when the reply holds none
         */
        public Optional<String> taskId() {
            return Optional.ofNullable(data).filter(id -> !id.isBlank());
        }
    }

    @Override
    public ActionType<Result> type() {
        return TYPE;
    }

    @Override
    public void check(Problems problems) {
        TaskRules.checkNewTask(problems, projectId, workflowId, taskName, taskType, taskExt);
        TaskRules.checkBase64(problems, "content", content);
    }

    @Override
    public Optional<String> absentIn(Result result) {
        return result.taskId().isEmpty() ? Optional.of("Data") : Optional.empty();
    }
}
