package io.jenkins.plugins.wedata.operation;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.api.Paged;
import io.jenkins.plugins.wedata.api.WeDataAction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Predicate;

/**
 * A list that WeData gives a page at a time, read as one sequence. The next page is asked for only when more is wanted; no
 * thread waits for it; and nothing is given twice, though an item that moves while the list is read can be on two pages.
 * Each reading begins at the first page.
 *
 * @param <T> what is listed
 */
final class Listing<T> {

    /** How many a page, where the service lets a caller choose: the most that it gives. */
    static final long PAGE_SIZE = 200;

    private final LongFunction<? extends CompletableFuture<? extends Paged<T>>> pages;
    private final Function<T, String> id;

    /**
     * Lists what pages hold.
     *
     * @param pages gives a page of up to {@link #PAGE_SIZE} items by its number, from 1
     * @param id tells items apart; may give null for an item that has no id
     */
    Listing(LongFunction<? extends CompletableFuture<? extends Paged<T>>> pages, Function<T, String> id) {
        this.pages = pages;
        this.id = id;
    }

    /**
     * Lists by an action.
     *
     * @param session makes the calls
     * @param action asks for the page of a number, from 1
     * @param id tells items apart; may give null for an item that has no id
     */
    static <T, R extends Paged<T>> Listing<T> of(
            Session session, LongFunction<? extends WeDataAction<R>> action, Function<T, String> id) {
        return new Listing<>(
                number -> session.call(action.apply(number)).thenApply(reply -> (Paged<T>) reply.result()), id);
    }

    /** The same for a wait, which lists again and again. */
    static <T, R extends Paged<T>> Listing<T> ofLooks(
            Session session, LongFunction<? extends WeDataAction<R>> action, Function<T, String> id) {
        return new Listing<>(
                number -> session.look(action.apply(number)).thenApply(reply -> (Paged<T>) reply.result()), id);
    }

    /** The first that is wanted; asks for no page after it. */
    CompletableFuture<Optional<T>> first(Predicate<? super T> wanted) {
        List<T> found = new ArrayList<>();
        return until(item -> wanted.test(item) && found.add(item))
                .thenApply(read -> found.stream().findFirst());
    }

    /** All that are wanted, in the service's order. */
    CompletableFuture<List<T>> all(Predicate<? super T> wanted) {
        List<T> found = new ArrayList<>();
        return until(item -> {
                    if (wanted.test(item)) {
                        found.add(item);
                    }
                    return false;
                })
                .thenApply(read -> List.copyOf(found));
    }

    /**
     * Reads on until there is enough, or the list ends. One item after the other, never two at once.
     *
     * @param enough is given each item, and tells whether it was the last that is wanted
     * @return completes when the reading is over, or fails with what a page failed with
     */
    CompletableFuture<Void> until(Predicate<? super T> enough) {
        Reading reading = new Reading(enough);
        reading.readOn();
        return reading.over;
    }

    /** One way through the list. */
    private final class Reading {

        private final CompletableFuture<Void> over = new CompletableFuture<>();
        private final Predicate<? super T> enough;
        private final Set<String> seen = new HashSet<>();
        private final AtomicInteger wanted = new AtomicInteger();
        private long number;

        Reading(Predicate<? super T> enough) {
            this.enough = enough;
        }

        /** Pages that are there at once are taken in this loop: 1,000s of them need no more stack than one. */
        void readOn() {
            if (wanted.getAndIncrement() > 0) {
                return;
            }
            do {
                ask();
            } while (wanted.decrementAndGet() > 0);
        }

        private void ask() {
            try {
                // The stage is not handed on: a chain of stages would hold every page that ever was.
                pages.apply(++number).whenComplete((page, failure) -> {
                    if (failure == null) {
                        take(page);
                    } else {
                        over.completeExceptionally(Async.unwrap(failure));
                    }
                });
            } catch (RuntimeException | Error e) {
                over.completeExceptionally(e);
            }
        }

        private void take(Paged<T> page) {
            try {
                int before = seen.size();
                for (T item : page.items()) {
                    if (item != null && isNew(id.apply(item)) && enough.test(item)) {
                        over.complete(null);
                        return;
                    }
                }
                if (seen.size() > before && hasNext(page) && !over.isDone()) {
                    readOn();
                } else {
                    over.complete(null);
                }
            } catch (RuntimeException | Error e) {
                over.completeExceptionally(e);
            }
        }

        private boolean isNew(@CheckForNull String itemId) {
            return itemId == null || seen.add(itemId);
        }

        /** Only after a page with something new: a service that repeats a page for ever has ended. */
        private boolean hasNext(Paged<T> page) {
            return page.totalCount()
                    .map(total -> seen.size() < total)
                    .orElse(page.items().size() >= PAGE_SIZE);
        }
    }
}
