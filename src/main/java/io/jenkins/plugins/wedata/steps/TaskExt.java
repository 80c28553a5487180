package io.jenkins.plugins.wedata.steps;

import hudson.Extension;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.FormValidation;
import io.jenkins.plugins.wedata.api.TaskExtInfo;
import java.io.Serializable;
import java.util.List;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/**
 * A free extra of a task.
 */
public final class TaskExt implements Describable<TaskExt>, Serializable {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final String value;

    /**
     * Takes what is required.
     *
     * @param key the key
     * @param value the value
     */
    @DataBoundConstructor
    public TaskExt(String key, String value) {
        this.key = key;
        this.value = value;
    }

    /**
     * The key.
     *
     * @return as given
     */
    public String getKey() {
        return key;
    }

    /**
     * The value.
     *
     * @return as given
     */
    public String getValue() {
        return value;
    }

    TaskExtInfo toWire() {
        return new TaskExtInfo(key, value);
    }

    /** What Jenkins knows of this structure. */
    @Extension
    public static final class DescriptorImpl extends Descriptor<TaskExt> implements StrictArguments {

        @Override
        public String getDisplayName() {
            return Messages.TaskExt_DisplayName();
        }

        @POST
        public FormValidation doCheckKey(@AncestorInPath Item item, @QueryParameter String value) {
            CreateTaskStep tried = new CreateTaskStep(null, null, null);
            tried.setExt(List.of(new TaskExt(FormText.orNull(value), "")));
            return FieldCheck.of(item, "ext[0].key", tried);
        }
    }
}
