package io.jenkins.plugins.wedata.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.operation.IfExists;
import io.jenkins.plugins.wedata.operation.OnUnknown;
import org.kohsuke.stapler.DataBoundSetter;

/** What the steps take that make a task. */
public abstract class CreationStep extends WeDataStep {

    private static final long serialVersionUID = 1L;

    private String ifExists;
    private String onUnknown;

    CreationStep() {}

    /**
     * What to do when a task of that name is there: {@code FAIL} (default), {@code REUSE} or {@code UPDATE}.
     *
     * @return null when none was given
     */
    @CheckForNull
    public String getIfExists() {
        return ifExists;
    }

    @DataBoundSetter
    public void setIfExists(@CheckForNull String ifExists) {
        this.ifExists = FormText.orNull(ifExists);
    }

    /**
     * What to do when the creation was not answered and has not appeared: {@code FAIL} (default) or {@code RESEND}.
     *
     * @return null when none was given
     */
    @CheckForNull
    public String getOnUnknown() {
        return onUnknown;
    }

    @DataBoundSetter
    public void setOnUnknown(@CheckForNull String onUnknown) {
        this.onUnknown = FormText.orNull(onUnknown);
    }

    IfExists ifExists(StepInput input) {
        return input.choice("ifExists", ifExists, IfExists.class);
    }

    OnUnknown onUnknown(StepInput input) {
        return input.choice("onUnknown", onUnknown, OnUnknown.class);
    }
}
