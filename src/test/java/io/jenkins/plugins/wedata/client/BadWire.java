package io.jenkins.plugins.wedata.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.wedata.api.WeDataAction;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.OkHttpClient;

/** A client whose service answers the first request as a test likes, and any later one rightly. */
final class BadWire implements AutoCloseable {

    /** Stands in what is sent for what must not get into an error. */
    static final String SECRET = "secret-body";

    static final int MEGABYTE = 1024 * 1024;
    private static final Duration PATIENT = Duration.ofSeconds(15);

    private final ManualTimeSource time = new ManualTimeSource();
    private final AtomicInteger answered = new AtomicInteger();
    private final OkHttpTransport transport;
    private final WeDataClient client;
    final RawServer server;

    BadWire(RawServer.Behaviour first) throws IOException {
        this(first, PATIENT);
    }

    BadWire(RawServer.Behaviour first, Duration callTimeout) throws IOException {
        transport = OkHttpTransport.over(new OkHttpClient.Builder(), PATIENT, callTimeout);
        client = WeDataClient.over(transport, time, Calls.patient());
        server = new RawServer((socket, number) -> {
            if (answered.getAndIncrement() == 0) {
                return first.answer(socket, number);
            }
            RawServer.write(socket, "200 OK", "", ScriptedTransport.created("7").getBytes(StandardCharsets.UTF_8));
            return true;
        });
    }

    /** Sends a text, byte for character, and leaves the connection open. */
    static RawServer.Behaviour says(String text) {
        return says(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    static RawServer.Behaviour says(byte[] bytes) {
        return (socket, number) -> {
            send(socket, bytes);
            return true;
        };
    }

    /** Sends a text and ends its half of the connection. */
    static RawServer.Behaviour saysAndEnds(String text) {
        return (socket, number) -> {
            send(socket, text.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return true;
        };
    }

    /** Sends a text and resets the connection. */
    static RawServer.Behaviour saysAndResets(String text) {
        return (socket, number) -> {
            send(socket, text.getBytes(StandardCharsets.ISO_8859_1));
            socket.setSoLinger(true, 0);
            return false;
        };
    }

    /** Sends a text and then the same again and again, until nobody takes it any more. */
    static RawServer.Behaviour floods(String head, String again, AtomicLong sent) {
        String often = again.repeat(Math.max(1, 16_384 / again.length()));
        byte[] bytes = often.getBytes(StandardCharsets.ISO_8859_1);
        return (socket, number) -> {
            send(socket, head.getBytes(StandardCharsets.ISO_8859_1));
            while (sent.get() < 256L * MEGABYTE) {
                send(socket, bytes);
                sent.addAndGet(bytes.length);
            }
            return false;
        };
    }

    private static void send(Socket socket, byte[] bytes) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(bytes);
        out.flush();
    }

    <R> CompletableFuture<Reply<R>> call(WeDataAction<R> action) {
        Account account = new Account(
                new Endpoint(server.uri()),
                new Region("ap-guangzhou"),
                () -> CompletableFuture.completedFuture(Calls.KEY),
                "AKIDEXAMPLE");
        CompletableFuture<Reply<R>> call = client.call(account, action, CallListener.NONE);
        time.advanceUntil(call, Duration.ofMillis(200), Duration.ofHours(1));
        return call;
    }

    int connections() {
        return transport.connections();
    }

    /** The threads that carry calls have nothing to do. */
    void awaitNoCallUnderWay() {
        time.advanceUntil(
                () -> transport.client(server.uri()).dispatcher().runningCallsCount() == 0,
                Duration.ofMillis(1),
                Duration.ofSeconds(10));
    }

    /** A write ends unknown, is not repeated, keeps no connection, and the next one goes well on another. */
    void assertLost() {
        assertUnknown();
        assertThat(connections()).isZero();
        assertWell();
        assertThat(server.connections()).isEqualTo(2);
    }

    /** A write ends unknown, is not repeated, and its error quotes nothing of the reply. */
    CallUnknownException assertUnknown() {
        CallUnknownException unknown = Calls.failure(call(Calls.WRITE), CallUnknownException.class);

        assertThat(unknown.code()).isEqualTo("no reply");
        assertThat(stackTrace(unknown))
                .doesNotContain("secret", HexFormat.of().formatHex("secret".getBytes(StandardCharsets.US_ASCII)));
        // The server may not have come to it yet when a short limit is over.
        time.advanceUntil(() -> !server.requests().isEmpty(), Duration.ofMillis(1), Duration.ofSeconds(10));
        assertThat(server.requests()).hasSize(1);
        return unknown;
    }

    void assertWell() {
        assertThat(call(Calls.WRITE).join().result().taskId()).contains("7");
    }

    private static String stackTrace(Throwable error) {
        StringWriter text = new StringWriter();
        error.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
