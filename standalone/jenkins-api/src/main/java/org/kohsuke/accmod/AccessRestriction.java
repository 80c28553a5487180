package org.kohsuke.accmod;

/** Bare signatures of access-modifier-annotation's type. */
public abstract class AccessRestriction {}
