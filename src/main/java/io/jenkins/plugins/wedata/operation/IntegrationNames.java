package io.jenkins.plugins.wedata.operation;

import io.jenkins.plugins.wedata.api.CheckIntegrationTaskNameExists;
import io.jenkins.plugins.wedata.api.CheckIntegrationTaskNameExists.Result;
import io.jenkins.plugins.wedata.api.DescribeIntegrationTasks;
import io.jenkins.plugins.wedata.api.IntegrationTaskInfo;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Finds out whether an integration task of a name is there: one probe tells whether, a listing tells which. */
final class IntegrationNames {

    private final Session session;
    private final String projectId;
    private final IntegrationName name;

    IntegrationNames(Session session, String projectId, IntegrationName name) {
        this.session = session;
        this.projectId = projectId;
        this.name = name;
    }

    CompletableFuture<Boolean> isTaken() {
        return probe().thenApply(Result::isTaken);
    }

    /** Whether the one that has the name is in development or in production, to be put after its place. */
    CompletableFuture<String> state() {
        return probe().thenApply(IntegrationNames::inWords);
    }

    private CompletableFuture<Result> probe() {
        return session.call(new CheckIntegrationTaskNameExists(
                        name.text(), projectId, null, CheckIntegrationTaskNameExists.syncTypeOf(name.syncType())))
                .thenApply(reply -> reply.result());
    }

    private static String inWords(Result result) {
        long state = Objects.requireNonNullElse(result.existsType(), 0L);
        if (state == CheckIntegrationTaskNameExists.IN_DEVELOPMENT) {
            return Messages.IntegrationNames_InDevelopment();
        }
        return state == CheckIntegrationTaskNameExists.IN_PRODUCTION ? Messages.IntegrationNames_InProduction() : "";
    }

    /** The ids of all that bear the name; fails when it is taken and none can be found. */
    CompletableFuture<List<String>> idsOrFailure() {
        return probe().thenCompose(result -> {
            if (!result.isTaken()) {
                return CompletableFuture.completedFuture(List.of());
            }
            return ids().thenApply(ids -> {
                if (ids.isEmpty()) {
                    throw new OperationFailedException(
                            Messages.IntegrationNames_NotListed(name.text(), projectId, inWords(result)));
                }
                return ids;
            });
        });
    }

    /** The ids of all that bear the name, in their development state. */
    CompletableFuture<List<String>> ids() {
        CompletableFuture<Set<String>> found = CompletableFuture.completedFuture(new LinkedHashSet<>());
        for (long taskType : name.taskTypes()) {
            found = found.thenCompose(ids -> listing(taskType)
                    .all(task -> task.taskId() != null && name.isOf(task))
                    .thenApply(tasks -> {
                        tasks.forEach(task -> ids.add(task.taskId()));
                        return ids;
                    }));
        }
        return found.thenApply(ArrayList::new);
    }

    private Listing<IntegrationTaskInfo> listing(long taskType) {
        return new Listing<>(
                page -> session.call(DescribeIntegrationTasks.page(projectId, taskType, page))
                        .thenApply(reply -> reply.result().page()),
                IntegrationTaskInfo::taskId);
    }
}
