package io.jenkins.plugins.wedata.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an integration task is to do, as its maker said it.
 *
 * @param name the task's name
 * @param type 201 real-time, 202 offline
 * @param members members of IntegrationTaskInfo, given back as they are
 */
record IntegrationDefinition(String name, long type, ObjectNode members) {

    /** What a maker decides; a request's other members are the service's own. */
    private static final List<String> MAKERS = List.of(
            "Description",
            "SyncType",
            "WorkflowId",
            "TaskGroupId",
            "OwnerUin",
            "Nodes",
            "ExecutorId",
            "Config",
            "ExtConfig",
            "ExecuteContext",
            "Mappings",
            "TaskMode",
            "Incharge",
            "OfflineTaskAddEntity",
            "InputDatasourceType",
            "OutputDatasourceType",
            "TaskAlarmRegularList",
            "TaskImportInfo",
            "TagList");
    /** The published examples send 0, which no description explains. */
    private static final long UNSAID = 0;

    private static final Set<Long> TYPES = Set.of(UNSAID, IntegrationTask.REAL_TIME, IntegrationTask.OFFLINE);
    private static final Set<Long> SYNC_TYPES = Set.of(UNSAID, 1L, 2L);

    /**
     * Reads the IntegrationTaskInfo of a request.
     *
     * @throws ServiceError when a member is missing or wrong
     */
    static IntegrationDefinition read(Parameters info) {
        String name = info.text("TaskName");
        long type = type(info.optionalOneOf("TaskType", TYPES).orElse(UNSAID));
        info.optionalOneOf("SyncType", SYNC_TYPES);
        IntegrationTaskInfoRules.check(info);
        return new IntegrationDefinition(name, type, info.copy().retain(MAKERS));
    }

    /** One whose every member is given back, also those that a request cannot set. */
    static IntegrationDefinition whole(ObjectNode info) {
        return new IntegrationDefinition(
                info.path("TaskName").asText(), type(info.path("TaskType").asLong()), info);
    }

    private static long type(long given) {
        return given == UNSAID ? IntegrationTask.REAL_TIME : given;
    }

    /** 1 whole-database solution, 2 single table, 0 when it was not said. */
    long syncType() {
        return members.path("SyncType").asLong(UNSAID);
    }

    /** Whether it has a name for a way of syncing; what was not said clashes with both ways. */
    boolean isNamed(String wanted, long wantedSyncType) {
        return name.equals(wanted)
                && (wantedSyncType == UNSAID || syncType() == UNSAID || wantedSyncType == syncType());
    }

    /** The workflow of an offline task. */
    Optional<String> workflowId() {
        return Optional.of(members.path("WorkflowId").asText(""))
                .filter(id -> type == IntegrationTask.OFFLINE && !id.isEmpty());
    }
}
