package hudson.model;

/** Bare signatures of Jenkins core's type. */
public interface BuildListener extends TaskListener {}
