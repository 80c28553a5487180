package com.cloudbees.plugins.credentials;

/** Bare signatures of the credentials plugin's type. */
public interface CredentialsMatcher {}
