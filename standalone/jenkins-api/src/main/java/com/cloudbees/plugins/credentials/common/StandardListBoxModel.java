package com.cloudbees.plugins.credentials.common;

/** Bare signatures of the credentials plugin's type. */
public class StandardListBoxModel extends AbstractIdCredentialsListBoxModel<StandardListBoxModel, StandardCredentials> {

    private static final long serialVersionUID = 1L;

    public StandardListBoxModel() {}
}
