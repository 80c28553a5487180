package io.jenkins.plugins.wedata.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;

/**
 * A table that a trigger task reads or writes; CreateTriggerTask, version 2025-08-06.
 *
 * @param datasourceId the data source's id
 * @param databaseName the database
 * @param tableName the table
 * @param partitionName the partition; required, and empty for a table without one
 * @param dataFlowType {@code UPSTREAM} for a table that is read, {@code DOWNSTREAM} for one that is written
 * @param tablePhysicalId the table's physical id
 * @param dbGuid the database's id
 * @param tableGuid the table's id
 * @param catalogName the catalog
 * @param datasourceName the data source's name
 * @param qualifiedName catalog, database and table, joined by dots
 */
public record TaskDataRegistry(
        @CheckForNull String datasourceId,
        @CheckForNull String databaseName,
        @CheckForNull String tableName,
        @CheckForNull String partitionName,
        @CheckForNull String dataFlowType,
        @CheckForNull String tablePhysicalId,
        @CheckForNull String dbGuid,
        @CheckForNull String tableGuid,
        @CheckForNull String catalogName,
        @CheckForNull String datasourceName,
        @CheckForNull String qualifiedName) {

    /** Whether a table is read or written. */
    public static final List<String> FLOWS = List.of("UPSTREAM", "DOWNSTREAM");

    void check(Problems problems, String path) {
        problems.requireText(path, "datasourceId", datasourceId, Messages._TaskDataRegistry_DatasourceId());
        problems.requireText(path, "databaseName", databaseName, Messages._TaskDataRegistry_DatabaseName());
        problems.requireText(path, "tableName", tableName, Messages._TaskDataRegistry_TableName());
        if (partitionName == null) {
            problems.add(path + ".partitionName", null, Messages._TaskDataRegistry_PartitionName());
        }
        if (TaskRules.isBlank(dataFlowType)) {
            problems.add(path + ".dataFlowType", null, Messages._Problems_OneOf(Joined.values(FLOWS)));
        }
        problems.requireOneOf(path + ".dataFlowType", dataFlowType, FLOWS);
        problems.requireText(path, "tablePhysicalId", tablePhysicalId, Messages._TaskDataRegistry_TablePhysicalId());
    }
}
