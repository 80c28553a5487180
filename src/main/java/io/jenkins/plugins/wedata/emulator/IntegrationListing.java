package io.jenkins.plugins.wedata.emulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** DescribeIntegrationTasks of version 2021-08-20. */
final class IntegrationListing {

    private final Tables tables;

    IntegrationListing(Tables tables) {
        this.tables = tables;
    }

    List<ActionHandler> handlers() {
        return List.of(new ActionHandler("DescribeIntegrationTasks", ActionHandler.V2021, false, this::describe));
    }

    private ActionHandler.Work describe(Caller caller, Parameters request) {
        String projectId = request.text("ProjectId");
        long page = positive(request, "PageNumber");
        long size = positive(request, "PageSize");
        Predicate<IntegrationTask> filter = IntegrationTaskFilter.read(request);
        Comparator<IntegrationTask> order = order(request);
        request.optionalText("StartTime");
        request.optionalText("EndTime");
        long type = request.optionalInteger("TaskType").orElse(IntegrationTask.REAL_TIME);
        return () -> {
            tables.requireProject(projectId);
            tables.settle();
            List<IntegrationTask> found = tables.integrationTasks.values().stream()
                    .filter(task -> task.projectId.equals(projectId) && task.definition.type() == type)
                    .filter(filter)
                    .sorted(order)
                    .toList();
            ObjectNode response = Json.object().put("TotalCount", found.size());
            ArrayNode items = response.putArray("TaskInfoSet");
            Paging.slice(found, page, size).map(IntegrationTaskJson::item).forEach(items::add);
            return response;
        };
    }

    private static long positive(Parameters request, String name) {
        long value = request.integer(name);
        if (value < 1) {
            throw new ServiceError("InvalidParameterValue", name + " is a number from 1.");
        }
        return value;
    }

    /** By the first field that is a time; else as they came into being. */
    private static Comparator<IntegrationTask> order(Parameters request) {
        Comparator<IntegrationTask> order = (one, other) -> 0;
        for (Parameters field : request.objects("OrderFields")) {
            String name = field.text("Name");
            boolean descending = field.optionalText("Direction").orElse("ASC").equalsIgnoreCase("DESC");
            Comparator<IntegrationTask> next =
                    switch (name) {
                        case "CreateTime" -> by(task -> task.createTime, descending);
                        case "UpdateTime" -> by(IntegrationTask::updateTime, descending);
                        default -> (one, other) -> 0;
                    };
            order = order.thenComparing(next);
        }
        return order;
    }

    private static Comparator<IntegrationTask> by(Function<IntegrationTask, Instant> time, boolean descending) {
        Comparator<IntegrationTask> order = Comparator.comparing(time);
        return descending ? order.reversed() : order;
    }
}
