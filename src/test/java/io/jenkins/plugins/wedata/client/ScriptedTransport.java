package io.jenkins.plugins.wedata.client;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Answers with what a test laid out, in that order; the last answer is repeated. */
final class ScriptedTransport implements Transport {

    static final String REQUEST_ID = "2eeae735-b9c1-4c99-a4dd-54f3e8da674f";

    private final Deque<Supplier<CompletableFuture<WireReply>>> script = new ArrayDeque<>();
    private final List<WireRequest> sent = new ArrayList<>();
    private boolean closed;

    static String error(String code) {
        return "{\"Response\":{\"Error\":{\"Code\":\"" + code + "\",\"Message\":\"because\"},\"RequestId\":\""
                + REQUEST_ID + "\"}}";
    }

    static String created(String id) {
        return "{\"Response\":{\"Data\":{\"Id\":\"" + id + "\"},\"RequestId\":\"" + REQUEST_ID + "\"}}";
    }

    static WireReply reply(int status, String body) {
        return new WireReply(status, null, body.getBytes(StandardCharsets.UTF_8));
    }

    static String httpDate(Instant date) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(date.atOffset(ZoneOffset.UTC));
    }

    synchronized ScriptedTransport then(Supplier<CompletableFuture<WireReply>> answer) {
        script.add(answer);
        return this;
    }

    ScriptedTransport thenReply(String body) {
        return then(() -> CompletableFuture.completedFuture(reply(200, body)));
    }

    ScriptedTransport thenReplyAt(Instant date, String body) {
        return then(() -> CompletableFuture.completedFuture(
                new WireReply(200, httpDate(date), body.getBytes(StandardCharsets.UTF_8))));
    }

    ScriptedTransport thenStatus(int status) {
        return then(() -> CompletableFuture.completedFuture(reply(status, "<html>gateway</html>")));
    }

    ScriptedTransport thenError(String code) {
        return thenReply(error(code));
    }

    ScriptedTransport thenFail(TransportException error) {
        return then(() -> CompletableFuture.failedFuture(error));
    }

    @Override
    public CompletableFuture<WireReply> send(WireRequest request) {
        Supplier<CompletableFuture<WireReply>> answer;
        synchronized (this) {
            sent.add(request);
            answer = script.size() > 1 ? script.remove() : script.element();
        }
        return answer.get();
    }

    @Override
    public synchronized void close() {
        closed = true;
    }

    synchronized List<WireRequest> sent() {
        return List.copyOf(sent);
    }

    synchronized boolean isClosed() {
        return closed;
    }
}
