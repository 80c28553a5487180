package io.jenkins.plugins.wedata.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.wedata.api.CreateTriggerTaskConfiguration;
import io.jenkins.plugins.wedata.api.GetTask;
import io.jenkins.plugins.wedata.api.UpdateTaskPartially;
import io.jenkins.plugins.wedata.client.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Changes the code of a task. What else CreateTask and CreateTaskNew take has no published counterpart in
 * UpdateTaskPartially: it serves the creation alone.
 */
record TaskRevision(NewTask task) implements Revision {

    private static final String BASE = "TaskBaseAttribute";
    private static final String CONFIGURATION = "TaskConfiguration";

    @Override
    public String actionName() {
        return "UpdateTaskPartially";
    }

    @Override
    public CompletableFuture<ObjectNode> present(Session session, String taskId) {
        return session.call(new GetTask(task.projectId(), taskId))
                .thenApply(reply -> WireTree.of(reply.result().data()));
    }

    @Override
    public ObjectNode wanted() {
        ObjectNode wanted = WireTree.empty();
        Optional.ofNullable(task.code())
                .ifPresent(code -> wanted.putObject(CONFIGURATION).put("CodeContent", Code.inBase64(code)));
        return wanted;
    }

    @Override
    public List<String> notCompared() {
        List<String> names = new ArrayList<>();
        given(names, "ext", task.ext());
        given(names, "productName", task.productName());
        given(names, "instanceInitStrategy", task.instanceInitStrategy());
        given(names, "leftCoordinate", task.leftCoordinate());
        given(names, "topCoordinate", task.topCoordinate());
        given(names, "taskFolderId", task.taskFolderId());
        given(names, "codeTemplateId", task.codeTemplateId());
        return names;
    }

    private static void given(List<String> names, String name, Object value) {
        if (value != null) {
            names.add(name);
        }
    }

    @Override
    public void refuse(ObjectNode present) {
        refuseOtherType("taskType", present.path(BASE).path("TaskTypeId"), String.valueOf(task.taskType()));
    }

    /** Neither action has a place for a type. */
    static void refuseOtherType(String field, JsonNode present, String wanted) {
        if (present.isNumber() && !present.asText().equals(wanted)) {
            throw new OperationFailedException(Messages.TaskRevision_OtherType(present.asText(), field, wanted));
        }
    }

    @Override
    public CompletableFuture<Reply<Boolean>> send(Session session, String taskId, Difference difference) {
        CreateTriggerTaskConfiguration changes =
                WireTree.read(difference.changes(CONFIGURATION), CreateTriggerTaskConfiguration.class);
        return session.call(new UpdateTaskPartially(
                        task.projectId(), taskId, new UpdateTaskPartially.Part(null, changes), null))
                .thenApply(reply -> new Reply<>(reply.result().isDone(), reply.requestId()));
    }
}
