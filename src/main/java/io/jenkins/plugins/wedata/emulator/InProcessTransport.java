package io.jenkins.plugins.wedata.emulator;

import io.jenkins.plugins.wedata.client.Transport;
import io.jenkins.plugins.wedata.client.TransportException;
import io.jenkins.plugins.wedata.client.WireReply;
import io.jenkins.plugins.wedata.client.WireRequest;
import java.net.URI;
import java.util.concurrent.CompletableFuture;

/** Reaches the built-in WeData without a wire, on the caller's own thread. */
final class InProcessTransport implements Transport {

    private final Service service;
    private volatile boolean closed;

    InProcessTransport(Service service) {
        this.service = service;
    }

    @Override
    public CompletableFuture<WireReply> send(WireRequest request) {
        CompletableFuture<WireReply> result = new CompletableFuture<>();
        if (closed) {
            result.completeExceptionally(TransportException.notSent("the transport is closed", null));
            return result;
        }
        URI uri = request.endpoint();
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        service.handle(new Inbound("POST", path + query, request.headers(), request.body(), true))
                .thenAccept(answer -> complete(result, answer));
        return result;
    }

    private static void complete(CompletableFuture<WireReply> result, Answer answer) {
        if (answer instanceof Answer.Whole whole) {
            result.complete(new WireReply(whole.status(), HttpMessage.date(whole.date()), whole.body()));
        } else if (answer instanceof Answer.Cut) {
            result.completeExceptionally(TransportException.replyLost("the connection ended in the reply", null));
        } else {
            result.completeExceptionally(TransportException.replyLost("the connection ended without a reply", null));
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
