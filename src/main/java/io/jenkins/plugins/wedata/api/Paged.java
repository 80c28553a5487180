package io.jenkins.plugins.wedata.api;

import java.util.List;
import java.util.Optional;

/**
 * A reply that is one page of a list.
 *
 * @param <T> what is listed
 */
public interface Paged<T> {

    /**
     * What is on this page.
     *
     * @return never null; empty also when the service leaves the list out
     */
    List<T> items();

    /**
     * How many there are on all pages.
     *
     * @return empty when the service does not say
     */
    Optional<Long> totalCount();
}
