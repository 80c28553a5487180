package com.cloudbees.hudson.plugins.folder;

import hudson.model.Descriptor;

/** Bare signatures of the cloudbees-folder plugin's type. */
public abstract class AbstractFolderPropertyDescriptor extends Descriptor<AbstractFolderProperty<?>> {

    protected AbstractFolderPropertyDescriptor() {}
}
