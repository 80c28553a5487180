package com.cloudbees.plugins.credentials.common;

/** Bare signatures of the credentials plugin's type. */
public interface StandardUsernamePasswordCredentials extends StandardUsernameCredentials, UsernamePasswordCredentials {}
