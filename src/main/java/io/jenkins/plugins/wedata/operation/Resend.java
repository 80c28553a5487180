package io.jenkins.plugins.wedata.operation;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Whether a creation that was not answered may be sent a second time, and the keeping of that it was. */
final class Resend {

    /** It was sent twice. */
    static final Resend DONE = new Resend(true, Optional.empty());

    private final boolean done;
    private final Optional<Checkpoint> checkpoint;

    private Resend(boolean done, Optional<Checkpoint> checkpoint) {
        this.done = done;
        this.checkpoint = checkpoint;
    }

    /**
     * Decides.
     *
     * @param onUnknown what the user wants
     * @param wasResent whether it was sent twice already
     * @param checkpoint is told before it is sent again
     */
    static Resend of(OnUnknown onUnknown, boolean wasResent, Checkpoint checkpoint) {
        return wasResent
                ? DONE
                : new Resend(false, onUnknown == OnUnknown.RESEND ? Optional.of(checkpoint) : Optional.empty());
    }

    /** After a restart what is to be sent may be gone with the file that it stood in. */
    boolean mayBeMade(Draft draft) {
        return checkpoint.isPresent() && draft.isWhole();
    }

    /** Completes when it is kept that it is sent again. */
    CompletableFuture<Void> kept(Session session, Draft draft) {
        return checkpoint
                .orElseThrow()
                .reached(Progress.intent(session.now()).remembering(new CreationMemo(true, draft.memo()).text()));
    }

    /** What is known of the answers, in words. */
    String unanswered() {
        return done ? Messages.Resend_NeitherAnswered() : Messages.Resend_NotAnswered();
    }
}
