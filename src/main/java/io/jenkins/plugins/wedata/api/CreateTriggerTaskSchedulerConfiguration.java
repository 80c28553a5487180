package io.jenkins.plugins.wedata.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;
import java.util.Objects;

/**
 * When a trigger task runs; CreateTriggerTask, version 2025-08-06.
 *
 * @param upstreamDependencyConfigList the tasks of the same workflow that it waits for
 * @param runPriorityType 4 high, 5 middle, 6 low, which is the service's default
 * @param retryWaitMinute how many minutes to wait before it is tried again; the service's default is 5
 * @param maxRetryNumber how often it is tried again; the service's default is 4
 * @param executionTTLMinute how many minutes it may run, or -1 for no limit, which is the service's default
 * @param waitExecutionTotalTTLMinute how many minutes it may wait and run, or -1 for no limit, which is the service's
 *     default
 * @param allowRedoType which finished runs may be run again: {@code ALL}, the service's default, {@code FAILURE},
 *     {@code NONE}
 * @param paramTaskOutList parameters that it gives out
 * @param paramTaskInList parameters that it takes in
 * @param taskOutputRegistryList tables that it reads or writes
 * @param dependencyTriggerPolicy how its parents must have ended; {@code ALL_SUCCESS} is the service's default (not
 *     described for the international site)
 * @param allowDownstreamDependency 1, the service's default, when others may depend on it, else 0 (mainland site only)
 * @param scheduleType 0, the service's default, for a normal run, 1 for a dry run (mainland site only)
 */
public record CreateTriggerTaskSchedulerConfiguration(
        @CheckForNull List<DependencyTriggerTaskBrief> upstreamDependencyConfigList,
        @CheckForNull Long runPriorityType,
        @CheckForNull Long retryWaitMinute,
        @CheckForNull Long maxRetryNumber,
        @CheckForNull Long executionTTLMinute,
        @CheckForNull Long waitExecutionTotalTTLMinute,
        @CheckForNull String allowRedoType,
        @CheckForNull List<OutTaskParameter> paramTaskOutList,
        @CheckForNull List<InTaskParameter> paramTaskInList,
        @CheckForNull List<TaskDataRegistry> taskOutputRegistryList,
        @CheckForNull String dependencyTriggerPolicy,
        @CheckForNull Long allowDownstreamDependency,
        @CheckForNull Long scheduleType) {

    /** The priorities. */
    public static final List<Long> PRIORITIES = List.of(4L, 5L, 6L);

    /** Which finished runs may be run again. */
    public static final List<String> REDO_TYPES = List.of("ALL", "FAILURE", "NONE");

    /** How parents must have ended. */
    public static final List<String> POLICIES = List.of(
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

    void check(Problems problems, String path) {
        if (upstreamDependencyConfigList != null) {
            List<String> ids = upstreamDependencyConfigList.stream()
                    .map(task -> task == null ? null : task.taskId())
                    .toList();
            problems.requireDistinctTexts(
                    path + ".upstream", ids, Messages._CreateTriggerTaskSchedulerConfiguration_Upstream());
        }
        problems.requireOneOf(path + ".runPriorityType", runPriorityType, PRIORITIES);
        problems.requireAtLeast(path + ".retryWaitMinute", retryWaitMinute, 0);
        problems.requireAtLeast(path + ".maxRetryNumber", maxRetryNumber, 0);
        checkLimit(problems, path + ".executionTTLMinute", executionTTLMinute);
        checkLimit(problems, path + ".waitExecutionTotalTTLMinute", waitExecutionTotalTTLMinute);
        problems.requireOneOf(path + ".allowRedoType", allowRedoType, REDO_TYPES);
        problems.checkEach(
                path + ".paramTaskOutList",
                paramTaskOutList,
                (field, out) -> TaskRules.checkParameter(problems, field, out.paramKey(), out.paramValue()));
        problems.checkEach(path + ".paramTaskInList", paramTaskInList, (field, in) -> in.check(problems, field));
        problems.checkEach(
                path + ".taskOutputRegistryList",
                taskOutputRegistryList,
                (field, table) -> table.check(problems, field));
        problems.requireOneOf(path + ".dependencyTriggerPolicy", dependencyTriggerPolicy, POLICIES);
        problems.requireOneOf(path + ".allowDownstreamDependency", allowDownstreamDependency, List.of(0L, 1L));
        problems.requireOneOf(path + ".scheduleType", scheduleType, List.of(0L, 1L));
    }

    private static void checkLimit(Problems problems, String field, @CheckForNull Long minutes) {
        if (minutes != null && minutes < 1 && !Objects.equals(minutes, -1L)) {
            problems.add(field, minutes, Messages._CreateTriggerTaskSchedulerConfiguration_Limit());
        }
    }
}
