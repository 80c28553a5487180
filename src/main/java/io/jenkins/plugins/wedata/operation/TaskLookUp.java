package io.jenkins.plugins.wedata.operation;

import io.jenkins.plugins.wedata.api.DescribeBatchOperateTask;
import java.util.ArrayList;
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
        return page(1, new ArrayList<>());
    }

    private CompletableFuture<List<String>> page(int number, List<String> found) {
        return session.call(
                        DescribeBatchOperateTask.named(task.projectId(), task.workflowId(), task.taskName(), number))
                .thenCompose(reply -> {
                    List<DescribeBatchOperateTask.Task> items = reply.result().items();
                    items.stream()
                            .filter(this::isMatch)
                            .map(item -> item.taskId())
                            .forEach(found::add);
                    boolean last = items.isEmpty()
                            || reply.result()
                                    .totalCount()
                                    .map(total -> (long) number * DescribeBatchOperateTask.PAGE_SIZE >= total)
                                    .orElse(items.size() < DescribeBatchOperateTask.PAGE_SIZE);
                    return last ? CompletableFuture.completedFuture(List.copyOf(found)) : page(number + 1, found);
                });
    }

    private boolean isMatch(DescribeBatchOperateTask.Task item) {
        return item.taskId() != null
                && Objects.equals(item.taskName(), task.taskName())
                && Objects.equals(item.workflowId(), task.workflowId());
    }
}
