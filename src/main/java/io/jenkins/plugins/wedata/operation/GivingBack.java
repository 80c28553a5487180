package io.jenkins.plugins.wedata.operation;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Gives back what an operation that was given up holds in WeData, and gives that up too when it takes too long. */
public final class GivingBack {

    /** How long it may take. */
    static final Duration LONGEST = Duration.ofSeconds(30);

    private static final Logger LOGGER = Logger.getLogger(GivingBack.class.getName());

    private GivingBack() {}

    /**
     * Begins, if there is anything to give back, and returns at once. The build's log is told; so is the system log, since
     * the build may be over by then.
     *
     * @param operation the operation that was given up
     * @param reached the last that its checkpoint was told
     * @param session a line of its own; it is cancelled when the time is over
     * @return completes when nothing is done about it any more, whatever came of it
     */
    public static CompletableFuture<Void> start(Operation operation, Progress reached, Session session) {
        Optional<CompletableFuture<Void>> begun = operation.giveBack(session, reached);
        if (begun.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<Void> given = begun.get();
        CompletableFuture<Void> limit = session.pause(operation.longestGivingBack());
        limit.thenRun(() -> {
            if (!given.isDone()) {
                session.log().milestone(Messages.GivingBack_NotSure(left(operation, reached)));
                session.cancel();
            }
        });
        return given.handle((nothing, failure) -> {
            limit.cancel(false);
            if (failure == null) {
                LOGGER.log(Level.FINE, "Given back what a step held that was given up");
            } else {
                LOGGER.log(
                        Level.WARNING,
                        "What a step held that was given up could not be given back for sure. "
                                + left(operation, reached),
                        Async.unwrap(failure));
            }
            return null;
        });
    }

    private static String left(Operation operation, Progress reached) {
        return operation.leftBehind(reached).orElse("");
    }
}
