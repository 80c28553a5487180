package io.jenkins.plugins.wedata.operation;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/** What {@link CompletableFuture} lacks. */
final class Async {

    private Async() {}

    /** Goes on from a failure of one kind, and leaves every other failure as it is. */
    static <T, X extends Throwable> CompletableFuture<T> recover(
            CompletableFuture<T> future, Class<X> kind, Function<X, CompletableFuture<T>> recovery) {
        return future.exceptionallyCompose(failure -> {
            Throwable cause = unwrap(failure);
            return kind.isInstance(cause) ? recovery.apply(kind.cast(cause)) : CompletableFuture.failedFuture(cause);
        });
    }

    static Throwable unwrap(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
