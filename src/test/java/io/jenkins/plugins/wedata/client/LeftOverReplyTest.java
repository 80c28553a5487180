package io.jenkins.plugins.wedata.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a connection holds before a request is sent is never taken for the reply to it. */
@Timeout(120)
class LeftOverReplyTest {

    private static final String RIGHT = whole(ScriptedTransport.created("1"));
    private static final String STOLEN = whole(ScriptedTransport.created("stolen"));

    @TempDir
    private Path directory;

    private static String whole(String body) {
        return "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    @Test
    void aSecondReplyBehindTheFirstIsNotTheNextCalls() throws Exception {
        try (BadWire wire = new BadWire(BadWire.says(RIGHT + STOLEN))) {
            assertThat(wire.call(Calls.WRITE).join().result().taskId()).contains("1");

            CallException error = Calls.failure(wire.call(Calls.WRITE), CallUnknownException.class);

            assertThat(error.code()).isEqualTo("no reply");
            assertThat(wire.connections()).isZero();
            // The connection is closed with the second request perhaps not read yet.
            assertThat(wire.server.requests()).hasSizeBetween(1, 2);
            wire.assertWell();
        }
    }

    @Test
    void aBodyBehindAReplyThatHasNoneIsNotTheNextCalls() throws Exception {
        try (BadWire wire = new BadWire(BadWire.says("HTTP/1.1 204 No Content\r\n\r\n" + STOLEN))) {
            assertThat(Calls.failure(wire.call(Calls.WRITE), CallUnknownException.class)
                            .code())
                    .isEqualTo("unreadable reply");

            assertThat(Calls.failure(wire.call(Calls.WRITE), CallUnknownException.class)
                            .code())
                    .isEqualTo("no reply");
            wire.assertWell();
        }
    }

    @Test
    void onAConnectionThatSpeaksUnaskedNothingIsSent() throws Exception {
        CountDownLatch idle = new CountDownLatch(1);
        CountDownLatch spoken = new CountDownLatch(1);
        RawServer.Behaviour speaksLater = (socket, number) -> {
            BadWire.says(RIGHT).answer(socket, number);
            await(idle);
            BadWire.says(STOLEN).answer(socket, number);
            spoken.countDown();
            return true;
        };
        try (BadWire wire = new BadWire(speaksLater)) {
            assertThat(wire.call(Calls.WRITE).join().result().taskId()).contains("1");
            idle.countDown();
            await(spoken);

            wire.assertWell();

            assertThat(wire.server.requests()).hasSize(2);
            assertThat(wire.server.connections()).isEqualTo(2);
            assertThat(wire.connections()).isEqualTo(1);
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
    void soItIsBehindTls() throws Exception {
        TlsServers tls = new TlsServers(directory, "dns:localhost");
        ServerSocket socket = tls.open();
        RawServer.Behaviour leavesOverAtLast = (connection, number) ->
                BadWire.says(number < 3 ? RIGHT : RIGHT + STOLEN).answer(connection, number);
        try (RawServer server = new RawServer(socket, leavesOverAtLast);
                OkHttpTransport transport = OkHttpTransport.over(tls.trusting())) {
            WireRequest request = new WireRequest(
                    URI.create("https://localhost:" + socket.getLocalPort() + "/"), Map.of(), new byte[0]);

            for (int i = 0; i < 3; i++) {
                assertThat(get(transport, request)).contains("Id\":\"1\"");
            }
            assertThat(transport.connections()).isEqualTo(1);
            assertThat(get(transport, request)).contains("TransportException: the reply is not HTTP");
            assertThat(server.connections()).isEqualTo(1);
            assertThat(transport.connections()).isZero();
        }
    }

    private static String get(OkHttpTransport transport, WireRequest request) throws Exception {
        CompletableFuture<WireReply> reply = transport.send(request);
        return reply.handle((came, error) ->
                        error == null ? new String(came.body(), StandardCharsets.UTF_8) : error.toString())
                .get(100, TimeUnit.SECONDS);
    }

    @Test
    void eachReplyOnAConnectionMayBeAsLargeAsTheFirst() throws Exception {
        byte[] large = new byte[WireReply.LARGEST_BODY];
        RawServer.Behaviour generous = (socket, number) -> {
            RawServer.write(socket, "200 OK", "", large);
            return true;
        };
        try (RawServer server = new RawServer(generous);
                OkHttpTransport transport = OkHttpTransport.over(new OkHttpClient.Builder())) {
            for (int i = 0; i < 3; i++) {
                assertThat(get(transport, new WireRequest(server.uri(), Map.of(), new byte[0])))
                        .hasSize(large.length);
            }
            assertThat(server.connections()).isEqualTo(1);
        }
    }
}
