package io.jenkins.plugins.wedata.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/**
 * WeData's structure {@code OfflineTaskAddParam}, version 2021-08-20.
 *
 * @param workflowName name
 * @param dependencyWorkflow yes / no
 * @param startTime first data time, not empty
 * @param endTime last data time, not empty
 * @param cycleType 0 cron, 1 minute, 2 hour, 3 day, 4 week, 5 month, 6 once
 * @param cycleStep interval, default 1
 * @param delayTime delay in minutes
 * @param crontabExpression used with CycleType 0
 * @param retryWait wait between retries
 * @param retriable 1 may retry
 * @param tryLimit retry limit
 * @param runPriority priority (samples 6)
 * @param productName sample DATA_INTEGRATION
 * @param selfDepend 1 orderly (queued, one at a time), 2 serial (one at a time, unqueued), 3 parallel
 * @param taskAction days or hours picked, e.g. 1,3; L alone for month end
 * @param executionEndTime HH:mm
 * @param executionStartTime HH:mm
 * @param taskAutoSubmit submit on save
 * @param instanceInitStrategy described as T_PLUS_0 / T_PLUS_1, sample value is T+0
 */
public record OfflineTaskAddParam(
        @CheckForNull String workflowName,
        @CheckForNull String dependencyWorkflow,
        @CheckForNull String startTime,
        @CheckForNull String endTime,
        @CheckForNull Long cycleType,
        @CheckForNull Long cycleStep,
        @CheckForNull Long delayTime,
        @CheckForNull String crontabExpression,
        @CheckForNull Long retryWait,
        @CheckForNull Long retriable,
        @CheckForNull Long tryLimit,
        @CheckForNull Long runPriority,
        @CheckForNull String productName,
        @CheckForNull Long selfDepend,
        @CheckForNull String taskAction,
        @CheckForNull String executionEndTime,
        @CheckForNull String executionStartTime,
        @CheckForNull Boolean taskAutoSubmit,
        @CheckForNull String instanceInitStrategy) {}
