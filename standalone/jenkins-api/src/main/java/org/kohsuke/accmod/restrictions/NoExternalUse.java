package org.kohsuke.accmod.restrictions;

/** Bare signatures of access-modifier-annotation's type. */
public class NoExternalUse extends DoNotUse {}
