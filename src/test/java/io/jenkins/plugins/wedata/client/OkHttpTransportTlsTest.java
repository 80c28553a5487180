package io.jenkins.plugins.wedata.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLServerSocket;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class OkHttpTransportTlsTest {

    @TempDir
    private Path directory;

    private final ManualTimeSource time = new ManualTimeSource();

    private CompletableFuture<?> call(OkHttpClient.Builder builder, ServerSocket server) throws Exception {
        Account account = new Account(
                new Endpoint(URI.create("https://localhost:" + server.getLocalPort() + "/")),
                new Region("ap-guangzhou"),
                () -> CompletableFuture.completedFuture(Calls.KEY),
                "AKIDEXAMPLE");
        try (WeDataClient client = WeDataClient.over(OkHttpTransport.over(builder), time, Calls.patient())) {
            CompletableFuture<?> call = client.call(account, Calls.WRITE, CallListener.NONE);
            return call.handle((reply, error) -> call).get(100, TimeUnit.SECONDS);
        }
    }

    @Test
    void aTrustedServerIsCalledWithTlsOneTwoOrLater() throws Exception {
        TlsServers tls = new TlsServers(directory, "dns:localhost");
        ServerSocket socket = tls.open();
        try (RawServer server =
                new RawServer(socket, RawServer.replying("200 OK", "", ScriptedTransport.created("7")))) {
            assertThat(call(tls.trusting(), socket)).isCompleted();

            assertThat(server.requests()).hasSize(1);
            assertThat(server.requests().get(0)).contains("Host: localhost:" + socket.getLocalPort() + "\r\n");
        }
    }

    @Test
    void aServerOfOldTlsOnlyIsNotSpokenTo() throws Exception {
        TlsServers tls = new TlsServers(directory, "dns:localhost");
        SSLServerSocket socket = (SSLServerSocket) tls.open();
        socket.setEnabledProtocols(new String[] {"TLSv1.1"});
        try (RawServer server = new RawServer(socket, RawServer.replying("200 OK", "", "{}"));
                OkHttpTransport transport = OkHttpTransport.over(tls.trusting())) {
            CompletableFuture<WireReply> reply = transport.send(new WireRequest(
                    URI.create("https://localhost:" + socket.getLocalPort() + "/"), Map.of(), new byte[0]));

            assertThat(reply.handle((came, error) -> error).get(100, TimeUnit.SECONDS))
                    .isInstanceOfSatisfying(
                            TransportException.class,
                            error -> assertThat(error.mayHaveBeenSent()).isFalse());
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void aCertificateOfAnUnknownAuthorityIsRefusedAtOnceWithAdvice() throws Exception {
        TlsServers tls = new TlsServers(directory, "dns:localhost");
        ServerSocket socket = tls.open();
        try (RawServer server = new RawServer(socket, RawServer.replying("200 OK", "", "{}"))) {
            assertRefused(call(new OkHttpClient.Builder(), socket), server);
        }
    }

    @Test
    void aCertificateOfAnotherHostIsRefusedAtOnceWithAdvice() throws Exception {
        TlsServers tls = new TlsServers(directory, "dns:elsewhere.example.com");
        ServerSocket socket = tls.open();
        try (RawServer server = new RawServer(socket, RawServer.replying("200 OK", "", "{}"))) {
            assertRefused(call(tls.trusting(), socket), server);
        }
    }

    private static void assertRefused(CompletableFuture<?> call, RawServer server) {
        CallRefusedException refused = Calls.failure(call, CallRefusedException.class);
        assertThat(refused.code()).isEqualTo("certificate not trusted");
        assertThat(refused.advice()).contains("proxy", "trust store");
        assertThat(refused.attempts()).isEqualTo(1);
        assertThat(server.requests()).isEmpty();
    }
}
