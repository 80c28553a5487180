package io.jenkins.plugins.wedata.emulator;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the three objects of a CreateTriggerTask. Each must be there; only in the first is anything required. */
final class TriggerTaskReader {

    private static final List<String> STRUCTURES =
            List.of("TriggerTaskBaseAttribute", "TriggerTaskConfiguration", "TriggerTaskSchedulerConfiguration");
    private static final Set<String> REDO = Set.of("ALL", "FAILURE", "NONE");
    private static final Set<String> PARAMETER_TYPES = Set.of("TASK", "CONSTANT");
    private static final Set<String> DATA_FLOWS = Set.of("UPSTREAM", "DOWNSTREAM");
    private static final Set<String> POLICIES = Set.of(
            "ALL_SUCCESS",
            "ALL_FAILED",
            "ALL_DONE",
            "ALL_DONE_AT_LEAST_ONE_SUCCESS",
            "ALL_SKIPPED",
            "ONE_FAILED",
            "ONE_SUCCESS",
            "ONE_DONE",
            "NONE_FAILED",
            "ALL_DONE_NONE_FAILED_AT_LEAST_ONE_SUCCESS",
            "NONE_SKIPPED",
            "ALL_DONE_AT_LEAST_ONE_FAILED");
    private static final Set<Long> PRIORITIES = Set.of(4L, 5L, 6L);
    private static final Set<Long> NO_OR_YES = Set.of(0L, 1L);

    private TriggerTaskReader() {}

    /**
     * Reads a request.
     *
     * @throws ServiceError naming the first member that is missing or wrong
     */
    static TriggerTaskDefinition read(Parameters request) {
        Parameters base = request.object("TriggerTaskBaseAttribute");
        String name = base.text("TaskName");
        long type = type(base);
        String workflowId = base.text("WorkflowId");
        Optional<String> owner = base.optionalText("OwnerUin").filter(uin -> !uin.isEmpty());
        Optional<String> description = base.optionalText("TaskDescription");
        Optional<String> folder = base.optionalText("TaskFolderPath").filter(path -> !path.isEmpty());
        Parameters configuration = request.object("TriggerTaskConfiguration");
        Optional<String> resourceGroup = configuration.optionalText("ResourceGroup");
        Optional<String> content = configuration.optionalBase64("CodeContent");
        checkConfiguration(configuration);
        List<String> upstream = schedule(request.object("TriggerTaskSchedulerConfiguration"));
        return new TriggerTaskDefinition(
                workflowId,
                name,
                type,
                owner.orElse(null),
                description.orElse(null),
                folder.orElse(TriggerTaskDefinition.NO_FOLDER),
                resourceGroup.orElse(null),
                content.orElse(null),
                upstream,
                request.copy().retain(STRUCTURES));
    }

    /** A number, sent as text. */
    private static long type(Parameters base) {
        String text = base.text("TaskTypeId");
        return TaskTypes.ofTriggerTask(text)
                .orElseThrow(() -> new ServiceError(
                        "InvalidParameterValue",
                        "The value " + text + " of parameter `TriggerTaskBaseAttribute.TaskTypeId` is not valid."));
    }

    /** Checks what of a partial update stands by itself: each part may be absent, and so may each member. */
    static void checkParts(
            Optional<Parameters> base, Optional<Parameters> configuration, Optional<Parameters> schedule) {
        base.ifPresent(part -> List.of("TaskName", "OwnerUin", "TaskDescription", "TaskFolderPath")
                .forEach(part::optionalText));
        configuration.ifPresent(part -> {
            part.optionalText("ResourceGroup");
            part.optionalBase64("CodeContent");
            checkConfiguration(part);
        });
        schedule.ifPresent(TriggerTaskReader::schedule);
    }

    private static void checkConfiguration(Parameters configuration) {
        List.of("DataCluster", "BrokerIp", "YarnQueue", "SourceServiceId", "TargetServiceId", "BundleId", "BundleInfo")
                .forEach(configuration::optionalText);
        pairs(configuration, "TaskExtConfigurationList");
        pairs(configuration, "TaskSchedulingParameterList");
    }

    private static List<String> schedule(Parameters schedule) {
        schedule.optionalOneOf("RunPriorityType", PRIORITIES);
        List.of("RetryWaitMinute", "MaxRetryNumber", "ExecutionTTLMinute", "WaitExecutionTotalTTLMinute")
                .forEach(schedule::optionalInteger);
        schedule.optionalWord("AllowRedoType", REDO);
        schedule.optionalWord("DependencyTriggerPolicy", POLICIES);
        schedule.optionalOneOf("AllowDownstreamDependency", NO_OR_YES);
        schedule.optionalOneOf("ScheduleType", NO_OR_YES);
        pairs(schedule, "ParamTaskOutList");
        for (Parameters parameter : schedule.objects("ParamTaskInList")) {
            List.of("ParamKey", "ParamDesc", "FromTaskId", "FromParamKey").forEach(parameter::presentText);
            parameter.optionalWord("Type", PARAMETER_TYPES);
        }
        schedule.objects("TaskOutputRegistryList").forEach(TriggerTaskReader::checkTable);
        return schedule.objects("UpstreamDependencyConfigList").stream()
                .map(parent -> parent.text("TaskId"))
                .toList();
    }

    private static void checkTable(Parameters table) {
        List.of("DatasourceId", "DatabaseName", "TableName", "PartitionName", "DataFlowType", "TablePhysicalId")
                .forEach(table::presentText);
        table.optionalWord("DataFlowType", DATA_FLOWS);
        List.of("DbGuid", "TableGuid", "CatalogName", "DatasourceName", "QualifiedName")
                .forEach(table::optionalText);
    }

    private static void pairs(Parameters holder, String name) {
        for (Parameters pair : holder.objects(name)) {
            pair.text("ParamKey");
            pair.presentText("ParamValue");
        }
    }
}
