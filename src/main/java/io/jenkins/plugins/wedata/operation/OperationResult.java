package io.jenkins.plugins.wedata.operation;

import java.util.Map;
import java.util.Optional;

/**
 * What an operation came to.
 *
 * @param values what a script gets: a serialisable map of texts, numbers, booleans, and lists and maps of these
 * @param unstable why the build is to be marked unstable, if it is
 */
public record OperationResult(Map<String, Object> values, Optional<String> unstable) {

    /**
     * A result without a blemish.
     *
     * @param values what a script gets
     * @return the result
     */
    static OperationResult of(Map<String, Object> values) {
        return new OperationResult(values, Optional.empty());
    }
}
