package io.jenkins.plugins.wedata.emulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A task of a workflow. Guarded by the world it is in. */
final class StoredTask {

    final String projectId;
    final String workflowId;
    final String taskId;
    final long type;
    final Instant createTime;
    String name;
    String ownerUin;
    String description = "";
    private final Map<String, String> ext = new LinkedHashMap<>();
    private final ObjectNode settings = Json.object();
    private final List<TaskVersionSnapshot> versions = new ArrayList<>();

    @CheckForNull
    private String content;

    private Instant updateTime;

    StoredTask(StoredWorkflow workflow, String taskId, String name, long type, String ownerUin, Instant createTime) {
        this.projectId = workflow.projectId();
        this.workflowId = workflow.workflowId();
        this.taskId = taskId;
        this.name = name;
        this.type = type;
        this.ownerUin = ownerUin;
        this.createTime = createTime;
        this.updateTime = createTime;
    }

    void fill(@CheckForNull String newContent, Map<String, String> newExt) {
        content = newContent;
        ext.putAll(newExt);
    }

    /** Takes members of the structure TaskConfiguration; extras that are not among them stay. */
    void configure(ObjectNode changes, Instant when) {
        content = changes.path("CodeContent").asText(content);
        changes.path("TaskExtConfigurationList")
                .forEach(pair -> ext.put(
                        pair.path("ParamKey").asText(), pair.path("ParamValue").asText()));
        ObjectNode others = changes.deepCopy();
        others.remove(List.of("CodeContent", "TaskExtConfigurationList"));
        settings.setAll(others);
        updateTime = when;
    }

    /** The structure TaskConfiguration, but for members that nobody has said. */
    ObjectNode configuration() {
        ObjectNode configuration = settings.deepCopy().put("CodeContent", content);
        ArrayNode list = configuration.putArray("TaskExtConfigurationList");
        ext.forEach((key, value) -> list.addObject().put("ParamKey", key).put("ParamValue", value));
        return configuration;
    }

    void touch(Instant when) {
        updateTime = when;
    }

    void submit(String versionId, String remark, String uin, Instant when, boolean autoRun, boolean needApprove) {
        versions.add(new TaskVersionSnapshot(
                versionId,
                "V" + (versions.size() + 1),
                remark,
                needApprove ? "WAIT_APPROVE" : null,
                uin,
                when,
                autoRun));
        updateTime = when;
    }

    List<TaskVersionSnapshot> versions() {
        return versions;
    }

    Instant updateTime() {
        return updateTime;
    }

    /** {@code Y} when production schedules it, {@code N} when it is new. */
    String status() {
        return versions.isEmpty() ? "N" : "Y";
    }

    TaskSnapshot snapshot() {
        return new TaskSnapshot(
                projectId, workflowId, taskId, name, type, TaskTypes.name(type), content, ext, versions);
    }
}
