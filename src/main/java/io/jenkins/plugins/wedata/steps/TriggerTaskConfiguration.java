package io.jenkins.plugins.wedata.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.RelativePath;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.ComboBoxModel;
import hudson.util.FormValidation;
import io.jenkins.plugins.wedata.api.CreateTriggerTaskConfiguration;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/**
 * What a trigger task runs, and where.
 */
public final class TriggerTaskConfiguration implements Describable<TriggerTaskConfiguration>, Serializable {

    private static final long serialVersionUID = 1L;

    private String resourceGroup;
    private String code;
    private String codeFile;
    private ArrayList<TaskParameter> taskExtConfigurationList;
    private String dataCluster;
    private String brokerIp;
    private String yarnQueue;
    private String sourceServiceId;
    private String targetServiceId;
    private ArrayList<TaskParameter> taskSchedulingParameterList;
    private String bundleId;
    private String bundleInfo;

    /** Nothing is required; everything is set. */
    @DataBoundConstructor
    public TriggerTaskConfiguration() {}

    /**
     * The id of the resource group that runs the task.
     *
     * @return null when none was given
     */
    @CheckForNull
    public String getResourceGroup() {
        return resourceGroup;
    }

    @DataBoundSetter
    public void setResourceGroup(@CheckForNull String resourceGroup) {
        this.resourceGroup = FormText.id(resourceGroup);
    }

    /**
     * The task's code, as people write it.
     *
     * @return null when none was given
     */
    @CheckForNull
    public String getCode() {
        return code;
    }

    @DataBoundSetter
    public void setCode(@CheckForNull String code) {
        this.code = FormText.orNull(code);
    }

    /**
     * A file of the workspace that holds the task's code, in UTF-8.
     *
     * @return null when none was given
     */
    @CheckForNull
    public String getCodeFile() {
        return codeFile;
    }

    @DataBoundSetter
    public void setCodeFile(@CheckForNull String codeFile) {
        this.codeFile = FormText.orNull(codeFile);
    }

    /**
     * Free extras.
     *
     * @return null when none was given
     */
    @CheckForNull
    public List<TaskParameter> getTaskExtConfigurationList() {
        return taskExtConfigurationList;
    }

    @DataBoundSetter
    public void setTaskExtConfigurationList(@CheckForNull List<TaskParameter> taskExtConfigurationList) {
        this.taskExtConfigurationList = FormText.orNull(taskExtConfigurationList);
    }

    /**
     * The id of a cluster.
     *
     * @return null when none was given
     */
    @CheckForNull
    public String getDataCluster() {
        return dataCluster;
    }

    @DataBoundSetter
    public void setDataCluster(@CheckForNull String dataCluster) {
        this.dataCluster = FormText.orNull(dataCluster);
    }

    /**
     * The node to run on.
     *
     * @return null when none was given
     */
    @CheckForNull
    public String getBrokerIp() {
        return brokerIp;
    }

    @DataBoundSetter
    public void setBrokerIp(@CheckForNull String brokerIp) {
        this.brokerIp = FormText.orNull(brokerIp);
    }

    /**
     * The name of a queue.
     *
     * @return null when none was given
     */
    @CheckForNull
    public String getYarnQueue() {
        return yarnQueue;
    }

    @DataBoundSetter
    public void setYarnQueue(@CheckForNull String yarnQueue) {
        this.yarnQueue = FormText.orNull(yarnQueue);
    }

    /**
     * The data sources that are read.
     *
     * @return null when none was given
     */
    @CheckForNull
    public String getSourceServiceId() {
        return sourceServiceId;
    }

    @DataBoundSetter
    public void setSourceServiceId(@CheckForNull String sourceServiceId) {
        this.sourceServiceId = FormText.orNull(sourceServiceId);
    }

    /**
     * The data sources that are written.
     *
     * @return null when none was given
     */
    @CheckForNull
    public String getTargetServiceId() {
        return targetServiceId;
    }

    @DataBoundSetter
    public void setTargetServiceId(@CheckForNull String targetServiceId) {
        this.targetServiceId = FormText.orNull(targetServiceId);
    }

    /**
     * Variables that the scheduling fills.
     *
     * @return null when none was given
     */
    @CheckForNull
    public List<TaskParameter> getTaskSchedulingParameterList() {
        return taskSchedulingParameterList;
    }

    @DataBoundSetter
    public void setTaskSchedulingParameterList(@CheckForNull List<TaskParameter> taskSchedulingParameterList) {
        this.taskSchedulingParameterList = FormText.orNull(taskSchedulingParameterList);
    }

    /**
     * The id of a CI bundle.
     *
     * @return null when none was given
     */
    @CheckForNull
    public String getBundleId() {
        return bundleId;
    }

    @DataBoundSetter
    public void setBundleId(@CheckForNull String bundleId) {
        this.bundleId = FormText.orNull(bundleId);
    }

    /**
     * What is said of the CI bundle.
     *
     * @return null when none was given
     */
    @CheckForNull
    public String getBundleInfo() {
        return bundleInfo;
    }

    @DataBoundSetter
    public void setBundleInfo(@CheckForNull String bundleInfo) {
        this.bundleInfo = FormText.orNull(bundleInfo);
    }

    /** Whether nothing was given. */
    boolean isEmpty() {
        return Stream.of(
                        resourceGroup,
                        code,
                        codeFile,
                        taskExtConfigurationList,
                        dataCluster,
                        brokerIp,
                        yarnQueue,
                        sourceServiceId,
                        targetServiceId,
                        taskSchedulingParameterList,
                        bundleId,
                        bundleInfo)
                .allMatch(Objects::isNull);
    }

    /** Everything but the code, which may stand in a file. */
    CreateTriggerTaskConfiguration toWire(String path, StepInput input) {
        return new CreateTriggerTaskConfiguration(
                input.expanded(path + ".resourceGroup", resourceGroup),
                null,
                Structures.each(taskExtConfigurationList, TaskParameter::toExtra),
                input.expanded(path + ".dataCluster", dataCluster),
                input.expanded(path + ".brokerIp", brokerIp),
                input.expanded(path + ".yarnQueue", yarnQueue),
                input.expanded(path + ".sourceServiceId", sourceServiceId),
                input.expanded(path + ".targetServiceId", targetServiceId),
                Structures.each(taskSchedulingParameterList, TaskParameter::toVariable),
                input.expanded(path + ".bundleId", bundleId),
                bundleInfo);
    }

    /** What Jenkins knows of this structure. */
    @Extension
    public static final class DescriptorImpl extends Descriptor<TriggerTaskConfiguration> implements StrictArguments {

        @Override
        public String getDisplayName() {
            return Messages.TriggerTaskConfiguration_DisplayName();
        }

        @POST
        public ComboBoxModel doFillResourceGroupItems(
                @AncestorInPath Item item,
                @RelativePath("..") @QueryParameter String connection,
                @RelativePath("..") @QueryParameter String projectId,
                @RelativePath("..") @QueryParameter String credentialsId,
                @RelativePath("..") @QueryParameter String region,
                @RelativePath("..") @QueryParameter String site) {
            return LiveChoices.resourceGroups(new FormPlace(item, connection, projectId, credentialsId, region, site));
        }

        @POST
        public FormValidation doCheckCode(@AncestorInPath Item item, @QueryParameter String value) {
            TriggerTaskConfiguration tried = new TriggerTaskConfiguration();
            tried.setCode(value);
            return TriggerTaskTrial.check(item, "code", tried);
        }

        @POST
        public FormValidation doCheckCodeFile(
                @AncestorInPath Item item, @QueryParameter String value, @QueryParameter String code) {
            TriggerTaskConfiguration tried = new TriggerTaskConfiguration();
            tried.setCode(code);
            tried.setCodeFile(value);
            return TriggerTaskTrial.check(item, "codeFile", tried);
        }
    }
}
