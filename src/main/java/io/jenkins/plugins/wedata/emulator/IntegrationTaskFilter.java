package io.jenkins.plugins.wedata.emulator;

import java.util.List;
import java.util.function.Predicate;

/**
 * Which integration tasks DescribeIntegrationTasks lists. A name is looked for anywhere in the task's, since the service
 * does not say that it is compared exactly.
 */
final class IntegrationTaskFilter {

    private IntegrationTaskFilter() {}

    /**
     * Reads the member {@code Filters}: each has a name and values, of which one must fit.
     *
     * @throws ServiceError when there is no filter of a name
     */
    static Predicate<IntegrationTask> read(Parameters request) {
        Predicate<IntegrationTask> all = task -> true;
        for (Parameters filter : request.objects("Filters")) {
            String name = filter.text("Name");
            List<String> values = filter.texts("Values");
            all = all.and(fitting(name, values));
        }
        return all;
    }

    private static Predicate<IntegrationTask> fitting(String name, List<String> values) {
        return switch (name) {
            case "TaskId" -> task -> values.contains(task.taskId);
            case "TaskName" -> task -> values.stream().anyMatch(task.definition.name()::contains);
            case "Status" -> task -> values.contains(Long.toString(task.status()));
            case "SyncType" -> task -> values.contains(Long.toString(task.definition.syncType()));
            case "WorkflowId" ->
                task -> values.contains(task.definition.workflowId().orElse(""));
            case "ProductionState" ->
                task -> !values.contains("true") || !task.versions().isEmpty();
            default ->
                throw new ServiceError(
                        "InvalidParameter.InvalidFilterParameter", "There is no filter of the name " + name + ".");
        };
    }
}
