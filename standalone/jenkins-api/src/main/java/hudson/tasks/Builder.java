package hudson.tasks;

import hudson.ExtensionPoint;
import hudson.model.Describable;

/** Bare signatures of Jenkins core's type. */
public abstract class Builder extends BuildStepCompatibilityLayer implements Describable<Builder>, ExtensionPoint {

    protected Builder() {}
}
