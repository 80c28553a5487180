package io.jenkins.plugins.wedata.operation;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Instant;

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
     * The same with something to remember.
     *
     * @param what null for nothing
     * @return the progress
     */
    public Progress remembering(@CheckForNull String what) {
        return new Progress(stage, id, requestId, ticket, what, since);
    }
}
