package io.jenkins.plugins.wedata.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;

/**
 * A page of a list of version 2025-08-06, as it stands in {@code Data}.
 *
 * @param items what is on this page
 * @param totalCount how many there are on all pages
 * @param totalPageNumber how many pages there are
 * @param pageNumber this page, from 1
 * @param pageSize how many a page
 * @param <T> what is listed
 */
public record ItemPage<T>(
        @CheckForNull List<T> items,
        @CheckForNull Long totalCount,
        @CheckForNull Long totalPageNumber,
        @CheckForNull Long pageNumber,
        @CheckForNull Long pageSize) {

    /** The largest page that the lists of tasks and workflows give, and what is asked of the others. */
    public static final long LARGEST = 200;
}
