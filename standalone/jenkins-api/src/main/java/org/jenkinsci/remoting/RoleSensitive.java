package org.jenkinsci.remoting;

/** Bare signatures of remoting's type. */
public interface RoleSensitive {
    void checkRoles(RoleChecker checker) throws SecurityException;
}
