package com.cloudbees.plugins.credentials.common;

/** Bare signatures of the credentials plugin's type. */
public interface StandardUsernameCredentials extends StandardCredentials, UsernameCredentials {}
