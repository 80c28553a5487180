package io.jenkins.plugins.wedata.operation;

import io.jenkins.plugins.wedata.api.DescribeBatchOperateTask;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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
        return page(1, new LinkedHashSet<>(), new Paging(DescribeBatchOperateTask.PAGE_SIZE));
    }

    private CompletableFuture<List<String>> page(int number, Set<String> found, Paging paging) {
        return session.call(
                        DescribeBatchOperateTask.named(task.projectId(), task.workflowId(), task.taskName(), number))
                .thenCompose(reply -> {
                    List<DescribeBatchOperateTask.Task> items = reply.result().items();
                    items.stream()
                            .filter(this::isMatch)
                            .map(DescribeBatchOperateTask.Task::taskId)
                            .forEach(found::add);
                    List<String> ids = items.stream()
                            .map(DescribeBatchOperateTask.Task::taskId)
                            .toList();
                    return paging.goesOn(ids, reply.result().totalCount())
                            ? page(number + 1, found, paging)
                            : CompletableFuture.completedFuture(List.copyOf(found));
                });
    }

    private boolean isMatch(DescribeBatchOperateTask.Task item) {
        return item.taskId() != null
                && Objects.equals(item.taskName(), task.taskName())
                && Objects.equals(item.workflowId(), task.workflowId());
    }
}
