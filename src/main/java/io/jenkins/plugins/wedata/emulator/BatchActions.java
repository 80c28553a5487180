package io.jenkins.plugins.wedata.emulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** BatchCreateTaskVersionAsync, ListBatchDetail and GetBatchDetailErrorLog of version 2021-08-20. */
final class BatchActions {

    /** What the service says of a task that is gone; in the words of the published sample. */
    static final String TASK_IS_GONE = "Data access error: the task may have been deleted. Refresh and try again.";

    /** The service publishes no words for it; only SubmitTriggerTask makes versions of such a task. */
    static final String IS_A_TRIGGER_TASK = "The task belongs to a trigger workflow. Submit it with SubmitTriggerTask.";

    private static final String FAILED = "Operation failed.";

    private record Wanted(String taskId, String remark) {}

    private final Tables tables;
    private final Ledger ledger;

    BatchActions(Tables tables, Ledger ledger) {
        this.tables = tables;
        this.ledger = ledger;
    }

    List<ActionHandler> handlers() {
        return List.of(
                new ActionHandler("BatchCreateTaskVersionAsync", ActionHandler.V2021, false, this::create),
                new ActionHandler("ListBatchDetail", ActionHandler.V2021, true, this::listDetail),
                new ActionHandler("GetBatchDetailErrorLog", ActionHandler.V2021, true, this::errorLog));
    }

    private ActionHandler.Work create(Caller caller, Parameters request) {
        List<Wanted> wanted = new ArrayList<>();
        for (Parameters task : request.someObjects("Tasks")) {
            wanted.add(new Wanted(
                    task.text("TaskId"), task.optionalText("VersionRemark").orElse("")));
            task.optionalText("FolderId");
        }
        String projectId = request.text("ProjectId");
        boolean autoRun = request.optionalFlag("AutoRun").orElse(false);
        boolean checkParent = request.optionalFlag("NeedCheckParentSubmitted").orElse(false);
        request.optionalText("AlarmWays");
        request.optionalText("AlarmRecipientTypes");
        request.optionalFlag("EnableMakeUp");
        request.texts("AssignApprovalList");
        for (Parameters strategy : request.objects("PerTaskMissingInstanceStrategy")) {
            strategy.optionalText("TaskId");
            strategy.optionalText("MissingInstanceStrategy");
        }
        return () -> {
            tables.requireProject(projectId);
            BatchJob.Order order = new BatchJob.Order(
                    projectId, caller.uin(), autoRun, checkParent, tables.switches.versionsNeedApproval());
            BatchJob job = job(order, wanted);
            tables.addJob(job);
            ledger.tookEffect("BatchCreateTaskVersionAsync");
            return Json.data(Json.object().put("JobId", job.jobId));
        };
    }

    private BatchJob job(BatchJob.Order order, List<Wanted> wanted) {
        JobEnd end = tables.switches.jobEnd();
        List<BatchJob.Item> items = new ArrayList<>();
        for (Wanted one : wanted) {
            items.add(item(order.projectId(), one, end.failsAll() ? FAILED : null));
        }
        int last = items.size() - 1;
        if (end.failsSome() && items.stream().allMatch(item -> item.failure() == null)) {
            items.set(last, item(order.projectId(), wanted.get(last), FAILED));
        }
        return new BatchJob(tables.ids.job(), order, items, end, tables.switches.pace(), tables.now());
    }

    private BatchJob.Item item(String projectId, Wanted wanted, @CheckForNull String failure) {
        Optional<StoredTask> task = tables.findTask(projectId, wanted.taskId());
        String missing = tables.triggerTasks.containsKey(wanted.taskId()) ? IS_A_TRIGGER_TASK : TASK_IS_GONE;
        String reason = task.isEmpty() ? missing : tables.failures.getOrDefault(wanted.taskId(), failure);
        String name = task.map(known -> known.name).orElse(wanted.taskId());
        return new BatchJob.Item(
                tables.ids.process(), wanted.taskId(), name, task.orElse(null), wanted.remark(), reason);
    }

    private ActionHandler.Work listDetail(Caller caller, Parameters request) {
        long jobId = request.integer("JobId");
        Optional<String> projectId = request.optionalText("ProjectId");
        return () -> {
            BatchJob job = find(jobId, projectId);
            job.look();
            tables.settle(job);
            ObjectNode response = Json.object();
            response.set("FailResource", resources(job.done(true)));
            response.put("JobId", job.jobId);
            response.put("JobStatus", job.status());
            response.put("JobType", "BATCH_CREATE_VERSION");
            response.put("NeedApprove", job.order.needApprove());
            response.put("RunType", "ASYNC");
            response.set("SuccessResource", resources(job.done(false)));
            return response.put("TotalResource", job.items.size());
        };
    }

    private static ArrayNode resources(List<BatchJob.Item> items) {
        ArrayNode resources = Json.object().arrayNode();
        for (BatchJob.Item item : items) {
            resources
                    .addObject()
                    .putNull("ExtraInfo")
                    .put("ProcessId", item.processId())
                    .put("ResourceId", item.taskId())
                    .put("ResourceName", item.name());
        }
        return resources;
    }

    private ActionHandler.Work errorLog(Caller caller, Parameters request) {
        long jobId = request.integer("JobId");
        String resourceId = request.text("ResourceId");
        Optional<String> projectId = request.optionalText("ProjectId");
        return () -> {
            BatchJob job = find(jobId, projectId);
            tables.settle(job);
            String reason = job.done(true).stream()
                    .filter(item -> item.taskId().equals(resourceId))
                    .findFirst()
                    .map(BatchJob.Item::failure)
                    .orElseThrow(() -> ServiceError.notFound("failure of", resourceId));
            return Json.data(TextNode.valueOf(reason));
        };
    }

    private BatchJob find(long jobId, Optional<String> projectId) {
        projectId.filter(id -> !id.isEmpty()).ifPresent(tables::requireProject);
        BatchJob job = tables.jobs.get(jobId);
        if (job == null
                || projectId
                        .filter(id -> !id.isEmpty() && !id.equals(job.order.projectId()))
                        .isPresent()) {
            throw ServiceError.notFound("job", Long.toString(jobId));
        }
        return job;
    }
}
