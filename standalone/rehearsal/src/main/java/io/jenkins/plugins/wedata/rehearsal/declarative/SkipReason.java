package io.jenkins.plugins.wedata.rehearsal.declarative;

import java.io.Serializable;

/**
 * Why a stage does not run.
 *
 * @param stage the stage, or the one around it that is skipped
 * @param cause in Jenkins' words
 */
public record SkipReason(String stage, String cause) implements Serializable {

    public static SkipReason failure(String stage) {
        return new SkipReason(stage, "earlier failure(s)");
    }

    public static SkipReason unstable(String stage) {
        return new SkipReason(stage, "earlier stage(s) marking the build as unstable");
    }

    public static SkipReason when(String stage) {
        return new SkipReason(stage, "when conditional");
    }

    /** The same for a parallel stage within. */
    public SkipReason within(String other) {
        return new SkipReason(other, cause);
    }

    public String message() {
        return "Stage \"" + stage + "\" skipped due to " + cause;
    }
}
