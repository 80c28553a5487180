package io.jenkins.plugins.wedata.steps;

import hudson.Extension;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.FormValidation;
import io.jenkins.plugins.wedata.api.OutTaskParameter;
import io.jenkins.plugins.wedata.api.TaskExtParameter;
import io.jenkins.plugins.wedata.api.TaskSchedulingParameter;
import java.io.Serializable;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/**
 * A setting, a variable or a parameter of a trigger task.
 */
public final class TaskParameter implements Describable<TaskParameter>, Serializable {

    private static final long serialVersionUID = 1L;

    private final String paramKey;
    private final String paramValue;

    /**
     * Takes what is required.
     *
     * @param paramKey the name
     * @param paramValue the value, which may be empty
     */
    @DataBoundConstructor
    public TaskParameter(String paramKey, String paramValue) {
        this.paramKey = paramKey;
        this.paramValue = paramValue;
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
     * The value, which may be empty.
     *
     * @return as given
     */
    public String getParamValue() {
        return paramValue;
    }

    TaskExtParameter toExtra() {
        return new TaskExtParameter(paramKey, paramValue);
    }

    TaskSchedulingParameter toVariable() {
        return new TaskSchedulingParameter(paramKey, paramValue);
    }

    OutTaskParameter toOutput() {
        return new OutTaskParameter(paramKey, paramValue);
    }

    /** What Jenkins knows of this structure. */
    @Extension
    public static final class DescriptorImpl extends Descriptor<TaskParameter> implements StrictArguments {

        @Override
        public String getDisplayName() {
            return Messages.TaskParameter_DisplayName();
        }

        @POST
        public FormValidation doCheckParamKey(@AncestorInPath Item item, @QueryParameter String value) {
            return TriggerTaskTrial.check(item, "paramKey", new TaskParameter(value, ""));
        }
    }
}
