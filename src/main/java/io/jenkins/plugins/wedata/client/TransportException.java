package io.jenkins.plugins.wedata.client;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.IOException;

/** No reply came: the request could not be sent, or was sent and its reply was lost. */
public final class TransportException extends IOException {

    private static final long serialVersionUID = 1L;

    private final boolean sent;

    private TransportException(String message, @CheckForNull Throwable cause, boolean sent) {
        super(message, cause);
        this.sent = sent;
    }

    /**
     * The request certainly never reached the service: connection refused, no route, unknown host, TLS not made.
     *
     * @param message what happened
     * @param cause why, or null
     * @return the exception
     */
    public static TransportException notSent(String message, @CheckForNull Throwable cause) {
        return new TransportException(message, cause, false);
    }

    /**
     * The request may have reached the service: its reply was lost, cut or too late.
     *
     * @param message what happened
     * @param cause why, or null
     * @return the exception
     */
    public static TransportException replyLost(String message, @CheckForNull Throwable cause) {
        return new TransportException(message, cause, true);
    }

    /**
     * Whether the request may have reached the service.
     *
     * @return false only when it certainly did not
     */
    public boolean mayHaveBeenSent() {
        return sent;
    }
}
