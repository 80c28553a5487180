package io.jenkins.plugins.wedata.steps;

import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** What the forms of steps that make a task ask of Jenkins. */
public abstract class CreationForm extends WeDataStepDescriptor {

    CreationForm() {}

    /** A step to which nothing is given, to try what is typed on. */
    abstract CreationStep trial();

    @POST
    public final ListBoxModel doFillIfExistsItems(@AncestorInPath Item item, @QueryParameter String ifExists) {
        return NamedChoices.ifExists(item, ifExists);
    }

    @POST
    public final FormValidation doCheckIfExists(@AncestorInPath Item item, @QueryParameter String value) {
        CreationStep tried = trial();
        tried.setIfExists(value);
        return FieldCheck.of(item, "ifExists", tried);
    }

    @POST
    public final ListBoxModel doFillOnUnknownItems(@AncestorInPath Item item, @QueryParameter String onUnknown) {
        return NamedChoices.onUnknown(item, onUnknown);
    }

    @POST
    public final FormValidation doCheckOnUnknown(@AncestorInPath Item item, @QueryParameter String value) {
        CreationStep tried = trial();
        tried.setOnUnknown(value);
        return FieldCheck.of(item, "onUnknown", tried);
    }
}
