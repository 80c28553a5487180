package io.jenkins.plugins.wedata.steps;

import hudson.Extension;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.FormValidation;
import io.jenkins.plugins.wedata.api.RecordField;
import java.io.Serializable;
import java.util.List;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/**
 * A setting of an integration task.
 */
public final class ConfigField implements Describable<ConfigField>, Serializable {

    private static final long serialVersionUID = 1L;

    private final String name;
    private final String value;

    /**
     * Takes what is required.
     *
     * @param name the setting's name
     * @param value the setting's value
     */
    @DataBoundConstructor
    public ConfigField(String name, String value) {
        this.name = name;
        this.value = value;
    }

    /**
     * The setting's name.
     *
     * @return as given
     */
    public String getName() {
        return name;
    }

    /**
     * The setting's value.
     *
     * @return as given
     */
    public String getValue() {
        return value;
    }

    RecordField toWire() {
        return new RecordField(name, value);
    }

    /** What Jenkins knows of this structure. */
    @Extension
    public static final class DescriptorImpl extends Descriptor<ConfigField> implements StrictArguments {

        @Override
        public String getDisplayName() {
            return Messages.ConfigField_DisplayName();
        }

        @POST
        public FormValidation doCheckName(@AncestorInPath Item item, @QueryParameter String value) {
            CommitIntegrationStep tried = new CommitIntegrationStep(null);
            tried.setExtConfig(List.of(new ConfigField(FormText.orNull(value), "")));
            return FieldCheck.of(item, "extConfig[0].name", tried);
        }
    }
}
