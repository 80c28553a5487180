package io.jenkins.plugins.wedata.operation;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.Optional;

/**
 * What a commit must remember beside its stage.
 *
 * @param isLocked whether the edit lock may be this step's to give back
 * @param before what was there before the commit was sent; empty when that is not known, or not needed any more
 */
record CommitMemo(boolean isLocked, Optional<CommitState> before) {

    private static final String LOCKED = "locked";
    private static final String BEFORE = "before ";

    /** Nothing to remember. */
    static final CommitMemo NOTHING = new CommitMemo(false, Optional.empty());

    /** Only that the lock may be this step's. */
    static final CommitMemo HOLDS_LOCK = new CommitMemo(true, Optional.empty());

    static CommitMemo of(Progress reached) {
        String text = Optional.ofNullable(reached.memo()).orElse("");
        boolean locked = text.startsWith(LOCKED);
        String rest = (locked ? text.substring(LOCKED.length()) : text).strip();
        return new CommitMemo(
                locked,
                Optional.of(rest)
                        .filter(part -> part.startsWith(BEFORE))
                        .flatMap(part -> CommitState.recalled(part.substring(BEFORE.length()))));
    }

    CommitMemo withBefore(Optional<CommitState> state) {
        return new CommitMemo(isLocked, state);
    }

    /** As a text that {@link #of} understands; null for nothing. */
    @CheckForNull
    String text() {
        String text = (isLocked ? LOCKED + " " : "")
                + before.map(state -> BEFORE + state.memo()).orElse("");
        return text.isEmpty() ? null : text.strip();
    }
}
