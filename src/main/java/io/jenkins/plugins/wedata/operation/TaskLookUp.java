package io.jenkins.plugins.wedata.operation;

import io.jenkins.plugins.wedata.api.DescribeBatchOperateTask;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** Finds the tasks of a workflow that bear exactly a name: the service's own filter may be looser. */
final class TaskLookUp {

    private final Session session;
    private final NewTask task;

    TaskLookUp(Session session, NewTask task) {
        this.session = session;
        this.task = task;
    }

    /** The ids of all tasks of that name in that workflow, over all pages. */
    CompletableFuture<List<String>> ids() {
        return Listing.of(
                        session,
                        page -> DescribeBatchOperateTask.named(
                                task.projectId(), task.workflowId(), task.taskName(), page),
                        DescribeBatchOperateTask.Task::taskId)
                .all(this::isMatch)
                .thenApply(found -> found.stream()
                        .map(DescribeBatchOperateTask.Task::taskId)
                        .toList());
    }

    private boolean isMatch(DescribeBatchOperateTask.Task item) {
        return item.taskId() != null
                && Objects.equals(item.taskName(), task.taskName())
                && Objects.equals(item.workflowId(), task.workflowId());
    }
}
