package io.jenkins.plugins.wedata.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.wedata.api.TaskDataRegistry;
import java.io.Serializable;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

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
        this.dbGuid = FormText.orNull(dbGuid);
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
        this.tableGuid = FormText.orNull(tableGuid);
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
        this.catalogName = FormText.orNull(catalogName);
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
        this.datasourceName = FormText.orNull(datasourceName);
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
        this.qualifiedName = FormText.orNull(qualifiedName);
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

        @POST
        public ListBoxModel doFillDataFlowTypeItems(@AncestorInPath Item item, @QueryParameter String dataFlowType) {
            return NamedChoices.required(item).and(TaskDataRegistry.FLOWS).items(dataFlowType);
        }

        @POST
        public FormValidation doCheckDatasourceId(@AncestorInPath Item item, @QueryParameter String value) {
            return TriggerTaskTrial.check(
                    item, "datasourceId", new RegisteredTable(value, null, null, null, null, null));
        }

        @POST
        public FormValidation doCheckDatabaseName(@AncestorInPath Item item, @QueryParameter String value) {
            return TriggerTaskTrial.check(
                    item, "databaseName", new RegisteredTable(null, value, null, null, null, null));
        }

        @POST
        public FormValidation doCheckTableName(@AncestorInPath Item item, @QueryParameter String value) {
            return TriggerTaskTrial.check(item, "tableName", new RegisteredTable(null, null, value, null, null, null));
        }

        @POST
        public FormValidation doCheckDataFlowType(@AncestorInPath Item item, @QueryParameter String value) {
            return TriggerTaskTrial.check(
                    item, "dataFlowType", new RegisteredTable(null, null, null, null, value, null));
        }

        @POST
        public FormValidation doCheckTablePhysicalId(@AncestorInPath Item item, @QueryParameter String value) {
            return TriggerTaskTrial.check(
                    item, "tablePhysicalId", new RegisteredTable(null, null, null, null, null, value));
        }
    }
}
