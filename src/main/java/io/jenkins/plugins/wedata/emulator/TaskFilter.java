package io.jenkins.plugins.wedata.emulator;

import java.util.List;
import java.util.stream.Stream;

/**
 * Which tasks DescribeBatchOperateTask lists. An empty filter lets everything pass; a text is looked for anywhere in the
 * name or id, since the service does not say that it is compared exactly.
 *
 * @param projectId the project
 * @param nameText part of the name
 * @param idText part of the id
 * @param statuses states
 * @param workflowIds workflows
 * @param types task types
 */
record TaskFilter(
        String projectId,
        String nameText,
        String idText,
        List<String> statuses,
        List<String> workflowIds,
        List<String> types) {

    private static final List<String> UNUSED_LISTS =
            List.of("OwnerNameList", "FordIdList", "DataEngineList", "DatasourceIdList", "DatasourceTypeList", "CycleUnitList");
    private static final List<String> UNUSED_TEXTS = List.of(
            "OwnerNameFilter",
            "SortItem",
            "SortType",
            "UserId",
            "OwnerId",
            "TenantId",
            "TimeZone",
            "MinUpdateTime",
            "MaxUpdateTime");

    static TaskFilter read(String projectId, Parameters request) {
        UNUSED_LISTS.forEach(request::texts);
        UNUSED_TEXTS.forEach(request::optionalText);
        request.optionalFlag("CanSubmit");
        return new TaskFilter(
                projectId,
                request.optionalText("TaskNameFilter").orElse(""),
                request.optionalText("TaskIdFilter").orElse(""),
                request.texts("StatusList"),
                request.texts("WorkflowIdList"),
                request.texts("TaskTypeList"));
    }

    boolean matches(StoredTask task) {
        return task.projectId.equals(projectId)
                && task.name.contains(nameText)
                && task.taskId.contains(idText)
                && Stream.of(
                                passes(statuses, task.status()),
                                passes(workflowIds, task.workflowId),
                                passes(types, Long.toString(task.type)))
                        .allMatch(passed -> passed);
    }

    private static boolean passes(List<String> wanted, String value) {
        return wanted.isEmpty() || wanted.contains(value);
    }
}
