package io.jenkins.plugins.wedata.emulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** DescribeBatchOperateTask of version 2021-08-20 and ListTaskVersions of version 2025-08-06. */
final class LookupActions {

    private final Tables tables;

    LookupActions(Tables tables) {
        this.tables = tables;
    }

    List<ActionHandler> handlers() {
        return List.of(
                new ActionHandler("DescribeBatchOperateTask", ActionHandler.V2021, false, this::describeTasks),
                new ActionHandler("ListTaskVersions", ActionHandler.V2025, false, this::listVersions));
    }

    private ActionHandler.Work describeTasks(Caller caller, Parameters request) {
        String projectId = request.text("ProjectId");
        long page = positive("Page", request.text("Page"));
        long size = positive("Size", request.text("Size"));
        TaskFilter filter = TaskFilter.read(projectId, request);
        return () -> {
            tables.requireProject(projectId);
            tables.settle();
            List<StoredTask> found =
                    tables.tasks.values().stream().filter(filter::matches).toList();
            ObjectNode data = Json.object();
            ArrayNode items = data.putArray("Items");
            Paging.slice(found, page, size).forEach(task -> items.add(item(task)));
            data.put("PageCount", Paging.pages(found.size(), size));
            return Json.data(data.put("TotalCount", found.size()));
        };
    }

    private ObjectNode item(StoredTask task) {
        StoredWorkflow workflow = tables.workflows.get(task.workflowId);
        return Json.object()
                .put("CreateTime", Ids.time(task.createTime))
                .put("CycleUnit", "D")
                .putNull("DataEngine")
                .putNull("DatasourceId")
                .putNull("DatasourceType")
                .put("FolderId", workflow.folderId())
                .put("FolderName", "default")
                .put("InCharge", ";" + task.ownerUin + ";")
                .put("ScheduleDesc", "Runs at 00:00 every day")
                .put("Status", task.status())
                .put("Submit", task.versions().isEmpty() ? 0 : 1)
                .put("TaskId", task.taskId)
                .put("TaskName", task.name)
                .put("TaskTypeDesc", TaskTypes.name(task.type))
                .put("TaskTypeId", task.type)
                .put("UpdateTime", Ids.time(task.updateTime()))
                .put("WorkflowId", workflow.workflowId())
                .put("WorkflowName", workflow.name());
    }

    private ActionHandler.Work listVersions(Caller caller, Parameters request) {
        String projectId = request.text("ProjectId");
        String taskId = request.text("TaskId");
        String type = request.optionalText("TaskVersionType").orElse("SAVE");
        Paging paging = Paging.read(request);
        boolean usedOnly = request.optionalFlag("UsedVersion").orElse(false);
        return () -> {
            StoredTask task = tables.requireTask(projectId, taskId);
            if (tables.switches.international()) {
                tables.jobs.values().stream().filter(job -> job.has(taskId)).forEach(BatchJob::look);
            }
            tables.settle();
            // Saved versions are not kept: only what is submitted can be waited for.
            List<TaskVersionSnapshot> found = new ArrayList<>(type.equals("SUBMIT") ? task.versions() : List.of());
            Collections.reverse(found);
            if (usedOnly && found.size() > 1) {
                found.subList(1, found.size()).clear();
            }
            return paging.reply(found, LookupActions::item);
        };
    }

    private static ObjectNode item(TaskVersionSnapshot version) {
        return Json.object()
                .put("ApproveStatus", version.approveStatus())
                .putNull("ApproveUserUin")
                .put("CreateTime", Ids.time(version.createTime()))
                .put("CreateUserUin", version.createUserUin())
                .putNull("Status")
                .putNull("UsedVersion")
                .put("VersionId", version.versionId())
                .put("VersionNum", version.versionNum())
                .put("VersionRemark", version.versionRemark());
    }

    private static long positive(String name, String text) {
        return Optional.of(text)
                .filter(digits -> digits.matches("[1-9][0-9]{0,8}"))
                .map(Long::valueOf)
                .orElseThrow(() -> ServiceError.wrongKind(name));
    }
}
