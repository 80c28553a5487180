package io.jenkins.plugins.wedata.operation;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.api.CreateTriggerTask;
import io.jenkins.plugins.wedata.api.CreateTriggerTaskBaseAttribute;
import io.jenkins.plugins.wedata.api.CreateTriggerTaskConfiguration;
import io.jenkins.plugins.wedata.api.CreateTriggerTaskSchedulerConfiguration;
import io.jenkins.plugins.wedata.api.ListTriggerTasks;
import io.jenkins.plugins.wedata.api.Problems;
import io.jenkins.plugins.wedata.api.TaskBaseAttribute;
import io.jenkins.plugins.wedata.client.Reply;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/**
 * A task of a trigger workflow that is to be made.
 *
 * @param projectId the project's id
 * @param baseAttribute what it is
 * @param configuration what it runs, and where, but for the code
 * @param code the code as people write it, not in base64; null when the task has none
 * @param schedulerConfiguration when it runs
 */
public record NewTriggerTask(
        String projectId,
        CreateTriggerTaskBaseAttribute baseAttribute,
        CreateTriggerTaskConfiguration configuration,
        @CheckForNull String code,
        CreateTriggerTaskSchedulerConfiguration schedulerConfiguration)
        implements Draft {

    @Override
    public String kind() {
        return Messages.NewTriggerTask_Kind();
    }

    @Override
    public String name() {
        return baseAttribute.taskName();
    }

    @Override
    public String place() {
        return Messages.NewTriggerTask_Place(baseAttribute.workflowId(), projectId);
    }

    @Override
    public String actionName() {
        return action().type().name();
    }

    @Override
    public void check(Problems problems) {
        if (code != null) {
            Code.check(problems, "configuration.code", code);
        }
        action().check(problems);
    }

    @Override
    public CompletableFuture<Reply<String>> create(Session session) {
        return session.call(action())
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
        return Listing.of(session, this::page, TaskBaseAttribute::taskId)
                .all(item -> item.taskId() != null
                        && Objects.equals(item.taskName(), name())
                        && Objects.equals(item.workflowId(), baseAttribute.workflowId()))
                .thenApply(
                        found -> found.stream().map(TaskBaseAttribute::taskId).toList());
    }

    @Override
    public Revision revision() {
        return new TriggerTaskRevision(action());
    }

    private ListTriggerTasks page(long number) {
        return ListTriggerTasks.named(projectId, baseAttribute.workflowId(), name(), number);
    }

    private CreateTriggerTask action() {
        return new CreateTriggerTask(
                projectId,
                baseAttribute,
                code == null ? configuration : configuration.withCodeContent(Code.inBase64(code)),
                schedulerConfiguration);
    }
}
