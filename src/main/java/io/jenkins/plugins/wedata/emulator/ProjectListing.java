package io.jenkins.plugins.wedata.emulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** ListProjects and ListResourceGroups of version 2025-08-06. Both look at the whole account. */
final class ProjectListing {

    private static final long ENABLED = 1;
    private static final String MODEL = "SIMPLE";
    private static final Set<String> MODELS = Set.of(MODEL, "STANDARD");
    private static final Set<String> GROUP_TYPES = Set.of("Schedule", "Integration", "DataService");

    private final Tables tables;

    ProjectListing(Tables tables) {
        this.tables = tables;
    }

    List<ActionHandler> handlers() {
        return List.of(
                new ActionHandler("ListProjects", ActionHandler.V2025, false, this::listProjects),
                new ActionHandler("ListResourceGroups", ActionHandler.V2025, false, this::listResourceGroups));
    }

    private ActionHandler.Work listProjects(Caller caller, Parameters request) {
        List<String> ids = request.texts("ProjectIds");
        String nameText = request.optionalText("ProjectName").orElse("");
        boolean enabled = request.optionalInteger("Status").orElse(ENABLED) == ENABLED;
        Optional<String> model = request.optionalWord("ProjectModel", MODELS);
        Paging paging = Paging.readOfAnySize(request);
        return () -> {
            List<StoredProject> found = tables.projects.values().stream()
                    .filter(project -> enabled && model.orElse(MODEL).equals(MODEL))
                    .filter(project -> ids.isEmpty() || ids.contains(project.projectId()))
                    .filter(project -> project.name().contains(nameText))
                    .toList();
            return paging.reply(found, this::item);
        };
    }

    private ObjectNode item(StoredProject project) {
        return Json.object()
                .put("CreateTime", Ids.offsetTime(project.createTime()))
                .put("CreatorUin", tables.ownerUin)
                .put("Description", "")
                .put("DisplayName", project.name())
                .put("ProjectId", project.projectId())
                .put("ProjectModel", MODEL)
                .put("ProjectName", project.name())
                .putNull("ProjectOwnerUin")
                .put("Status", ENABLED);
    }

    private ActionHandler.Work listResourceGroups(Caller caller, Parameters request) {
        Optional<String> type = request.optionalWord("Type", GROUP_TYPES);
        String id = request.optionalText("Id").orElse("");
        String nameText = request.optionalText("Name").orElse("");
        List<String> projectIds = request.texts("ProjectIds");
        Paging paging = Paging.readOfAnySize(request);
        return () -> {
            List<StoredResourceGroup> found = tables.resourceGroups.values().stream()
                    .filter(group -> type.orElse(group.type()).equals(group.type()))
                    .filter(group -> id.isEmpty() || id.equals(group.id()))
                    .filter(group -> group.name().contains(nameText))
                    .filter(group -> projectIds.isEmpty() || !Collections.disjoint(projectIds, group.projectIds()))
                    .toList();
            return paging.reply(found, this::item);
        };
    }

    private ObjectNode item(StoredResourceGroup group) {
        ObjectNode item = Json.object();
        ArrayNode projects = item.putArray("AssociateProjects");
        for (String projectId : group.projectIds()) {
            String name = tables.projects.get(projectId).name();
            projects.addObject()
                    .put("ProjectDisplayName", name)
                    .put("ProjectId", projectId)
                    .put("ProjectName", name);
        }
        return item.put("Description", "")
                .put("Id", group.id())
                .put("Name", group.name())
                .put("Region", "ap-guangzhou")
                .put("ResourceGroupType", group.type())
                .put("SubNet", "subnet-00000001")
                .put("VpcId", "vpc-00000001");
    }
}
