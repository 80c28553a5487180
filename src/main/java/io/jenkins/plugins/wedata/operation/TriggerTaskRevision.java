package io.jenkins.plugins.wedata.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.api.CreateTriggerTask;
import io.jenkins.plugins.wedata.api.CreateTriggerTaskConfiguration;
import io.jenkins.plugins.wedata.api.CreateTriggerTaskSchedulerConfiguration;
import io.jenkins.plugins.wedata.api.GetTriggerTask;
import io.jenkins.plugins.wedata.api.UpdateTaskBaseAttributePart;
import io.jenkins.plugins.wedata.api.UpdateTriggerTaskPartially;
import io.jenkins.plugins.wedata.client.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Changes what differs of a trigger task: what it is but for name and type, what it runs, and when. */
record TriggerTaskRevision(CreateTriggerTask task) implements Revision {

    private static final String BASE = "TriggerTaskBaseAttribute";
    private static final String CONFIGURATION = "TriggerTaskConfiguration";
    private static final String SCHEDULE = "TriggerTaskSchedulerConfiguration";

    /** What CreateTriggerTask takes and UpdateTriggerTaskPartially has no published place for. */
    private static final List<String> ONLY_ON_CREATION = List.of("AllowDownstreamDependency", "ScheduleType");

    /** The lists of which elements can be taken out, and by which key; published with FieldToRemoveList. */
    private static final List<Map.Entry<String, String>> KEYS_OF_LISTS = List.of(
            Map.entry("TaskSchedulingParameterList", "ParamKey"),
            Map.entry("UpstreamDependencyConfigList", "TaskId"),
            Map.entry("ParamTaskOutList", "ParamKey"),
            Map.entry("ParamTaskInList", "ParamKey"),
            Map.entry("TaskOutputRegistryList", "TablePhysicalId"));

    @Override
    public String actionName() {
        return "UpdateTriggerTaskPartially";
    }

    @Override
    public CompletableFuture<ObjectNode> present(Session session, String taskId) {
        return session.call(new GetTriggerTask(task.projectId(), taskId))
                .thenApply(reply -> WireTree.of(reply.result().data()));
    }

    @Override
    public ObjectNode wanted() {
        ObjectNode wanted = WireTree.of(task).without("ProjectId");
        wanted.with(BASE).remove(List.of("TaskName", "TaskTypeId", "WorkflowId"));
        wanted.with(SCHEDULE).remove(ONLY_ON_CREATION);
        return wanted;
    }

    @Override
    public List<String> notCompared() {
        JsonNode schedule = WireTree.of(task).path(SCHEDULE);
        return ONLY_ON_CREATION.stream()
                .filter(schedule::has)
                .map(name -> "schedulerConfiguration." + Character.toLowerCase(name.charAt(0)) + name.substring(1))
                .toList();
    }

    @Override
    public void refuse(ObjectNode present) {
        TaskRevision.refuseOtherType(
                "baseAttribute.taskTypeId",
                present.path(BASE).path("TaskTypeId"),
                task.triggerTaskBaseAttribute().taskTypeId().strip());
    }

    @Override
    public CompletableFuture<Reply<Boolean>> send(Session session, String taskId, Difference difference) {
        UpdateTriggerTaskPartially.Part part = new UpdateTriggerTaskPartially.Part(
                changes(difference, BASE, UpdateTaskBaseAttributePart.class),
                changes(difference, CONFIGURATION, CreateTriggerTaskConfiguration.class),
                changes(difference, SCHEDULE, CreateTriggerTaskSchedulerConfiguration.class));
        List<String> gone = gone(difference);
        return session.call(
                        new UpdateTriggerTaskPartially(task.projectId(), taskId, part, gone.isEmpty() ? null : gone))
                .thenApply(reply -> new Reply<>(reply.result().isDone(), reply.requestId()));
    }

    @CheckForNull
    private static <T> T changes(Difference difference, String structure, Class<T> type) {
        JsonNode changes = difference.changes(structure);
        return changes.isMissingNode() ? null : WireTree.read(changes, type);
    }

    /** Whether a list that is sent takes the place of the one that is there is not published: what goes is named as well. */
    private static List<String> gone(Difference difference) {
        List<String> paths = new ArrayList<>();
        for (Map.Entry<String, String> list : KEYS_OF_LISTS) {
            for (String structure : List.of(CONFIGURATION, SCHEDULE)) {
                List<String> keys = difference.gone(structure, list.getKey(), list.getValue());
                if (!keys.isEmpty()) {
                    String path = structure.substring("Trigger".length()) + "/" + list.getKey();
                    paths.add(path + ":" + String.join(",", keys));
                }
            }
        }
        return paths;
    }
}
