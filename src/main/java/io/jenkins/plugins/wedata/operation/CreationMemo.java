package io.jenkins.plugins.wedata.operation;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.Optional;

/**
 * What a creation must remember beside its stage.
 *
 * @param wasResent whether the second send was made, or is about to be: there is never a third
 * @param draft what the draft must remember; null for nothing
 */
record CreationMemo(boolean wasResent, @CheckForNull String draft) {

    private static final String RESENT = "resent";

    static CreationMemo of(Progress reached) {
        String text = Optional.ofNullable(reached.memo())
                .filter(memo -> reached.told())
                .orElse("");
        boolean resent = text.startsWith(RESENT);
        String rest = resent ? text.substring(RESENT.length()).strip() : text;
        return new CreationMemo(resent, rest.isEmpty() ? null : rest);
    }

    /** As a text that {@link #of} understands; null for nothing. */
    @CheckForNull
    String text() {
        return wasResent ? RESENT + (draft == null ? "" : " " + draft) : draft;
    }
}
