package io.jenkins.plugins.wedata.operation;

import java.util.concurrent.CompletableFuture;

/** Keeps how far an operation is where it outlives this controller's process. */
@FunctionalInterface
public interface Checkpoint {

    /**
     * Keeps a progress.
     *
     * @param progress how far the operation is
     * @return completes when it is kept: the operation goes on only then
     */
    CompletableFuture<Void> reached(Progress progress);
}
