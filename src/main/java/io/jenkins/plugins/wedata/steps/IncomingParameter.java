package io.jenkins.plugins.wedata.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.model.Describable;
import hudson.model.Descriptor;
import io.jenkins.plugins.wedata.api.InTaskParameter;
import java.io.Serializable;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

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
        this.fromTaskId = fromTaskId;
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
     * @return as given
     */
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
        this.type = type;
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
    }
}
