package io.jenkins.plugins.wedata.steps;

import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import java.util.List;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** What the form of {@code wedataBatchVersion} asks of Jenkins. */
public abstract class BatchVersionForm extends JobWaitForm {

    BatchVersionForm() {}

    @POST
    public final ListBoxModel doFillAutoRunItems(@AncestorInPath Item item) {
        return yesOrNo(item);
    }

    @POST
    public final ListBoxModel doFillNeedCheckParentSubmittedItems(@AncestorInPath Item item) {
        return yesOrNo(item);
    }

    @POST
    public final ListBoxModel doFillEnableMakeUpItems(@AncestorInPath Item item) {
        return yesOrNo(item);
    }

    private static ListBoxModel yesOrNo(Item item) {
        return NamedChoices.optional(item, Messages.YesOrNo_NotSaid())
                .and(Messages.YesOrNo_Yes(), true)
                .and(Messages.YesOrNo_No(), false)
                .items(null);
    }

    @POST
    public final FormValidation doCheckAlarmWays(@AncestorInPath Item item, @QueryParameter String value) {
        BatchVersionStep tried = new BatchVersionStep(null);
        tried.setAlarmWays(value);
        return FieldCheck.of(item, "alarmWays", tried);
    }

    @POST
    public final FormValidation doCheckAlarmRecipientTypes(@AncestorInPath Item item, @QueryParameter String value) {
        BatchVersionStep tried = new BatchVersionStep(null);
        tried.setAlarmRecipientTypes(value);
        return FieldCheck.of(item, "alarmRecipientTypes", tried);
    }

    @POST
    public final FormValidation doCheckAssignApprovalList(@AncestorInPath Item item, @QueryParameter String value) {
        BatchVersionStep tried = new BatchVersionStep(null);
        tried.setAssignApprovalList(List.of(value));
        return FieldCheck.of(item, "assignApprovalList", tried);
    }
}
