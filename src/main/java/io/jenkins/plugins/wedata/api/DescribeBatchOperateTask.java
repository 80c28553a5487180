package io.jenkins.plugins.wedata.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;
import java.util.Optional;

/**
 * DescribeBatchOperateTask of version 2021-08-20: the tasks of a project, a page at a time, as the batch screen lists
 * them. Whether the name filter is exact is not published: compare names after.
 *
 * @param projectId the project's id
 * @param page the page, from 1, as text
 * @param size how many a page, as text
 * @param statusList draft {@code NS}, {@code N}, {@code P}, {@code R}; running {@code Y}; stopped {@code F}; frozen
 *     {@code O}; stopping {@code T}
 * @param ownerNameList owners
 * @param workflowIdList workflows
 * @param taskNameFilter part of the name
 * @param taskTypeList task types
 * @param fordIdList folders (the service's own spelling)
 * @param taskIdFilter part of the id
 * @param ownerNameFilter part of the owner's name
 * @param sortItem the field to sort by
 * @param sortType {@code asc} or {@code desc}
 * @param dataEngineList engines
 * @param userId the operator's name
 * @param ownerId the owner's account
 * @param tenantId the tenant's account
 * @param datasourceIdList data sources
 * @param datasourceTypeList types of data source
 * @param cycleUnitList schedule units
 * @param canSubmit whether to list only what can be submitted
 * @param timeZone the zone of the times in the reply
 * @param minUpdateTime changed at or after, ISO 8601 with offset
 * @param maxUpdateTime changed at or before, ISO 8601 with offset
 */
public record DescribeBatchOperateTask(
        String projectId,
        String page,
        String size,
        @CheckForNull List<String> statusList,
        @CheckForNull List<String> ownerNameList,
        @CheckForNull List<String> workflowIdList,
        @CheckForNull String taskNameFilter,
        @CheckForNull List<String> taskTypeList,
        @CheckForNull List<String> fordIdList,
        @CheckForNull String taskIdFilter,
        @CheckForNull String ownerNameFilter,
        @CheckForNull String sortItem,
        @CheckForNull String sortType,
        @CheckForNull List<String> dataEngineList,
        @CheckForNull String userId,
        @CheckForNull String ownerId,
        @CheckForNull String tenantId,
        @CheckForNull List<String> datasourceIdList,
        @CheckForNull List<String> datasourceTypeList,
        @CheckForNull List<String> cycleUnitList,
        @CheckForNull Boolean canSubmit,
        @CheckForNull String timeZone,
        @CheckForNull String minUpdateTime,
        @CheckForNull String maxUpdateTime)
        implements WeDataAction<DescribeBatchOperateTask.Result> {

    private static final ActionType<Result> TYPE =
            new ActionType<>("DescribeBatchOperateTask", ApiVersion.V2021_08_20, Effect.READ, Result.class);

    /** The page size that {@link #named} asks for. */
    public static final int PAGE_SIZE = 200;

    /**
     * One page of the tasks of a workflow whose name holds a text.
     *
     * @param projectId the project's id
     * @param workflowId the workflow's id
     * @param taskName the text
     * @param page the page, from 1
     * @return the action
     */
    public static DescribeBatchOperateTask named(String projectId, String workflowId, String taskName, long page) {
        return new DescribeBatchOperateTask(
                projectId,
                Long.toString(page),
                Integer.toString(PAGE_SIZE),
                null,
                null,
                List.of(workflowId),
                taskName,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /**
     * One page.
     *
     * @param data carries the page
     */
    public record Result(@CheckForNull Page data) implements Paged<Task> {

        @Override
        public List<Task> items() {
            return Optional.ofNullable(data).map(Page::items).orElse(List.of());
        }

        @Override
        public Optional<Long> totalCount() {
            return Optional.ofNullable(data).map(Page::totalCount);
        }
    }

    /**
     * WeData's structure {@code DescribeBatchOperateTaskPage}.
     *
     * @param pageCount how many pages there are
     * @param items the tasks
     * @param totalCount how many there are on all pages
     */
    public record Page(
            @CheckForNull Long pageCount,
            @CheckForNull List<Task> items,
            @CheckForNull Long totalCount) {}

    /**
     * One task; WeData's structure {@code DescribeBatchOperateTaskDTO}.
     *
     * @param taskId the task's id
     * @param taskName the task's name
     * @param workflowId the workflow's id
     * @param workflowName the workflow's name
     * @param status as in the request's status list
     * @param taskTypeId the number of the task's type
     * @param taskTypeDesc the name of the task's type
     * @param folderName the folder's name
     * @param folderId the folder's id
     * @param inCharge the owners, between semicolons
     * @param submit 1 when a version was submitted
     * @param dataEngine the engine
     * @param updateTime {@code yyyy-MM-dd HH:mm:ss}
     * @param createTime {@code yyyy-MM-dd HH:mm:ss}
     * @param cycleUnit the schedule's unit
     * @param scheduleDesc the schedule in words
     * @param datasourceId the data source's id
     * @param datasourceType the data source's type
     * @param computeResource the compute resource
     * @param dlcRegion the region of Data Lake Compute
     * @param isInherit whether settings are inherited
     */
    public record Task(
            @CheckForNull String taskId,
            @CheckForNull String taskName,
            @CheckForNull String workflowId,
            @CheckForNull String workflowName,
            @CheckForNull String status,
            @CheckForNull Long taskTypeId,
            @CheckForNull String taskTypeDesc,
            @CheckForNull String folderName,
            @CheckForNull String folderId,
            @CheckForNull String inCharge,
            @CheckForNull Long submit,
            @CheckForNull String dataEngine,
            @CheckForNull String updateTime,
            @CheckForNull String createTime,
            @CheckForNull String cycleUnit,
            @CheckForNull String scheduleDesc,
            @CheckForNull String datasourceId,
            @CheckForNull String datasourceType,
            @CheckForNull String computeResource,
            @CheckForNull String dlcRegion,
            @CheckForNull String isInherit) {}

    @Override
    public ActionType<Result> type() {
        return TYPE;
    }

    @Override
    public void check(Problems problems) {
        TaskRules.requireProject(problems, projectId);
        requireNumber(problems, "page", page);
        requireNumber(problems, "size", size);
        if (sortType != null && !sortType.isEmpty() && !sortType.equals("asc") && !sortType.equals("desc")) {
            problems.add("sortType", sortType, Messages._Problems_Either("asc", "desc"));
        }
    }

    private static void requireNumber(Problems problems, String field, @CheckForNull String value) {
        if (value == null || !value.matches("[1-9][0-9]{0,8}")) {
            problems.add(field, value, Messages._Problems_NotBelow("1"));
        }
    }

    @Override
    public Optional<String> absentIn(Result result) {
        return result.data() == null ? Optional.of("Data") : Optional.empty();
    }
}
