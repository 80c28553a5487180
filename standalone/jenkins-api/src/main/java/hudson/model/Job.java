package hudson.model;

import hudson.ExtensionPoint;

/** Bare signatures of Jenkins core's type. */
public abstract class Job<JobT extends Job<JobT, RunT>, RunT extends Run<JobT, RunT>> extends AbstractItem
        implements ExtensionPoint {

    Job() {}
}
