package org.jenkinsci.plugins.structs.describable;

/** Bare signatures of structs' type. */
public final class DescribableModel<T> {

    public static final String CLAZZ = "$class";

    private DescribableModel() {}
}
