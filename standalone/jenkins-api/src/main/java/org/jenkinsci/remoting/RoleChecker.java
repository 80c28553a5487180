package org.jenkinsci.remoting;

/** Bare signatures of remoting's type. */
public abstract class RoleChecker {}
