package io.jenkins.plugins.wedata.rehearsal.declarative;

import java.util.List;

/**
 * When a stage runs: if all conditions hold.
 *
 * @param beforeOptions whether it is asked before the stage's options
 * @param beforeInput whether it is asked before the stage's input
 * @param beforeAgent whether it is asked before the stage's agent
 * @param conditions at least one
 * @param arguments the code that gives the arguments of all conditions, as {@link Condition#argument} counts them
 */
public record WhenModel(
        boolean beforeOptions, boolean beforeInput, boolean beforeAgent, List<Condition> conditions, int arguments) {

    /**
     * One condition.
     *
     * @param name such as {@code branch}
     * @param argument where its arguments are; meaningless for one with children
     * @param children of {@code not}, {@code allOf} and {@code anyOf}
     */
    public record Condition(String name, int argument, List<Condition> children) {}
}
