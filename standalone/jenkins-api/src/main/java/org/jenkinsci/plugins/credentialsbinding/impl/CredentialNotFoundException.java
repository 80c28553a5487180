package org.jenkinsci.plugins.credentialsbinding.impl;

import hudson.AbortException;

/** Bare signatures of the credentials-binding plugin's type. */
public class CredentialNotFoundException extends AbortException {

    private static final long serialVersionUID = 1L;

    public CredentialNotFoundException(String message) {
        super(message);
    }
}
