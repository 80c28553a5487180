package io.jenkins.plugins.wedata.steps;

import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.wedata.operation.Reaction;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** What the forms of steps that wait for a batch job ask of Jenkins. */
public abstract class JobWaitForm extends WeDataStepDescriptor {

    JobWaitForm() {}

    @POST
    public final ListBoxModel doFillOnPartialItems(@AncestorInPath Item item, @QueryParameter String onPartial) {
        return NamedChoices.optional(item, Messages.Reaction_Fail())
                .and(Messages.Reaction_Unstable(), Reaction.UNSTABLE)
                .items(onPartial);
    }

    @POST
    public final ListBoxModel doFillOnApprovalItems(@AncestorInPath Item item, @QueryParameter String onApproval) {
        return onApproval(item, onApproval);
    }

    static ListBoxModel onApproval(Item item, String current) {
        return NamedChoices.optional(item, Messages.Reaction_Fail())
                .and(Messages.Reaction_Unstable(), Reaction.UNSTABLE)
                .and(Messages.Reaction_Proceed(), Reaction.PROCEED)
                .items(current);
    }

    @POST
    public final FormValidation doCheckTimeout(@AncestorInPath Item item, @QueryParameter String value) {
        return FieldCheck.ofNumber(item, "timeout", value, minutes -> {
            AwaitJobStep tried = new AwaitJobStep(null);
            tried.setTimeout(minutes);
            return tried;
        });
    }

    @POST
    public final FormValidation doCheckOnPartial(@AncestorInPath Item item, @QueryParameter String value) {
        AwaitJobStep tried = new AwaitJobStep(null);
        tried.setOnPartial(value);
        return FieldCheck.of(item, "onPartial", tried);
    }

    @POST
    public final FormValidation doCheckOnApproval(@AncestorInPath Item item, @QueryParameter String value) {
        AwaitJobStep tried = new AwaitJobStep(null);
        tried.setOnApproval(value);
        return FieldCheck.of(item, "onApproval", tried);
    }
}
