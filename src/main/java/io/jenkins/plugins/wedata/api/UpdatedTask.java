package io.jenkins.plugins.wedata.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.Optional;

/**
 * What UpdateTaskPartially and UpdateTriggerTaskPartially are answered with.
 *
 * @param data carries whether it was done
 */
public record UpdatedTask(@CheckForNull UpdateTaskResult data) {

    /**
     * WeData's structure {@code UpdateTaskResult}.
     *
     * @param status whether it was done: false is a failure although the reply carries no error
     */
    public record UpdateTaskResult(@CheckForNull Boolean status) {}

    /**
     * Whether it was done.
     *
     * @return false also when the reply does not say
     */
    public boolean isDone() {
        return data != null && Boolean.TRUE.equals(data.status());
    }

    Optional<String> absent() {
        return data == null || data.status() == null ? Optional.of("Data.Status") : Optional.empty();
    }
}
