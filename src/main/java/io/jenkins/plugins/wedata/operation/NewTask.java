package io.jenkins.plugins.wedata.operation;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.api.CreateTask;
import io.jenkins.plugins.wedata.api.CreateTaskNew;
import io.jenkins.plugins.wedata.api.DescribeBatchOperateTask;
import io.jenkins.plugins.wedata.api.Problems;
import io.jenkins.plugins.wedata.api.TaskExtInfo;
import io.jenkins.plugins.wedata.client.Reply;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/**
 * A task that is to be made. With code it is made by CreateTaskNew, since CreateTask has no place for it; without by
 * CreateTask.
 *
 * @param projectId the project's id
 * @param workflowId the workflow's id
 * @param taskName the task's name
 * @param taskType the number of the task's type
 * @param code the code as people write it, not in base64; null when the task has none
 * @param ext free extras
 * @param productName the product that owns the task; needs code
 * @param instanceInitStrategy when the first instances are made; needs code
 * @param leftCoordinate x on the workflow's canvas; needs code
 * @param topCoordinate y on the workflow's canvas; needs code
 * @param taskFolderId the id of the task's folder; needs code
 * @param codeTemplateId the id of a code template; needs code
 */
public record NewTask(
        String projectId,
        String workflowId,
        String taskName,
        Long taskType,
        @CheckForNull String code,
        @CheckForNull List<TaskExtInfo> ext,
        @CheckForNull String productName,
        @CheckForNull String instanceInitStrategy,
        @CheckForNull Double leftCoordinate,
        @CheckForNull Double topCoordinate,
        @CheckForNull String taskFolderId,
        @CheckForNull String codeTemplateId)
        implements Draft {

    @Override
    public String kind() {
        return Messages.NewTask_Kind();
    }

    @Override
    public String name() {
        return taskName;
    }

    @Override
    public String place() {
        return Messages.NewTask_Place(workflowId, projectId);
    }

    @Override
    public void check(Problems problems) {
        if (code == null) {
            withoutCode().check(problems);
            requireCode(problems, "productName", productName);
            requireCode(problems, "instanceInitStrategy", instanceInitStrategy);
            requireCode(problems, "leftCoordinate", leftCoordinate);
            requireCode(problems, "topCoordinate", topCoordinate);
            requireCode(problems, "taskFolderId", taskFolderId);
            requireCode(problems, "codeTemplateId", codeTemplateId);
        } else {
            Code.check(problems, "content", code);
            withCode(code).check(problems);
        }
    }

    private static void requireCode(Problems problems, String field, @CheckForNull Object value) {
        if (value != null) {
            problems.add(field, value, Messages._NewTask_NeedsCode());
        }
    }

    @Override
    public String actionName() {
        return code == null
                ? withoutCode().type().name()
                : withCode(code).type().name();
    }

    @Override
    public CompletableFuture<Reply<String>> create(Session session) {
        return code == null
                ? session.call(withoutCode())
                        .thenApply(reply -> new Reply<>(reply.result().taskId().orElseThrow(), reply.requestId()))
                : session.call(withCode(code))
                        .thenApply(reply -> new Reply<>(reply.result().taskId().orElseThrow(), reply.requestId()));
    }

    /** A step that goes on after a restart puts an empty text in the place of the code that it has sent. */
    @Override
    public boolean isWhole() {
        return !"".equals(code);
    }

    /** Compares names and workflows by itself: the service's own filter may be looser. */
    @Override
    public CompletableFuture<List<String>> sameNamed(Session session) {
        return Listing.of(
                        session,
                        page -> DescribeBatchOperateTask.named(projectId, workflowId, taskName, page),
                        DescribeBatchOperateTask.Task::taskId)
                .all(item -> item.taskId() != null
                        && Objects.equals(item.taskName(), taskName)
                        && Objects.equals(item.workflowId(), workflowId))
                .thenApply(found -> found.stream()
                        .map(DescribeBatchOperateTask.Task::taskId)
                        .toList());
    }

    @Override
    public Revision revision() {
        return new TaskRevision(this);
    }

    private CreateTask withoutCode() {
        return new CreateTask(projectId, workflowId, taskName, taskType, ext);
    }

    private CreateTaskNew withCode(String text) {
        return new CreateTaskNew(
                projectId,
                workflowId,
                taskName,
                taskType,
                Code.inBase64(text),
                ext,
                productName,
                instanceInitStrategy,
                leftCoordinate,
                topCoordinate,
                taskFolderId,
                codeTemplateId);
    }
}
