package io.jenkins.plugins.wedata.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class OkHttpTransportTest {

    private static final Map<String, String> HEADERS =
            Map.of("Content-Type", Tc3Signer.CONTENT_TYPE, "X-TC-Action", "CreateTask");

    private final OkHttpTransport transport = OkHttpTransport.over(new OkHttpClient.Builder());

    @AfterEach
    void close() {
        transport.close();
    }

    private static WireRequest request(URI to) {
        return new WireRequest(to, HEADERS, "{\"a\":\"\u4efb\u52a1\"}".getBytes(StandardCharsets.UTF_8));
    }

    private static WireReply get(CompletableFuture<WireReply> reply) throws Exception {
        return reply.get(100, TimeUnit.SECONDS);
    }

    private static TransportException failure(CompletableFuture<WireReply> reply) {
        Throwable error = catchThrowable(() -> get(reply));
        assertThat(error).isInstanceOf(ExecutionException.class).hasCauseInstanceOf(TransportException.class);
        return (TransportException) error.getCause();
    }

    @Test
    void aReplyComesBackWithStatusDateAndBody() throws Exception {
        try (RawServer server = new RawServer(
                RawServer.replying("200 OK", "Date: Mon, 02 Mar 2026 08:00:00 GMT\r\n", "\u4efb\u52a1"))) {
            WireReply reply = get(transport.send(request(server.uri())));

            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.date()).contains(Instant.parse("2026-03-02T08:00:00Z"));
            assertThat(reply.body()).asString(StandardCharsets.UTF_8).isEqualTo("\u4efb\u52a1");
        }
    }

    @Test
    void eachRequestGoesToItsOwnAddress() throws Exception {
        try (RawServer one = new RawServer(RawServer.replying("200 OK", "", "one"));
                RawServer other = new RawServer(RawServer.replying("200 OK", "", "other"))) {
            for (RawServer server : List.of(one, other, one)) {
                get(transport.send(request(server.uri())));
            }

            assertThat(one.requests()).hasSize(2);
            assertThat(other.requests()).hasSize(1);
        }
    }

    @Test
    void aRequestIsAPostWithExactlyTheGivenHeadersAndBytes() throws Exception {
        try (RawServer server = new RawServer(RawServer.replying("200 OK", "Date: nonsense\r\n", ""))) {
            WireReply reply = get(transport.send(request(server.uri())));

            assertThat(server.requests().get(0))
                    .startsWith("POST / HTTP/1.1\r\n")
                    .contains("\r\nContent-Type: application/json; charset=utf-8\r\n")
                    .contains("\r\nX-TC-Action: CreateTask\r\n")
                    .contains("\r\nHost: 127.0.0.1:" + server.uri().getPort() + "\r\n")
                    .endsWith("\r\n\r\n{\"a\":\"\u4efb\u52a1\"}");
            assertThat(reply.date()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "408 Request Timeout, ''",
        "503 Service Unavailable, Retry-After: 0",
        "502 Bad Gateway, ''",
        "300 Multiple Choices, Location: /elsewhere",
        "301 Moved Permanently, Location: /elsewhere",
        "302 Found, Location: /elsewhere",
        "303 See Other, Location: /elsewhere",
        "307 Temporary Redirect, Location: /elsewhere",
        "308 Permanent Redirect, Location: /elsewhere",
        "401 Unauthorized, WWW-Authenticate: Basic realm=x",
        "421 Misdirected Request, ''",
        "429 Too Many Requests, Retry-After: 0"
    })
    void whateverTheStatusTheRequestIsDeliveredOnce(String status, String header) throws Exception {
        String headers = header.isEmpty() ? "" : header + "\r\n";
        try (RawServer server = new RawServer(RawServer.replying(status, headers, "x"))) {
            WireReply reply = get(transport.send(request(server.uri())));

            assertThat(status).startsWith(Integer.toString(reply.status()));
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void aRequestOnAReusedConnectionThatBreaksIsDeliveredOnce() throws Exception {
        CountDownLatch allOpen = new CountDownLatch(5);
        RawServer.Behaviour dropsReused = (socket, number) -> {
            if (number > 1) {
                return false;
            }
            allOpen.countDown();
            await(allOpen);
            RawServer.write(socket, "200 OK", "", new byte[0]);
            return true;
        };
        try (RawServer server = new RawServer(dropsReused)) {
            List<CompletableFuture<WireReply>> warmUp = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                warmUp.add(transport.send(request(server.uri())));
            }
            for (CompletableFuture<WireReply> reply : warmUp) {
                get(reply);
            }

            TransportException lost = failure(transport.send(request(server.uri())));

            assertThat(server.connections()).isEqualTo(5);
            assertThat(server.requests()).hasSize(6);
            assertThat(lost.mayHaveBeenSent()).isTrue();
        }
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            if (!latch.await(60, TimeUnit.SECONDS)) {
                throw new IOException("the test stands still");
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Test
    void aReplyThatIsCutIsLost() throws Exception {
        RawServer.Behaviour cuts = (socket, number) -> {
            socket.getOutputStream()
                    .write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{".getBytes(StandardCharsets.US_ASCII));
            return false;
        };
        try (RawServer server = new RawServer(cuts)) {
            assertThat(failure(transport.send(request(server.uri()))).mayHaveBeenSent())
                    .isTrue();
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void aReplyThatDoesNotComeIsLostAfterTheCallTimeout() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        RawServer.Behaviour silent = (socket, number) -> {
            await(done);
            return false;
        };
        try (RawServer server = new RawServer(silent);
                OkHttpTransport hasty = OkHttpTransport.over(
                        new OkHttpClient.Builder(), Duration.ofSeconds(10), Duration.ofSeconds(1))) {
            assertThat(failure(hasty.send(request(server.uri()))).mayHaveBeenSent())
                    .isTrue();
            assertThat(server.requests()).hasSize(1);
            done.countDown();
        }
    }

    @Test
    void aRefusedConnectionIsNotSent() throws Exception {
        int port;
        try (ServerSocket closed = new ServerSocket(0)) {
            port = closed.getLocalPort();
        }

        assertThat(failure(transport.send(request(URI.create("http://127.0.0.1:" + port + "/"))))
                        .mayHaveBeenSent())
                .isFalse();
    }

    @Test
    void anUnknownHostIsNotSent() {
        OkHttpClient.Builder lost = new OkHttpClient.Builder().dns(host -> {
            throw new java.net.UnknownHostException(host);
        });
        try (OkHttpTransport nowhere = OkHttpTransport.over(lost)) {
            assertThat(failure(nowhere.send(request(URI.create("https://wedata.invalid/"))))
                            .mayHaveBeenSent())
                    .isFalse();
        }
    }

    @Test
    void aConnectionThatDoesNotSpeakTlsIsNotSent() throws Exception {
        try (RawServer server = new RawServer(RawServer.replying("200 OK", "", ""));
                ServerSocket plain = new ServerSocket(0)) {
            CompletableFuture<WireReply> reply =
                    transport.send(request(URI.create("https://127.0.0.1:" + plain.getLocalPort() + "/")));
            try (Socket socket = plain.accept()) {
                socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            }

            assertThat(failure(reply).mayHaveBeenSent()).isFalse();
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void clearTextIsForThisMachineOnly() {
        TransportException refused = failure(transport.send(request(URI.create("http://192.0.2.1/"))));

        assertThat(refused.mayHaveBeenSent()).isFalse();
    }

    @Test
    void aHeaderThatHttpCannotHoldIsNotSentAndNotShown() throws Exception {
        try (RawServer server = new RawServer(RawServer.replying("200 OK", "", ""))) {
            WireRequest bad = new WireRequest(server.uri(), Map.of("X-TC-Token", "sec\nret"), new byte[0]);

            TransportException refused = failure(transport.send(bad));

            assertThat(refused.mayHaveBeenSent()).isFalse();
            assertThat(refused).hasNoCause().hasMessageNotContainingAny("sec", "ret\"");
            assertThat(server.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aReplyOverEightMegabytesIsRefusedWhetherItSaysItsLengthOrNot(boolean chunked) throws Exception {
        byte[] megabyte = new byte[1024 * 1024];
        RawServer.Behaviour endless = (socket, number) -> {
            String length = chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + 9L * megabyte.length;
            socket.getOutputStream()
                    .write(("HTTP/1.1 200 OK\r\n" + length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 9; i++) {
                socket.getOutputStream().write((chunked ? "100000\r\n" : "").getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().write(megabyte);
                socket.getOutputStream().write((chunked ? "\r\n" : "").getBytes(StandardCharsets.US_ASCII));
            }
            return true;
        };
        try (RawServer server = new RawServer(endless)) {
            assertThat(failure(transport.send(request(server.uri()))))
                    .hasMessage("the reply is larger than 8 MB")
                    .extracting(TransportException::mayHaveBeenSent)
                    .isEqualTo(true);
        }
    }

    @Test
    void connectionsAreReusedWhateverTheReply() throws Exception {
        AtomicInteger count = new AtomicInteger();
        RawServer.Behaviour alternating = (socket, number) -> {
            RawServer.write(socket, count.incrementAndGet() % 2 == 0 ? "200 OK" : "502 Bad Gateway", "", new byte[9]);
            return true;
        };
        try (RawServer server = new RawServer(alternating)) {
            for (int i = 0; i < 20; i++) {
                get(transport.send(request(server.uri())));
            }

            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void sixtyFourExchangesGoOnAtOnce() throws Exception {
        CountDownLatch together = new CountDownLatch(64);
        RawServer.Behaviour waitsForAll = (socket, number) -> {
            together.countDown();
            await(together);
            RawServer.write(socket, "200 OK", "", new byte[0]);
            return true;
        };
        try (RawServer server = new RawServer(waitsForAll)) {
            List<CompletableFuture<WireReply>> replies = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                replies.add(transport.send(request(i % 2 == 0 ? server.uri() : server.otherUri())));
            }
            for (CompletableFuture<WireReply> reply : replies) {
                assertThat(get(reply).status()).isEqualTo(200);
            }
        }
    }

    @Test
    void cancellingEndsTheExchange() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch gone = new CountDownLatch(1);
        RawServer.Behaviour noticesTheEnd = (socket, number) -> {
            arrived.countDown();
            try {
                socket.getInputStream().read();
            } finally {
                gone.countDown();
            }
            return false;
        };
        try (RawServer server = new RawServer(noticesTheEnd)) {
            CompletableFuture<WireReply> reply = transport.send(request(server.uri()));
            await(arrived);

            reply.cancel(true);

            assertThat(gone.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void closingEndsCallsUnderWayAndItsThreads() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        RawServer.Behaviour silent = (socket, number) -> {
            arrived.countDown();
            await(end);
            return false;
        };
        try (RawServer server = new RawServer(silent)) {
            CompletableFuture<WireReply> reply = transport.send(request(server.uri()));
            await(arrived);
            List<Thread> threads = threads(server.uri());
            assertThat(threads).isNotEmpty().allMatch(Thread::isDaemon);

            transport.close();

            assertThat(failure(reply).mayHaveBeenSent()).isTrue();
            for (Thread thread : threads) {
                thread.join(60_000);
            }
            assertThat(threads).noneMatch(Thread::isAlive);
            assertThat(failure(transport.send(request(server.uri()))).mayHaveBeenSent())
                    .isFalse();
            assertThat(server.requests()).hasSize(1);
            end.countDown();
        }
    }

    /** OkHttp gives a thread the name of the call that it works on. */
    private static List<Thread> threads(URI uri) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("wedata-http-")
                        || thread.getName().contains(uri.toString()))
                .toList();
    }

    @Test
    void theGivenBuilderStaysAsItIs() {
        Dispatcher theirs = new Dispatcher();
        OkHttpClient.Builder builder = new OkHttpClient.Builder().dispatcher(theirs);

        OkHttpTransport.over(builder).close();

        OkHttpClient client = builder.build();
        assertThat(client.dispatcher()).isSameAs(theirs);
        assertThat(client.retryOnConnectionFailure()).isTrue();
        assertThat(theirs.executorService().isShutdown()).isFalse();
    }
}
