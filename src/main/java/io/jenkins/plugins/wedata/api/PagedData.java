package io.jenkins.plugins.wedata.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;
import java.util.Optional;

/**
 * A reply that holds one page of a list in its member {@code Data}.
 *
 * @param <T> what is listed
 */
interface PagedData<T> extends Paged<T> {

    /** The page; null when the reply holds none. */
    @CheckForNull
    ItemPage<T> data();

    @Override
    default List<T> items() {
        return Optional.ofNullable(data()).map(ItemPage::items).orElse(List.of());
    }

    @Override
    default Optional<Long> totalCount() {
        return Optional.ofNullable(data()).map(ItemPage::totalCount);
    }

    /** The absent member's path. */
    default Optional<String> absentPage() {
        return data() == null ? Optional.of("Data") : Optional.empty();
    }
}
