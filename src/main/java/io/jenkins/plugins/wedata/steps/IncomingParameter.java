package io.jenkins.plugins.wedata.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.RelativePath;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.ComboBoxModel;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.wedata.api.InTaskParameter;
import java.io.Serializable;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/**
 * A parameter that a trigger task takes from another.
 */
public final class IncomingParameter implements Describable<IncomingParameter>, Serializable {

    private static final long serialVersionUID = 1L;

    private final String paramKey;
    private final String paramDesc;
    private final String fromTaskId;
    private final String fromParamKey;
    private String type;

    /**
     * Takes what is required; the rest is set.
     *
     * @param paramKey the name
     * @param paramDesc where it comes from, as {@code project.task.parameter}
     * @param fromTaskId the id of the task that gives it out
     * @param fromParamKey its name in that task
     */
    @DataBoundConstructor
    public IncomingParameter(String paramKey, String paramDesc, String fromTaskId, String fromParamKey) {
        this.paramKey = paramKey;
        this.paramDesc = paramDesc;
        this.fromTaskId = FormText.id(fromTaskId);
        this.fromParamKey = fromParamKey;
    }

    /**
     * The name.
     *
     * @return as given
     */
    public String getParamKey() {
        return paramKey;
    }

    /**
     * Where it comes from, as {@code project.task.parameter}.
     *
     * @return as given
     */
    public String getParamDesc() {
        return paramDesc;
    }

    /**
     * The id of the task that gives it out.
     *
     * @return null when none was given
     */
    @CheckForNull
    public String getFromTaskId() {
        return fromTaskId;
    }

    /**
     * Its name in that task.
     *
     * @return as given
     */
    public String getFromParamKey() {
        return fromParamKey;
    }

    /**
     * {@code TASK} or {@code CONSTANT}.
     *
     * @return null when none was given
     */
    @CheckForNull
    public String getType() {
        return type;
    }

    @DataBoundSetter
    public void setType(@CheckForNull String type) {
        this.type = FormText.orNull(type);
    }

    InTaskParameter toWire(String path, StepInput input) {
        return new InTaskParameter(
                paramKey, paramDesc, input.expanded(path + ".fromTaskId", fromTaskId), fromParamKey, type);
    }

    /** What Jenkins knows of this structure. */
    @Extension
    public static final class DescriptorImpl extends Descriptor<IncomingParameter> implements StrictArguments {

        @Override
        public String getDisplayName() {
            return Messages.IncomingParameter_DisplayName();
        }

        @POST
        public ListBoxModel doFillTypeItems(@AncestorInPath Item item, @QueryParameter String type) {
            return NamedChoices.of(item, type, InTaskParameter.TYPES);
        }

        @POST
        public ComboBoxModel doFillFromTaskIdItems(
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
        public FormValidation doCheckParamKey(@AncestorInPath Item item, @QueryParameter String value) {
            return TriggerTaskTrial.check(item, "paramKey", new IncomingParameter(value, null, null, null));
        }

        @POST
        public FormValidation doCheckParamDesc(@AncestorInPath Item item, @QueryParameter String value) {
            return TriggerTaskTrial.check(item, "paramDesc", new IncomingParameter(null, value, null, null));
        }

        @POST
        public FormValidation doCheckFromTaskId(@AncestorInPath Item item, @QueryParameter String value) {
            return TriggerTaskTrial.check(item, "fromTaskId", new IncomingParameter(null, null, value, null));
        }

        @POST
        public FormValidation doCheckFromParamKey(@AncestorInPath Item item, @QueryParameter String value) {
            return TriggerTaskTrial.check(item, "fromParamKey", new IncomingParameter(null, null, null, value));
        }

        @POST
        public FormValidation doCheckType(@AncestorInPath Item item, @QueryParameter String value) {
            IncomingParameter tried = new IncomingParameter(null, null, null, null);
            tried.setType(value);
            return TriggerTaskTrial.check(item, "type", tried);
        }
    }
}
