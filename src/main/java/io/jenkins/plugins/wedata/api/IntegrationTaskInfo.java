package io.jenkins.plugins.wedata.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;

/**
 * WeData's structure {@code IntegrationTaskInfo}, version 2021-08-20.
 *
 * @param taskName name
 * @param description free text
 * @param syncType 1 whole-database solution, 2 single table
 * @param taskType 201 real-time, 202 offline
 * @param workflowId owning workflow; offline only per the sample
 * @param taskId task id (server-made on create)
 * @param scheduleTaskId id of the job in the runtime (Oceanus / scheduler); not an input
 * @param taskGroupId InLong group id
 * @param projectId project id
 * @param creatorUin creator account
 * @param operatorUin last operator account
 * @param ownerUin owner account
 * @param appId tenant app id
 * @param status 0 new, 1 not started, 2 operating, 3 running, 4 paused, 5 stopping, 6 stopped, 7 run failed, 20 abnormal, 21 unknown (I does not list 0)
 * @param nodes source and sink nodes
 * @param executorId resource group id that runs it
 * @param config settings
 * @param extConfig extra settings
 * @param executeContext runtime context
 * @param mappings node-to-node mappings
 * @param taskMode 0 canvas, 1 form, 3 script (string)
 * @param incharge responsible account
 * @param offlineTaskAddEntity schedule settings for offline tasks
 * @param executorGroupName resource group name
 * @param inLongManagerUrl InLong manager address
 * @param inLongStreamId InLong stream id
 * @param inLongManagerVersion InLong manager version
 * @param dataProxyUrl InLong data proxy addresses
 * @param submit a version reached operations
 * @param inputDatasourceType source type, list DST
 * @param outputDatasourceType sink type, list DST
 * @param numRecordsIn records read
 * @param numRecordsOut records written
 * @param readerDelay read lag
 * @param numRestarts restart count
 * @param createTime yyyy-MM-dd HH:mm:ss
 * @param updateTime same form
 * @param lastRunTime same form
 * @param stopTime same form
 * @param hasVersion has ever been submitted
 * @param locked locked for editing
 * @param locker lock holder account
 * @param runningCu compute units in use
 * @param taskAlarmRegularList bound alarm rule ids
 * @param switchResource resource tiering: 0 going on, 1 ok, 2 failed
 * @param readPhase 0 full load, 1 partly full, 2 incremental
 * @param instanceVersion real-time version number
 * @param arrangeSpaceTaskId id of the orchestration task made from an offline task
 * @param offlineTaskStatus 1 unsubmitted, 2 submitted, 3 exported
 * @param taskImportInfo import into orchestration space (mainland site only)
 * @param businessLatency business lag (mainland site only)
 * @param currentSyncPosition current position (looks like epoch ms) (mainland site only)
 * @param tagList labels (mainland site only)
 * @param errorMessage failure text (mainland site only)
 * @param taskSubType sub state (mainland site only)
 * @param notExistsCheckPoint 0 savepoint exists, 1 none, null unknown (mainland site only)
 * @param savePointId savepoint id (descriptions of these two are swapped in the SDK) (mainland site only)
 * @param savePointPath savepoint path (mainland site only)
 * @param lastOperateInfo most recent operation (mainland site only)
 */
public record IntegrationTaskInfo(
        @CheckForNull String taskName,
        @CheckForNull String description,
        @CheckForNull Long syncType,
        @CheckForNull Long taskType,
        @CheckForNull String workflowId,
        @CheckForNull String taskId,
        @CheckForNull String scheduleTaskId,
        @CheckForNull String taskGroupId,
        @CheckForNull String projectId,
        @CheckForNull String creatorUin,
        @CheckForNull String operatorUin,
        @CheckForNull String ownerUin,
        @CheckForNull String appId,
        @CheckForNull Long status,
        @CheckForNull List<IntegrationNodeInfo> nodes,
        @CheckForNull String executorId,
        @CheckForNull List<RecordField> config,
        @CheckForNull List<RecordField> extConfig,
        @CheckForNull List<RecordField> executeContext,
        @CheckForNull List<IntegrationNodeMapping> mappings,
        @CheckForNull String taskMode,
        @CheckForNull String incharge,
        @CheckForNull OfflineTaskAddParam offlineTaskAddEntity,
        @CheckForNull String executorGroupName,
        @CheckForNull String inLongManagerUrl,
        @CheckForNull String inLongStreamId,
        @CheckForNull String inLongManagerVersion,
        @CheckForNull List<String> dataProxyUrl,
        @CheckForNull Boolean submit,
        @CheckForNull String inputDatasourceType,
        @CheckForNull String outputDatasourceType,
        @CheckForNull Long numRecordsIn,
        @CheckForNull Long numRecordsOut,
        @CheckForNull Double readerDelay,
        @CheckForNull Long numRestarts,
        @CheckForNull String createTime,
        @CheckForNull String updateTime,
        @CheckForNull String lastRunTime,
        @CheckForNull String stopTime,
        @CheckForNull Boolean hasVersion,
        @CheckForNull Boolean locked,
        @CheckForNull String locker,
        @CheckForNull Double runningCu,
        @CheckForNull List<String> taskAlarmRegularList,
        @CheckForNull Long switchResource,
        @CheckForNull Long readPhase,
        @CheckForNull Long instanceVersion,
        @CheckForNull String arrangeSpaceTaskId,
        @CheckForNull Long offlineTaskStatus,
        @CheckForNull TaskImportInfo taskImportInfo,
        @CheckForNull Long businessLatency,
        @CheckForNull Long currentSyncPosition,
        @CheckForNull List<IntegrationTag> tagList,
        @CheckForNull String errorMessage,
        @CheckForNull Long taskSubType,
        @CheckForNull Long notExistsCheckPoint,
        @CheckForNull String savePointId,
        @CheckForNull String savePointPath,
        @CheckForNull LastOperateInfo lastOperateInfo) {}
