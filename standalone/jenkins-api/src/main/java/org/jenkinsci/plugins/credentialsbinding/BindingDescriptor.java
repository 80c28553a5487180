package org.jenkinsci.plugins.credentialsbinding;

import com.cloudbees.plugins.credentials.common.StandardCredentials;
import hudson.model.Descriptor;

/** Bare signatures of the credentials-binding plugin's type. */
public abstract class BindingDescriptor<C extends StandardCredentials> extends Descriptor<MultiBinding<C>> {

    protected BindingDescriptor() {}

    protected abstract Class<C> type();

    public boolean requiresWorkspace() {
        return true;
    }
}
