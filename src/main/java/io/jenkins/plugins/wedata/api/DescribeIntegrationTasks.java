package io.jenkins.plugins.wedata.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;
import java.util.Optional;

/**
 * DescribeIntegrationTasks of version 2021-08-20: the integration tasks of a project, a page at a time, in their
 * development state unless a filter asks for production. Which filters there are is published only in part.
 *
 * @param projectId the project's id
 * @param pageNumber the page, from 1
 * @param pageSize how many a page
 * @param filters what to list
 * @param orderFields what to sort by
 * @param startTime changed at or after
 * @param endTime changed at or before
 * @param taskType see {@link IntegrationTaskType}; the service takes real-time when absent
 */
public record DescribeIntegrationTasks(
        String projectId,
        Long pageNumber,
        Long pageSize,
        @CheckForNull List<Filter> filters,
        @CheckForNull List<OrderField> orderFields,
        @CheckForNull String startTime,
        @CheckForNull String endTime,
        @CheckForNull Long taskType)
        implements WeDataAction<DescribeIntegrationTasks.Result> {

    private static final ActionType<Result> TYPE =
            new ActionType<>("DescribeIntegrationTasks", ApiVersion.V2021_08_20, Effect.READ, Result.class);

    /** The page size that {@link #page} asks for. */
    public static final long PAGE_SIZE = 200;

    /**
     * One page of a project's integration tasks of one kind, in their development state.
     *
     * @param projectId the project's id
     * @param taskType see {@link IntegrationTaskType}
     * @param number the page, from 1
     * @return the action
     */
    public static DescribeIntegrationTasks page(String projectId, long taskType, long number) {
        return new DescribeIntegrationTasks(projectId, number, PAGE_SIZE, null, null, null, null, taskType);
    }

    /**
     * One page.
     *
     * @param taskInfoSet the tasks; never null here
     * @param totalCount how many there are on all pages
     */
    public record Result(
            List<IntegrationTaskInfo> taskInfoSet,
            @CheckForNull Long totalCount) {

        /** Takes an absent list as an empty one. */
        public Result {
            taskInfoSet = taskInfoSet == null ? List.of() : taskInfoSet;
        }

        /**
         * The same as a page of a list.
         *
         * @return the tasks, and how many there are on all pages
         */
        public Paged<IntegrationTaskInfo> page() {
            return new Page(taskInfoSet, Optional.ofNullable(totalCount));
        }

        private record Page(List<IntegrationTaskInfo> items, Optional<Long> totalCount)
                implements Paged<IntegrationTaskInfo> {}
    }

    /**
     * WeData's structure {@code Filter}.
     *
     * @param name what is compared, such as {@code TaskId}; {@code ProductionState} with {@code true} lists production
     * @param values what it may be
     */
    public record Filter(
            @CheckForNull String name, @CheckForNull List<String> values) {}

    /**
     * WeData's structure {@code OrderField}.
     *
     * @param name what to sort by, such as {@code CreateTime}
     * @param direction {@code ASC} or {@code DESC}
     */
    public record OrderField(
            @CheckForNull String name, @CheckForNull String direction) {}

    @Override
    public ActionType<Result> type() {
        return TYPE;
    }

    @Override
    public void check(Problems problems) {
        TaskRules.requireProject(problems, projectId);
        requirePage(problems, "pageNumber", pageNumber);
        requirePage(problems, "pageSize", pageSize);
        for (int i = 0; filters != null && i < filters.size(); i++) {
            Filter filter = filters.get(i);
            problems.requireText(
                    "filters[" + i + "].name",
                    filter == null ? null : filter.name(),
                    Messages._DescribeIntegrationTasks_FilterName());
        }
        for (int i = 0; orderFields != null && i < orderFields.size(); i++) {
            checkOrder(problems, "orderFields[" + i + "]", orderFields.get(i));
        }
        problems.requireAtLeast("taskType", taskType, 0);
    }

    private static void requirePage(Problems problems, String field, @CheckForNull Long value) {
        if (value == null) {
            problems.add(field, null, Messages._Problems_NotBelow("1"));
        }
        problems.requireAtLeast(field, value, 1);
    }

    private static void checkOrder(Problems problems, String field, @CheckForNull OrderField order) {
        problems.requireText(
                field, "name", order == null ? null : order.name(), Messages._DescribeIntegrationTasks_OrderName());
        String direction = order == null ? null : order.direction();
        if (direction == null || !direction.equals("ASC") && !direction.equals("DESC")) {
            problems.add(field + ".direction", direction, Messages._Problems_Either("ASC", "DESC"));
        }
    }

    @Override
    public Optional<String> absentIn(Result result) {
        return result.taskInfoSet().isEmpty() && result.totalCount() == null
                ? Optional.of("TaskInfoSet")
                : Optional.empty();
    }
}
