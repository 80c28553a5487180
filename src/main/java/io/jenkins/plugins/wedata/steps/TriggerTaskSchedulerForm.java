package io.jenkins.plugins.wedata.steps;

import edu.umd.cs.findbugs.annotations.NonNull;
import edu.umd.cs.findbugs.annotations.Nullable;
import hudson.RelativePath;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.ComboBoxModel;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.wedata.api.CreateTriggerTaskSchedulerConfiguration;
import java.util.List;
import net.sf.json.JSONObject;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/** What the form of {@link TriggerTaskSchedulerConfiguration} asks of Jenkins. */
public abstract class TriggerTaskSchedulerForm extends Descriptor<TriggerTaskSchedulerConfiguration> {

    private static final List<String> NUMBERS = List.of(
            "runPriorityType",
            "retryWaitMinute",
            "maxRetryNumber",
            "executionTTLMinute",
            "waitExecutionTotalTTLMinute",
            "allowDownstreamDependency",
            "scheduleType");

    TriggerTaskSchedulerForm() {}

    /** Reads the numbers and the rows of ids, which Stapler can't; everything else is bound as ever. */
    @Override
    public TriggerTaskSchedulerConfiguration newInstance(@Nullable StaplerRequest2 req, @NonNull JSONObject formData)
            throws FormException {
        SentForm.keepNumbersOnly(formData, NUMBERS);
        SentForm.rowsToTexts(formData, "upstream", "upstreamTask");
        return super.newInstance(req, formData);
    }

    @POST
    public ComboBoxModel doFillUpstreamTaskItems(
            @AncestorInPath Item item,
            @RelativePath("../..") @QueryParameter String connection,
            @RelativePath("../..") @QueryParameter String projectId,
            @RelativePath("../..") @QueryParameter String credentialsId,
            @RelativePath("../..") @QueryParameter String region,
            @RelativePath("../..") @QueryParameter String site,
            @RelativePath("../../baseAttribute") @QueryParameter String workflowId) {
        return LiveChoices.triggerTasks(
                new FormPlace(item, connection, projectId, credentialsId, region, site), workflowId);
    }

    @POST
    public ListBoxModel doFillRunPriorityTypeItems(@AncestorInPath Item item, @QueryParameter String runPriorityType) {
        return NamedChoices.optional(item, Messages.TriggerTaskSchedulerConfiguration_Low())
                .and(Messages.TriggerTaskSchedulerConfiguration_High(), 4)
                .and(Messages.TriggerTaskSchedulerConfiguration_Middle(), 5)
                .and(Messages.TriggerTaskSchedulerConfiguration_Low(), 6)
                .items(runPriorityType);
    }

    @POST
    public ListBoxModel doFillAllowRedoTypeItems(@AncestorInPath Item item, @QueryParameter String allowRedoType) {
        return NamedChoices.of(item, allowRedoType, CreateTriggerTaskSchedulerConfiguration.REDO_TYPES);
    }

    @POST
    public ListBoxModel doFillDependencyTriggerPolicyItems(
            @AncestorInPath Item item, @QueryParameter String dependencyTriggerPolicy) {
        return NamedChoices.of(item, dependencyTriggerPolicy, CreateTriggerTaskSchedulerConfiguration.POLICIES);
    }

    @POST
    public ListBoxModel doFillAllowDownstreamDependencyItems(
            @AncestorInPath Item item, @QueryParameter String allowDownstreamDependency) {
        return NamedChoices.optional(item, Messages.TriggerTaskSchedulerConfiguration_Yes())
                .and(Messages.TriggerTaskSchedulerConfiguration_Yes(), 1)
                .and(Messages.TriggerTaskSchedulerConfiguration_No(), 0)
                .items(allowDownstreamDependency);
    }

    @POST
    public ListBoxModel doFillScheduleTypeItems(@AncestorInPath Item item, @QueryParameter String scheduleType) {
        return NamedChoices.optional(item, Messages.TriggerTaskSchedulerConfiguration_NormalRun())
                .and(Messages.TriggerTaskSchedulerConfiguration_NormalRun(), 0)
                .and(Messages.TriggerTaskSchedulerConfiguration_DryRun(), 1)
                .items(scheduleType);
    }

    @POST
    public FormValidation doCheckUpstreamTask(@AncestorInPath Item item, @QueryParameter String value) {
        TriggerTaskSchedulerConfiguration tried = new TriggerTaskSchedulerConfiguration();
        tried.setUpstream(value.isEmpty() ? null : List.of(value));
        return TriggerTaskTrial.check(item, "upstream[0]", tried);
    }

    @POST
    public FormValidation doCheckRunPriorityType(@AncestorInPath Item item, @QueryParameter String value) {
        return TriggerTaskTrial.checkNumber(
                item, "runPriorityType", value, TriggerTaskSchedulerConfiguration::setRunPriorityType);
    }

    @POST
    public FormValidation doCheckRetryWaitMinute(@AncestorInPath Item item, @QueryParameter String value) {
        return TriggerTaskTrial.checkNumber(
                item, "retryWaitMinute", value, TriggerTaskSchedulerConfiguration::setRetryWaitMinute);
    }

    @POST
    public FormValidation doCheckMaxRetryNumber(@AncestorInPath Item item, @QueryParameter String value) {
        return TriggerTaskTrial.checkNumber(
                item, "maxRetryNumber", value, TriggerTaskSchedulerConfiguration::setMaxRetryNumber);
    }

    @POST
    public FormValidation doCheckExecutionTTLMinute(@AncestorInPath Item item, @QueryParameter String value) {
        return TriggerTaskTrial.checkNumber(
                item, "executionTTLMinute", value, TriggerTaskSchedulerConfiguration::setExecutionTTLMinute);
    }

    @POST
    public FormValidation doCheckWaitExecutionTotalTTLMinute(@AncestorInPath Item item, @QueryParameter String value) {
        return TriggerTaskTrial.checkNumber(
                item,
                "waitExecutionTotalTTLMinute",
                value,
                TriggerTaskSchedulerConfiguration::setWaitExecutionTotalTTLMinute);
    }

    @POST
    public FormValidation doCheckAllowDownstreamDependency(@AncestorInPath Item item, @QueryParameter String value) {
        return TriggerTaskTrial.checkNumber(
                item,
                "allowDownstreamDependency",
                value,
                TriggerTaskSchedulerConfiguration::setAllowDownstreamDependency);
    }

    @POST
    public FormValidation doCheckScheduleType(@AncestorInPath Item item, @QueryParameter String value) {
        return TriggerTaskTrial.checkNumber(
                item, "scheduleType", value, TriggerTaskSchedulerConfiguration::setScheduleType);
    }

    @POST
    public FormValidation doCheckAllowRedoType(@AncestorInPath Item item, @QueryParameter String value) {
        TriggerTaskSchedulerConfiguration tried = new TriggerTaskSchedulerConfiguration();
        tried.setAllowRedoType(value);
        return TriggerTaskTrial.check(item, "allowRedoType", tried);
    }

    @POST
    public FormValidation doCheckDependencyTriggerPolicy(@AncestorInPath Item item, @QueryParameter String value) {
        TriggerTaskSchedulerConfiguration tried = new TriggerTaskSchedulerConfiguration();
        tried.setDependencyTriggerPolicy(value);
        return TriggerTaskTrial.check(item, "dependencyTriggerPolicy", tried);
    }
}
