package io.jenkins.plugins.wedata.rehearsal.declarative;

import io.jenkins.plugins.wedata.rehearsal.binding.DataBoundModel;
import java.util.Optional;
import java.util.Set;

/** The steps that a file may call. */
public interface StepCatalog {

    /**
     * What a step takes.
     *
     * @param step its function
     * @return empty when there is no such step, or when it takes any arguments
     */
    Optional<DataBoundModel<?>> parameters(String step);

    /**
     * The steps that may stand in {@code options} around what they belong to.
     *
     * @return their functions, in order
     */
    Set<String> wrappers();
}
