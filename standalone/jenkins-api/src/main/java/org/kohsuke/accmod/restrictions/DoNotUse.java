package org.kohsuke.accmod.restrictions;

import org.kohsuke.accmod.AccessRestriction;

/** Bare signatures of access-modifier-annotation's type. */
public class DoNotUse extends AccessRestriction {}
