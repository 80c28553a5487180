package org.jenkinsci.plugins.structs.describable;

/** Bare signatures of structs' type. */
public class UninstantiatedDescribable {

    public static final String ANONYMOUS_KEY = "<anonymous>";

    UninstantiatedDescribable() {}
}
