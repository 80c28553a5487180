package io.jenkins.plugins.wedata.steps;

import hudson.model.Item;
import hudson.util.ComboBoxModel;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.wedata.api.CommitType;
import io.jenkins.plugins.wedata.api.IntegrationTaskType;
import io.jenkins.plugins.wedata.operation.OnAbort;
import java.util.function.Consumer;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** What the form of {@code wedataCommitIntegration} asks of Jenkins. */
public abstract class CommitIntegrationForm extends WeDataStepDescriptor {

    CommitIntegrationForm() {}

    @POST
    public final ComboBoxModel doFillTaskIdItems(
            @AncestorInPath Item item,
            @QueryParameter String connection,
            @QueryParameter String projectId,
            @QueryParameter String credentialsId,
            @QueryParameter String region,
            @QueryParameter String site,
            @QueryParameter String taskType) {
        return LiveChoices.integrationTasks(
                new FormPlace(item, connection, projectId, credentialsId, region, site), taskType);
    }

    @POST
    public final ListBoxModel doFillCommitTypeItems(@AncestorInPath Item item, @QueryParameter String commitType) {
        return NamedChoices.optional(item, Messages.CommitType_SubmitOnly())
                .and(Messages.CommitType_Start(), CommitType.START)
                .and(Messages.CommitType_PauseAndContinue(), CommitType.PAUSE_AND_CONTINUE)
                .and(Messages.CommitType_Continue(), CommitType.CONTINUE)
                .and(Messages.CommitType_RestartDroppingState(), CommitType.RESTART_DROPPING_STATE)
                .items(commitType);
    }

    @POST
    public final ListBoxModel doFillTaskTypeItems(@AncestorInPath Item item, @QueryParameter String taskType) {
        return NamedChoices.optional(item, Messages.IntegrationTaskType_RealTime())
                .and(Messages.IntegrationTaskType_Offline(), IntegrationTaskType.OFFLINE)
                .items(taskType);
    }

    @POST
    public final ListBoxModel doFillOnApprovalItems(@AncestorInPath Item item, @QueryParameter String onApproval) {
        return JobWaitForm.onApproval(item, onApproval);
    }

    @POST
    public final ListBoxModel doFillOnAbortItems(@AncestorInPath Item item, @QueryParameter String onAbort) {
        return NamedChoices.optional(item, Messages.OnAbort_Leave())
                .and(Messages.OnAbort_Stop(), OnAbort.STOP)
                .items(onAbort);
    }

    @POST
    public final FormValidation doCheckTaskId(@AncestorInPath Item item, @QueryParameter String value) {
        return FieldCheck.of(item, "taskId", new CommitIntegrationStep(value));
    }

    /**
     * Warns of what can't be undone.
     *
     * @param item the place
     * @param value the chosen type
     * @return what is wrong with it, or what is lost by it
     */
    @POST
    public final FormValidation doCheckCommitType(@AncestorInPath Item item, @QueryParameter String value) {
        return value.strip().equalsIgnoreCase(CommitType.RESTART_DROPPING_STATE.name())
                ? FormValidation.warning(Messages.CommitIntegrationStep_DropsState())
                : FieldCheck.of(item, "commitType", tried(step -> step.setCommitType(value)));
    }

    @POST
    public final FormValidation doCheckTaskType(@AncestorInPath Item item, @QueryParameter String value) {
        return FieldCheck.of(item, "taskType", tried(step -> step.setTaskType(value)));
    }

    @POST
    public final FormValidation doCheckWaitUntilRunning(
            @AncestorInPath Item item, @QueryParameter boolean value, @QueryParameter String commitType) {
        return FieldCheck.of(item, "waitUntilRunning", tried(step -> {
            step.setWaitUntilRunning(value);
            step.setCommitType(commitType);
        }));
    }

    @POST
    public final FormValidation doCheckInstanceVersion(@AncestorInPath Item item, @QueryParameter String value) {
        return FieldCheck.ofNumber(
                item, "instanceVersion", value, number -> tried(step -> step.setInstanceVersion(number)));
    }

    @POST
    public final FormValidation doCheckCurrentStatus(@AncestorInPath Item item, @QueryParameter String value) {
        return FieldCheck.ofNumber(
                item, "currentStatus", value, number -> tried(step -> step.setCurrentStatus(number)));
    }

    @POST
    public final FormValidation doCheckTimeout(@AncestorInPath Item item, @QueryParameter String value) {
        return FieldCheck.ofNumber(item, "timeout", value, number -> tried(step -> step.setTimeout(number)));
    }

    @POST
    public final FormValidation doCheckOnApproval(@AncestorInPath Item item, @QueryParameter String value) {
        return FieldCheck.of(item, "onApproval", tried(step -> step.setOnApproval(value)));
    }

    @POST
    public final FormValidation doCheckOnAbort(
            @AncestorInPath Item item, @QueryParameter String value, @QueryParameter String commitType) {
        return FieldCheck.of(item, "onAbort", tried(step -> {
            step.setOnAbort(value);
            step.setCommitType(commitType);
        }));
    }

    private static CommitIntegrationStep tried(Consumer<CommitIntegrationStep> setter) {
        CommitIntegrationStep tried = new CommitIntegrationStep(null);
        setter.accept(tried);
        return tried;
    }
}
