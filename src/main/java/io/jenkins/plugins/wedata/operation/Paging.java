package io.jenkins.plugins.wedata.operation;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Tells whether a listing has another page. Ends also where a service gives the same page for ever. */
final class Paging {

    private final long pageSize;
    private final Set<String> seen = new HashSet<>();

    Paging(long pageSize) {
        this.pageSize = pageSize;
    }

    /**
     * Takes a page, and tells whether to ask for the next.
     *
     * @param ids what is on the page, one entry for each item; null for an item without an id
     * @param totalCount how many items there are on all pages, when the service says so
     */
    boolean goesOn(List<String> ids, Optional<Long> totalCount) {
        boolean news = seen.addAll(ids.stream().filter(Objects::nonNull).toList());
        return news && totalCount.map(total -> seen.size() < total).orElse(ids.size() >= pageSize);
    }
}
