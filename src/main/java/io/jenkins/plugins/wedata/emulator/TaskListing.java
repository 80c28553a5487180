package io.jenkins.plugins.wedata.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** ListTasks and ListTriggerTasks of version 2025-08-06: each lists the tasks of one kind of workflows. */
final class TaskListing {

    private final Tables tables;

    TaskListing(Tables tables) {
        this.tables = tables;
    }

    List<ActionHandler> handlers() {
        return List.of(
                new ActionHandler("ListTasks", ActionHandler.V2025, false, this::listTasks),
                new ActionHandler("ListTriggerTasks", ActionHandler.V2025, false, this::listTriggerTasks));
    }

    private ActionHandler.Work listTasks(Caller caller, Parameters request) {
        TaskQuery query = TaskQuery.read(request);
        Paging paging = Paging.read(request);
        return () -> {
            tables.requireProject(query.projectId());
            tables.settle();
            List<StoredTask> found = tables.tasks.values().stream()
                    .filter(task -> query.matches(task, task.ownerUin))
                    .toList();
            return paging.reply(
                    found, task -> item(tables, task, task.ownerUin).put("TaskDescription", task.description));
        };
    }

    private ActionHandler.Work listTriggerTasks(Caller caller, Parameters request) {
        TaskQuery query = TaskQuery.read(request);
        Paging paging = Paging.read(request);
        return () -> {
            tables.requireProject(query.projectId());
            List<StoredTriggerTask> found = tables.triggerTasks.values().stream()
                    .filter(known -> query.matches(known.task(), known.creatorUin()))
                    .toList();
            return paging.reply(
                    found,
                    known -> item(tables, known.task(), known.creatorUin())
                            .put("TaskDescription", known.definition().description())
                            .put("TaskFolderPath", known.definition().folderPath()));
        };
    }

    /** A task's structure TaskBaseAttribute, which those of trigger workflows have too. */
    static ObjectNode item(Tables tables, StoredTask task, String creatorUin) {
        boolean submitted = !task.versions().isEmpty();
        String newest = submitted ? "V" + task.versions().size() : "";
        return Json.object()
                .put("CreateTime", Ids.time(task.createTime))
                .put("CreateUserUin", creatorUin)
                .putNull("LastOpsTime")
                .putNull("LastOpsUserName")
                .put("LastUpdateTime", Ids.time(task.updateTime()))
                .putNull("LastUpdateUserName")
                .put("OwnerUin", task.ownerUin)
                .put("Status", task.status())
                .put("Submit", submitted)
                .put("TaskId", task.taskId)
                .put("TaskLatestSubmitVersionNo", newest)
                .put("TaskLatestVersionNo", newest)
                .put("TaskName", task.name)
                .put("TaskTypeId", task.type)
                .put("UpdateUserUin", task.ownerUin)
                .put("WorkflowId", task.workflowId)
                .put("WorkflowName", tables.workflows.get(task.workflowId).name());
    }
}
