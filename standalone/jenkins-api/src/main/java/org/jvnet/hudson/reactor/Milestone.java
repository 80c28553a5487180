package org.jvnet.hudson.reactor;

/** Bare signatures of task-reactor's type. */
public interface Milestone {}
