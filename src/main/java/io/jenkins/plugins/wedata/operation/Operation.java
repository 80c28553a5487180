package io.jenkins.plugins.wedata.operation;

import io.jenkins.plugins.wedata.api.Problems;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** One thing that a user wants done in WeData, from the first check to the last look. */
public interface Operation {

    /**
     * What this is, for people.
     *
     * @return the same before and after {@link #check}
     */
    OperationDescription description();

    /**
     * Names everything that is wrong with what the user gave.
     *
     * @param problems collects one entry for each wrong or missing value
     */
    void check(Problems problems);

    /**
     * Does it. Called after {@link #check} found nothing.
     *
     * @param session the line to WeData
     * @param checkpoint is told of the write before it is sent, and of what it made as soon as that is known
     * @return completes with what a script gets, or with a {@link io.jenkins.plugins.wedata.client.WeDataException}
     */
    CompletableFuture<OperationResult> run(Session session, Checkpoint checkpoint);

    /**
     * Goes on after an interruption: a write that was sent, or may have been, is never sent again.
     *
     * @param session a new line to WeData
     * @param reached the last that the checkpoint was told
     * @param checkpoint is told how it goes on, as by {@link #run}
     * @return completes as {@link #run} does
     */
    CompletableFuture<OperationResult> resume(Session session, Progress reached, Checkpoint checkpoint);

    /**
     * Gives back what the operation holds in WeData when it is given up: a lock that nobody else would release.
     *
     * @param session a line of its own, since the operation's is cancelled; the caller ends it after a while
     * @param reached the last that the checkpoint was told
     * @return completes when nothing is held any more; empty when nothing is held
     */
    default Optional<CompletableFuture<Void>> giveBack(Session session, Progress reached) {
        return Optional.empty();
    }

    /**
     * How long giving back may take.
     *
     * @return after that the line is ended
     */
    default Duration longestGivingBack() {
        return GivingBack.LONGEST;
    }

    /**
     * What goes on in WeData when this operation is given up now, and how to follow it.
     *
     * @param reached the last that the checkpoint was told
     * @return sentences for the build log, or empty when nothing was begun
     */
    Optional<String> leftBehind(Progress reached);
}
