package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.ExtensionPoint;

/** Bare signatures of Jenkins core's type. */
public abstract class Job<JobT extends Job<JobT, RunT>, RunT extends Run<JobT, RunT>> extends AbstractItem
        implements ExtensionPoint {

    Job() {}

    @CheckForNull
    public RunT getBuildByNumber(int n) {
        throw new UnsupportedOperationException();
    }
}
