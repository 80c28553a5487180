package io.jenkins.plugins.wedata.operation;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Instant;
import java.util.Optional;

/**
 * How far an operation's one write is.
 *
 * @param stage how far
 * @param id what the write made, once that is known: a task's id or a job's number; null of a job that was recognised by
 *     its versions
 * @param requestId WeData's own number of the write, once it is known
 * @param ticket the approval that the write waits for; null when it waits for none, or none is known
 * @param memo what the operation must remember besides, in its own words
 * @param since when this stage was reached
 */
public record Progress(
        Stage stage,
        @CheckForNull String id,
        @CheckForNull String requestId,
        @CheckForNull String ticket,
        @CheckForNull String memo,
        Instant since) {

    private static final String NOT_TOLD = "?";

    /** The stages, in their order. */
    public enum Stage {
        /** What the write needs is being made ready: the write itself was not sent. */
        PREPARING,
        /** The write is about to be sent, or was sent: from the outside nobody can tell. */
        INTENT,
        /** The write is done. */
        WRITTEN
    }

    /**
     * What the write needs is being made ready.
     *
     * @param now when
     * @return the progress
     */
    public static Progress preparing(Instant now) {
        return new Progress(Stage.PREPARING, null, null, null, null, now);
    }

    /**
     * The write is about to be sent.
     *
     * @param now when
     * @return the progress
     */
    public static Progress intent(Instant now) {
        return new Progress(Stage.INTENT, null, null, null, null, now);
    }

    /**
     * The write is done.
     *
     * @param id what it made
     * @param requestId WeData's own number of the write
     * @param now when
     * @return the progress
     */
    public static Progress written(String id, @CheckForNull String requestId, Instant now) {
        return new Progress(Stage.WRITTEN, id, requestId, null, null, now);
    }

    /**
     * The write is done although it was not answered: what it made is there, and its number is not known.
     *
     * @param since when the write was about to be sent
     * @return the progress
     */
    static Progress recognised(Instant since) {
        return new Progress(Stage.WRITTEN, null, null, null, null, since);
    }

    /**
     * How far the write is was kept and can't be read any more: it may be about to be sent, or done, and what else there was
     * to remember of it is lost.
     *
     * @param now when
     * @return the progress, which is as that of a write that is about to be sent
     */
    public static Progress notTold(Instant now) {
        return intent(now).remembering(NOT_TOLD);
    }

    /**
     * The write is done, and waits for an approval.
     *
     * @param id what it made
     * @param requestId WeData's own number of the write
     * @param ticket the approval's ticket
     * @param now when
     * @return the progress
     */
    public static Progress awaitingApproval(String id, @CheckForNull String requestId, String ticket, Instant now) {
        return new Progress(Stage.WRITTEN, id, requestId, ticket, null, now);
    }

    /**
     * The number of what the write made.
     *
     * @return empty of what is known by no number, be it that a damaged line does not tell it
     */
    public Optional<Long> number() {
        try {
            return Optional.ofNullable(id).map(Long::valueOf);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether this is what an operation has told, and not {@link #notTold what is left} of that.
     *
     * @return false when nobody can know from this what was begun
     */
    public boolean told() {
        return !NOT_TOLD.equals(memo);
    }

    /**
     * The same with something to remember.
     *
     * @param what null for nothing
     * @return the progress
     */
    public Progress remembering(@CheckForNull String what) {
        return new Progress(stage, id, requestId, ticket, what, since);
    }
}
