package org.jenkinsci.plugins.structs.describable;

import java.util.Map;

/** Bare signatures of structs' type. */
public interface CustomDescribableModel {

    default Map<String, Object> customInstantiate(Map<String, Object> arguments) {
        throw new UnsupportedOperationException();
    }
}
