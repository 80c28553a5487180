package io.jenkins.plugins.wedata.operation;

import io.jenkins.plugins.wedata.client.CallDoubtfulException;
import io.jenkins.plugins.wedata.client.CallException;
import io.jenkins.plugins.wedata.client.CallUnknownException;
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

    /** Whether a write that failed so may have taken effect all the same. */
    static boolean mayHaveTakenEffect(CallException failure) {
        return failure instanceof CallDoubtfulException || failure instanceof CallUnknownException;
    }

    static Throwable unwrap(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
