package io.jenkins.plugins.wedata.client;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.IOException;

/** No reply came: the request could not be sent, or was sent and its reply was lost. */
public final class TransportException extends IOException {

    private static final long serialVersionUID = 1L;

    /** Why no reply came. */
    enum Reason {
        /** The request certainly never reached the service. */
        NOT_SENT,
        /** The request may have reached the service. */
        REPLY_LOST,
        /** Who answered could not show a certificate that is trusted here; nothing was sent. */
        UNTRUSTED,
        /** The exchange broke down on this side before anything was sent: an error in the software. */
        BROKEN_BEFORE_SENT,
        /** The same later: the request may have reached the service. */
        BROKEN
    }

    private final Reason reason;

    private TransportException(String message, @CheckForNull Throwable cause, Reason reason) {
        super(message, cause);
        this.reason = reason;
    }

    /**
     * The request certainly never reached the service: connection refused, no route, unknown host, TLS not made.
     *
     * @param message what happened
     * @param cause why, or null
     * @return the exception
     */
    public static TransportException notSent(String message, @CheckForNull Throwable cause) {
        return new TransportException(message, cause, Reason.NOT_SENT);
    }

    /**
     * The request may have reached the service: its reply was lost, cut or too late.
     *
     * @param message what happened
     * @param cause why, or null
     * @return the exception
     */
    public static TransportException replyLost(String message, @CheckForNull Throwable cause) {
        return new TransportException(message, cause, Reason.REPLY_LOST);
    }

    /** Nothing was sent, since who answered showed a certificate that is not trusted here. */
    static TransportException untrusted(String message, Throwable cause) {
        return new TransportException(message, cause, Reason.UNTRUSTED);
    }

    /** An error in the software ended the exchange. Its message may hold anything, so it goes no further than the cause. */
    static TransportException broken(Throwable cause, boolean mayHaveBeenSent) {
        return new TransportException(
                cause.getClass().getSimpleName(), cause, mayHaveBeenSent ? Reason.BROKEN : Reason.BROKEN_BEFORE_SENT);
    }

    /**
     * Whether the request may have reached the service.
     *
     * @return false only when it certainly did not
     */
    public boolean mayHaveBeenSent() {
        return reason == Reason.REPLY_LOST || reason == Reason.BROKEN;
    }

    Reason reason() {
        return reason;
    }
}
