package com.cloudbees.plugins.credentials;

import hudson.model.Descriptor;

/** Bare signatures of the credentials plugin's type. */
public abstract class CredentialsDescriptor extends Descriptor<Credentials> {

    protected CredentialsDescriptor() {}

    public String getDescription() {
        throw new UnsupportedOperationException();
    }

    public String getIconClassName() {
        throw new UnsupportedOperationException();
    }
}
