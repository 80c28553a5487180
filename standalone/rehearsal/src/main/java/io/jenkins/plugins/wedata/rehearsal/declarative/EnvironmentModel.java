package io.jenkins.plugins.wedata.rehearsal.declarative;

import java.util.Map;

/**
 * What an {@code environment} sets.
 *
 * @param values the code that gives each variable's value
 * @param credentials the code that gives the id of each variable's credential
 */
public record EnvironmentModel(Map<String, Integer> values, Map<String, Integer> credentials) {

    static final EnvironmentModel EMPTY = new EnvironmentModel(Map.of(), Map.of());
}
