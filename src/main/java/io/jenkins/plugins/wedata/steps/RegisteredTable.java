package io.jenkins.plugins.wedata.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.model.Describable;
import hudson.model.Descriptor;
import io.jenkins.plugins.wedata.api.TaskDataRegistry;
import java.io.Serializable;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * A table that a trigger task reads or writes.
 */
public final class RegisteredTable implements Describable<RegisteredTable>, Serializable {

    private static final long serialVersionUID = 1L;

    private final String datasourceId;
    private final String databaseName;
    private final String tableName;
    private final String partitionName;
    private final String dataFlowType;
    private final String tablePhysicalId;
    private String dbGuid;
    private String tableGuid;
    private String catalogName;
    private String datasourceName;
    private String qualifiedName;

    /**
     * Takes what is required; the rest is set.
     *
     * @param datasourceId the data source's id
     * @param databaseName the database
     * @param tableName the table
     * @param partitionName the partition; empty for a table without one
     * @param dataFlowType {@code UPSTREAM} or {@code DOWNSTREAM}
     * @param tablePhysicalId the table's physical id
     */
    @DataBoundConstructor
    public RegisteredTable(
            String datasourceId,
            String databaseName,
            String tableName,
            String partitionName,
            String dataFlowType,
            String tablePhysicalId) {
        this.datasourceId = datasourceId;
        this.databaseName = databaseName;
        this.tableName = tableName;
        this.partitionName = partitionName;
        this.dataFlowType = dataFlowType;
        this.tablePhysicalId = tablePhysicalId;
    }

    /**
     * The data source's id.
     *
     * @return as given
     */
    public String getDatasourceId() {
        return datasourceId;
    }

    /**
     * The database.
     *
     * @return as given
     */
    public String getDatabaseName() {
        return databaseName;
    }

    /**
     * The table.
     *
     * @return as given
     */
    public String getTableName() {
        return tableName;
    }

    /**
     * The partition; empty for a table without one.
     *
     * @return as given
     */
    public String getPartitionName() {
        return partitionName;
    }

    /**
     * {@code UPSTREAM} or {@code DOWNSTREAM}.
     *
     * @return as given
     */
    public String getDataFlowType() {
        return dataFlowType;
    }

    /**
     * The table's physical id.
     *
     * @return as given
     */
    public String getTablePhysicalId() {
        return tablePhysicalId;
    }

    /**
     * The database's id.
     *
     * @return null when none was given
     */
    @CheckForNull
    public String getDbGuid() {
        return dbGuid;
    }

    @DataBoundSetter
    public void setDbGuid(@CheckForNull String dbGuid) {
        this.dbGuid = dbGuid;
    }

    /**
     * The table's id.
     *
     * @return null when none was given
     */
    @CheckForNull
    public String getTableGuid() {
        return tableGuid;
    }

    @DataBoundSetter
    public void setTableGuid(@CheckForNull String tableGuid) {
        this.tableGuid = tableGuid;
    }

    /**
     * The catalog.
     *
     * @return null when none was given
     */
    @CheckForNull
    public String getCatalogName() {
        return catalogName;
    }

    @DataBoundSetter
    public void setCatalogName(@CheckForNull String catalogName) {
        this.catalogName = catalogName;
    }

    /**
     * The data source's name.
     *
     * @return null when none was given
     */
    @CheckForNull
    public String getDatasourceName() {
        return datasourceName;
    }

    @DataBoundSetter
    public void setDatasourceName(@CheckForNull String datasourceName) {
        this.datasourceName = datasourceName;
    }

    /**
     * Catalog, database and table, joined by dots.
     *
     * @return null when none was given
     */
    @CheckForNull
    public String getQualifiedName() {
        return qualifiedName;
    }

    @DataBoundSetter
    public void setQualifiedName(@CheckForNull String qualifiedName) {
        this.qualifiedName = qualifiedName;
    }

    TaskDataRegistry toWire() {
        return new TaskDataRegistry(
                datasourceId,
                databaseName,
                tableName,
                partitionName,
                dataFlowType,
                tablePhysicalId,
                dbGuid,
                tableGuid,
                catalogName,
                datasourceName,
                qualifiedName);
    }

    /** What Jenkins knows of this structure. */
    @Extension
    public static final class DescriptorImpl extends Descriptor<RegisteredTable> implements StrictArguments {

        @Override
        public String getDisplayName() {
            return Messages.RegisteredTable_DisplayName();
        }
    }
}
