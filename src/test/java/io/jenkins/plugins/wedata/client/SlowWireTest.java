package io.jenkins.plugins.wedata.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A service that always says a little more, and never all, does not hold a call for longer than its limit of time. */
@Timeout(120)
class SlowWireTest {

    private static final Duration LIMIT = Duration.ofMillis(600);
    private static final String OK = "HTTP/1.1 200 OK\r\n";

    private final CountDownLatch end = new CountDownLatch(1);

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "the first line, '', a",
        "a header, HTTP/1.1 200 OK__X-A: , a",
        "promises, '', HTTP/1.1 100 Continue____",
        "a body, HTTP/1.1 200 OK__Content-Length: 5000____, a",
        "a body without length, HTTP/1.1 200 OK____, a",
        "chunks, HTTP/1.1 200 OK__Transfer-Encoding: chunked____, 1__a__",
        "a chunk's size, HTTP/1.1 200 OK__Transfer-Encoding: chunked____, 0",
        "trailers, HTTP/1.1 200 OK__Transfer-Encoding: chunked____0__, X-A: b__",
        "nothing, HTTP/1.1 200 OK__Content-Length: 5____, ''"
    })
    void theCallEndsAndItsConnectionToo(String name, String begin, String drop) throws Exception {
        try (BadWire wire = new BadWire(drips(lines(begin), lines(drop)), LIMIT)) {
            wire.assertUnknown();

            assertThat(wire.connections()).isZero();
            wire.awaitNoCallUnderWay();
            end.countDown();
        }
    }

    private static String lines(String text) {
        return text.replace("__", "\r\n");
    }

    private RawServer.Behaviour drips(String begin, String drop) {
        return (socket, number) -> {
            send(socket, begin);
            while (!endsWithin(20)) {
                send(socket, drop);
            }
            return false;
        };
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private boolean endsWithin(int millis) throws IOException {
        try {
            return end.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Test
    void aServiceThatTakesNoMoreOfTheRequestIsGivenUp() throws Exception {
        try (ServerSocket deaf = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            byte[] body = new byte[WireRequest.LARGEST_BODY];

            TransportException error = failure(new OkHttpClient.Builder(), "http://127.0.0.1:", deaf, body);

            assertThat(error.mayHaveBeenSent()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"false, ''", "false, \u0016\u0003\u0003\u0040\u0000", "true, HTTP/1.1 200 OK__X-A: "})
    void aConnectionThatIsNeverMadeIsGivenUpAndNothingWasSent(boolean proxy, String begin) throws Exception {
        try (ServerSocket slow = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> dripping = CompletableFuture.runAsync(() -> {
                try (Socket socket = slow.accept()) {
                    drips(lines(begin), "\0").answer(socket, 1);
                } catch (IOException e) {
                    // Given up.
                }
            });
            OkHttpClient.Builder builder = new OkHttpClient.Builder();
            if (proxy) {
                builder.proxy(new Proxy(
                        Proxy.Type.HTTP, new InetSocketAddress(InetAddress.getLoopbackAddress(), slow.getLocalPort())));
            }

            TransportException error = proxy
                    ? failure(builder, "https://wedata.tencentcloudapi.com:", slow, new byte[0])
                    : failure(builder, "https://127.0.0.1:", slow, new byte[0]);

            assertThat(error.mayHaveBeenSent()).isFalse();
            dripping.get(60, TimeUnit.SECONDS);
        }
    }

    private static TransportException failure(
            OkHttpClient.Builder builder, String address, ServerSocket server, byte[] body) throws Exception {
        try (OkHttpTransport transport = OkHttpTransport.over(builder, LIMIT, LIMIT)) {
            URI uri = URI.create(address + server.getLocalPort() + "/");
            Throwable error = transport
                    .send(new WireRequest(uri, Map.of(), body))
                    .handle((came, failed) -> failed)
                    .get(60, TimeUnit.SECONDS);
            assertThat(transport.connections()).isZero();
            return (TransportException) error;
        }
    }

    /** The limit is the whole call's, not a pause's: this wire never pauses for long. */
    @Test
    void theLimitIsTheOneThatWasAskedFor() throws Exception {
        try (BadWire wire = new BadWire(drips(OK + "Content-Length: 900\r\n\r\n", "a"), LIMIT)) {
            long begin = System.nanoTime();

            wire.assertUnknown();

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isBetween(LIMIT, Duration.ofSeconds(15));
            end.countDown();
        }
    }
}
