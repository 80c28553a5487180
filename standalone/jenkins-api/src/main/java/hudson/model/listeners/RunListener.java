package hudson.model.listeners;

import hudson.ExtensionPoint;
import hudson.model.Run;

/** Bare signatures of Jenkins core's type. */
@SuppressWarnings("rawtypes")
public abstract class RunListener<R extends Run> implements ExtensionPoint {

    protected RunListener() {}

    public void onFinalized(R r) {}

    public void onDeleted(R r) {}
}
