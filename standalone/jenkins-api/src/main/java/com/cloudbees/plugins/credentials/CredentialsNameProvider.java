package com.cloudbees.plugins.credentials;

import edu.umd.cs.findbugs.annotations.NonNull;

/** Bare signatures of the credentials plugin's type. */
public abstract class CredentialsNameProvider<C extends Credentials> {

    @NonNull
    public abstract String getName(@NonNull C credentials);
}
