package io.jenkins.plugins.wedata.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.api.DescribeIntegrationTask;
import io.jenkins.plugins.wedata.api.IntegrationTaskInfo;
import io.jenkins.plugins.wedata.api.ModifyIntegrationTask;
import io.jenkins.plugins.wedata.client.CallRefusedException;
import io.jenkins.plugins.wedata.client.Reply;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Changes the definition of an integration task. ModifyIntegrationTask takes a whole one: what is there is sent, with what is
 * wanted laid over it.
 *
 * @param projectId the project's id
 * @param name what the task is recognised by
 * @param definition what is wanted; null after a restart
 */
record IntegrationTaskRevision(
        String projectId,
        IntegrationName name,
        @CheckForNull IntegrationTaskInfo definition) implements Revision {

    private static final String INFO = "TaskInfo";

    @Override
    public String actionName() {
        return "ModifyIntegrationTask";
    }

    /** An action for each kind of task: where the definition does not say which, both are asked. */
    @Override
    public CompletableFuture<ObjectNode> present(Session session, String taskId) {
        return present(session, taskId, name.taskTypes().iterator());
    }

    private CompletableFuture<ObjectNode> present(Session session, String taskId, Iterator<Long> types) {
        CompletableFuture<ObjectNode> read = session.call(
                        new DescribeIntegrationTask(taskId, projectId, types.next(), null, null))
                .thenApply(reply -> {
                    ObjectNode present = WireTree.empty();
                    present.set(INFO, WireTree.of(reply.result().taskInfo()));
                    return present;
                });
        return Async.recover(
                read,
                CallRefusedException.class,
                refused -> types.hasNext() ? present(session, taskId, types) : CompletableFuture.failedFuture(refused));
    }

    /** In a definition 0 stands for a kind that is not said. */
    @Override
    public ObjectNode wanted() {
        ObjectNode wanted = WireTree.empty();
        ObjectNode info = WireTree.of(Optional.ofNullable(definition).orElseThrow());
        for (String kind : List.of("TaskType", "SyncType")) {
            if (info.path(kind).asLong() == 0) {
                info.remove(kind);
            }
        }
        wanted.set(INFO, info);
        return wanted;
    }

    @Override
    public List<String> notCompared() {
        return List.of();
    }

    @Override
    public CompletableFuture<Reply<Boolean>> send(Session session, String taskId, Difference difference) {
        JsonNode whole = difference.expected().withObject("/" + INFO).put("TaskId", taskId);
        return session.call(new ModifyIntegrationTask(WireTree.read(whole, IntegrationTaskInfo.class), projectId, null))
                .thenApply(reply -> new Reply<>(true, reply.requestId()));
    }
}
