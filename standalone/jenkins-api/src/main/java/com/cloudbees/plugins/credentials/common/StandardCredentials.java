package com.cloudbees.plugins.credentials.common;

import edu.umd.cs.findbugs.annotations.NonNull;

/** Bare signatures of the credentials plugin's type. */
public interface StandardCredentials extends IdCredentials {
    @NonNull
    String getDescription();
}
