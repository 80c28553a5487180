package io.jenkins.plugins.wedata.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** ListWorkflows and ListTriggerWorkflows of version 2025-08-06. There are no manual workflows and no folders here. */
final class WorkflowListing {

    private static final String CYCLE = "cycle";
    private static final Set<String> TYPES = Set.of(CYCLE, "manual");
    private static final Set<String> WHOLE = Set.of("", "/");

    private final Tables tables;

    WorkflowListing(Tables tables) {
        this.tables = tables;
    }

    List<ActionHandler> handlers() {
        return List.of(
                new ActionHandler("ListWorkflows", ActionHandler.V2025, false, this::listWorkflows),
                new ActionHandler("ListTriggerWorkflows", ActionHandler.V2025, false, this::listTriggerWorkflows));
    }

    private ActionHandler.Work listWorkflows(Caller caller, Parameters request) {
        boolean cycle =
                request.optionalWord("WorkflowType", TYPES).orElse(CYCLE).equals(CYCLE);
        return list(request, workflow -> cycle && workflow.kind() == WorkflowKind.CYCLE);
    }

    private ActionHandler.Work listTriggerWorkflows(Caller caller, Parameters request) {
        return list(request, workflow -> workflow.kind() == WorkflowKind.TRIGGER);
    }

    private ActionHandler.Work list(Parameters request, Predicate<StoredWorkflow> ofKind) {
        String projectId = request.text("ProjectId");
        Predicate<StoredWorkflow> wanted = ofKind.and(filter(request));
        Paging paging = Paging.read(request);
        return () -> {
            tables.requireProject(projectId);
            List<StoredWorkflow> found = tables.workflows.values().stream()
                    .filter(workflow -> workflow.projectId().equals(projectId))
                    .filter(wanted)
                    .toList();
            return paging.reply(found, this::item);
        };
    }

    /** A keyword is looked for anywhere in the name. */
    private Predicate<StoredWorkflow> filter(Parameters request) {
        String keyword = request.optionalText("Keyword").orElse("");
        boolean anyFolder =
                WHOLE.contains(request.optionalText("ParentFolderPath").orElse(""));
        boolean ours = isOwner(request.optionalText("OwnerUin")) && isOwner(request.optionalText("CreateUserUin"));
        TimeRange modified = TimeRange.read(request, "ModifyTime");
        TimeRange created = TimeRange.read(request, "CreateTime");
        request.optionalText("BundleId");
        return workflow -> anyFolder
                && ours
                && workflow.name().contains(keyword)
                && modified.contains(workflow.createTime())
                && created.contains(workflow.createTime());
    }

    private boolean isOwner(Optional<String> uin) {
        return uin.filter(given -> !given.isEmpty() && !given.equals(tables.ownerUin))
                .isEmpty();
    }

    private ObjectNode item(StoredWorkflow workflow) {
        ObjectNode item = Json.object()
                .put("CreateTime", Ids.time(workflow.createTime()))
                .put("CreateUserUin", tables.ownerUin)
                .put("ModifyTime", Ids.time(workflow.createTime()))
                .put("OwnerUin", tables.ownerUin)
                .put("UpdateUserUin", tables.ownerUin)
                .put("WorkflowDesc", "")
                .put("WorkflowId", workflow.workflowId())
                .put("WorkflowName", workflow.name());
        return workflow.kind() == WorkflowKind.CYCLE ? item.put("WorkflowType", CYCLE) : item;
    }
}
