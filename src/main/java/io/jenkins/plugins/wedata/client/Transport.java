package io.jenkins.plugins.wedata.client;

import java.util.concurrent.CompletableFuture;

/**
 * The seam to the wire: takes a signed request to wherever WeData is. One call of {@link #send} is one delivery at the
 * most; an implementation never sends again by itself and follows no redirect.
 */
public interface Transport extends AutoCloseable {

    /**
     * Sends a request and gives whatever came back, of any HTTP status.
     *
     * @param request what to send
     * @return completes with the reply, or with a {@link TransportException}, off the caller's thread or on it;
     *     cancelling it ends the exchange
     */
    CompletableFuture<WireReply> send(WireRequest request);

    /** Lets go of connections and threads. Calls under way end with a {@link TransportException}. */
    @Override
    default void close() {}
}
