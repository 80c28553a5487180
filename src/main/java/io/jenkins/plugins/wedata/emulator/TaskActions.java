package io.jenkins.plugins.wedata.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** CreateTask and CreateTaskNew of version 2021-08-20. */
final class TaskActions {

    private final Tables tables;
    private final Ledger ledger;

    TaskActions(Tables tables, Ledger ledger) {
        this.tables = tables;
        this.ledger = ledger;
    }

    List<ActionHandler> handlers() {
        return List.of(
                new ActionHandler("CreateTask", ActionHandler.V2021, false, this::createTask),
                new ActionHandler("CreateTaskNew", ActionHandler.V2021, false, this::createTaskNew));
    }

    private ActionHandler.Work createTask(Caller caller, Parameters request) {
        return create("CreateTask", caller, request, null, id -> Json.object().put("Id", id));
    }

    private ActionHandler.Work createTaskNew(Caller caller, Parameters request) {
        String content = request.optionalBase64("Content").orElse(null);
        request.optionalText("ProductName");
        request.optionalText("InstanceInitStrategy");
        request.optionalNumber("LeftCoordinate");
        request.optionalNumber("TopCoordinate");
        request.optionalText("TaskFolderId");
        request.optionalText("CodeTemplateId");
        return create("CreateTaskNew", caller, request, content, TextNode::valueOf);
    }

    private ActionHandler.Work create(
            String action,
            Caller caller,
            Parameters request,
            @CheckForNull String content,
            Function<String, JsonNode> data) {
        String projectId = request.text("ProjectId");
        String workflowId = request.text("WorkflowId");
        String name = request.text("TaskName");
        long type = request.integer("TaskType");
        Map<String, String> ext = new LinkedHashMap<>();
        request.objects("TaskExt")
                .forEach(pair -> ext.put(
                        pair.optionalText("Key").orElse(""),
                        pair.optionalText("Value").orElse("")));
        return () -> {
            StoredWorkflow workflow = tables.requireWorkflow(projectId, workflowId, WorkflowKind.CYCLE);
            if (tables.switches.uniqueTaskNames() && isTaken(workflow, name)) {
                throw new ServiceError("InvalidParameter.DuplicateName", "The task name " + name + " already exists.");
            }
            String taskId = tables.ids.digits(tables.now());
            StoredTask task = new StoredTask(workflow, taskId, name, type, caller.uin(), tables.now());
            task.fill(content, ext);
            tables.addTask(task);
            ledger.tookEffect(action);
            return Json.data(data.apply(taskId));
        };
    }

    private boolean isTaken(StoredWorkflow workflow, String name) {
        return tables.tasks.values().stream()
                .anyMatch(task -> task.workflowId.equals(workflow.workflowId()) && task.name.equals(name));
    }
}
