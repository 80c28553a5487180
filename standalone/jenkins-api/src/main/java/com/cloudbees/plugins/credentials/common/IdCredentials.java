package com.cloudbees.plugins.credentials.common;

import com.cloudbees.plugins.credentials.Credentials;
import edu.umd.cs.findbugs.annotations.NonNull;

/** Bare signatures of the credentials plugin's type. */
public interface IdCredentials extends Credentials {
    @NonNull
    String getId();
}
