package io.jenkins.plugins.wedata.rehearsal.binding;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An object that a Jenkinsfile describes by its symbol, such as {@code string(name: 'A')}: structs'
 * {@code UninstantiatedDescribable}. Which class is meant is known once it reaches a parameter.
 *
 * @param symbol what the Jenkinsfile calls
 * @param arguments by name, values as Groovy literals give them
 */
public record Described(String symbol, Map<String, Object> arguments) {

    /** Keeps a copy, in order. */
    public Described {
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    }
}
