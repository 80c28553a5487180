package io.jenkins.plugins.wedata.journal;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What one operation has to write, one after another, in the order in which it was told, on threads for that. */
final class JournalQueue {

    private static final Logger LOGGER = Logger.getLogger(JournalQueue.class.getName());

    private final Executor disk;
    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);
    private boolean warned;

    /** Something that is written to a disk. */
    @FunctionalInterface
    interface Writing {
        void write() throws IOException;
    }

    JournalQueue(Executor disk) {
        this.disk = disk;
    }

    /**
     * Has something written after all that was told before.
     *
     * @param optional whether a warning is enough when it can't be written
     * @return completes when it is written, or fails
     */
    synchronized CompletableFuture<Void> add(Writing writing, boolean optional) {
        CompletableFuture<Void> written = last.thenRunAsync(
                () -> {
                    try {
                        writing.write();
                    } catch (IOException | RuntimeException e) {
                        if (!optional) {
                            throw new JournalFailure(e);
                        }
                        warn(e);
                    }
                },
                disk);
        last = written.exceptionally(failure -> null);
        return written.handle((nothing, failure) -> failure)
                .thenCompose(failure -> failure == null
                        ? CompletableFuture.completedFuture(null)
                        : CompletableFuture.failedFuture(JournalFailure.told(failure)));
    }

    /** Once is enough: a wait of days tells much, and a full disk stays full. */
    private void warn(Exception failure) {
        boolean first;
        synchronized (this) {
            first = !warned;
            warned = true;
        }
        LOGGER.log(first ? Level.WARNING : Level.FINE, "The journal of a build can't be written", failure);
    }
}
