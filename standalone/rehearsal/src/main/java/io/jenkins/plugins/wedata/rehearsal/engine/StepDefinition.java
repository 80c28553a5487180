package io.jenkins.plugins.wedata.rehearsal.engine;

import io.jenkins.plugins.wedata.rehearsal.binding.DataBoundModel;
import java.util.Optional;

/** A function that a Jenkinsfile may call as a step. */
interface StepDefinition {

    /** How a Jenkinsfile calls it. */
    String functionName();

    /** Whether it must be called with a block. */
    default boolean takesBody() {
        return false;
    }

    /** Whether its call and its end are both seen in the log. */
    default boolean isBlock() {
        return takesBody();
    }

    /** What it takes; empty when that can't be told beforehand. */
    default Optional<DataBoundModel<?>> parameters() {
        return Optional.empty();
    }

    /**
     * Takes a call's arguments apart.
     *
     * @param packed as Groovy hands them over
     */
    Arguments arguments(Object packed);

    /**
     * Binds a call's arguments.
     *
     * @param arguments the call's
     * @throws IllegalArgumentException when they don't bind
     */
    Activity bind(Arguments arguments);
}
