package io.jenkins.plugins.wedata.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;

/**
 * WeData's structure {@code IntegrationNodeInfo}, version 2021-08-20.
 *
 * @param id node id
 * @param taskId owning task id
 * @param name node name
 * @param nodeType INPUT or OUTPUT
 * @param dataSourceType list DST
 * @param description free text
 * @param datasourceId data source id as text
 * @param config settings
 * @param extConfig extra settings
 * @param schema columns
 * @param nodeMapping mapping to the other side
 * @param appId display only
 * @param projectId project id
 * @param creatorUin display only
 * @param operatorUin display only
 * @param ownerUin display only
 * @param createTime time text
 * @param updateTime time text
 */
public record IntegrationNodeInfo(
        @CheckForNull String id,
        @CheckForNull String taskId,
        @CheckForNull String name,
        @CheckForNull String nodeType,
        @CheckForNull String dataSourceType,
        @CheckForNull String description,
        @CheckForNull String datasourceId,
        @CheckForNull List<RecordField> config,
        @CheckForNull List<RecordField> extConfig,
        @CheckForNull List<IntegrationNodeSchema> schema,
        @CheckForNull IntegrationNodeMapping nodeMapping,
        @CheckForNull String appId,
        @CheckForNull String projectId,
        @CheckForNull String creatorUin,
        @CheckForNull String operatorUin,
        @CheckForNull String ownerUin,
        @CheckForNull String createTime,
        @CheckForNull String updateTime) {}
