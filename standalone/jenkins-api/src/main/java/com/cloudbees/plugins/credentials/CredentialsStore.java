package com.cloudbees.plugins.credentials;

import hudson.security.AccessControlled;

/** Bare signatures of the credentials plugin's type. */
public abstract class CredentialsStore implements AccessControlled {}
