package hudson.model;

/** Bare signatures of Jenkins core's type. */
public abstract class AbstractModelObject implements ModelObject {}
