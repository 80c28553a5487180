package org.jenkinsci.plugins.structs.describable;

import java.util.Map;

/** Bare signatures of structs' type. */
public class UninstantiatedDescribable {

    public static final String ANONYMOUS_KEY = "<anonymous>";

    public UninstantiatedDescribable(Map<String, ?> arguments) {
        throw new UnsupportedOperationException();
    }

    public Map<String, ?> getArguments() {
        throw new UnsupportedOperationException();
    }
}
