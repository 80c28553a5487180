package io.jenkins.plugins.wedata.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.wedata.Leaks;
import io.jenkins.plugins.wedata.LoggedLines;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Servers and proxies that repeat what they are sent, over real connections, with every logger at its finest. */
@Timeout(120)
class QuotingServerTest {

    private static final ApiKey KEY = new ApiKey(
            "AKID" + Leaks.MARK + "Id0123456789wxyz",
            Leaks.MARK + "SecretKey0123456789",
            Optional.of(Leaks.MARK + "Token+/0123456789=="));
    private static final String PROXY_LOGIN = Leaks.MARK + "ProxyPassword0123";

    @TempDir
    private Path directory;

    private final ManualTimeSource time = new ManualTimeSource();
    private final LoggedLines logged = new LoggedLines();
    private final Leaks leaks = new Leaks(
            KEY.secretId(),
            KEY.secretKey(),
            KEY.secretKey().substring(0, 12),
            KEY.token().orElseThrow(),
            KEY.token().orElseThrow().substring(0, 12),
            PROXY_LOGIN);

    @AfterEach
    void nothingIsFound() {
        logged.close();
        logged.lines().forEach(line -> leaks.in("the system log", line));
        Thread.getAllStackTraces().keySet().forEach(thread -> leaks.in("a thread's name", thread.getName()));
        assertThat(leaks.found()).isEmpty();
        assertThat(logged.lines()).noneMatch(line -> line.matches("(?s).*Signature=[0-9a-f]{8}.*"));
    }

    /** What a server makes of the request that it quotes. */
    private interface Quote {
        byte[] answer(String request);
    }

    static Map<String, Quote> quotes() {
        return Map.of(
                "a status line",
                request ->
                        bytes("HTTP/1.1 400 " + request.replaceAll("[\r\n]+", " ") + "\r\nContent-Length: 0\r\n\r\n"),
                "no status line",
                request -> bytes(header(request, "X-TC-Token") + " " + request),
                "a status line that is none",
                request -> bytes("HTTP/1.1 " + header(request, "X-TC-Token") + "\r\n\r\n"),
                "a header that is none",
                request -> bytes("HTTP/1.1 200 OK\r\n" + header(request, "X-TC-Token") + "\r\n\r\n"),
                "headers",
                request -> bytes("HTTP/1.1 200 OK\r\nX-Echo: " + header(request, "X-TC-Token") + "\r\nDate: "
                        + header(request, "Authorization") + "\r\nContent-Length: 2\r\n\r\n{}"),
                "a redirect",
                request -> bytes("HTTP/1.1 302 Found\r\nLocation: https://elsewhere.invalid/?"
                        + header(request, "X-TC-Token") + "\r\nContent-Length: 0\r\n\r\n"),
                "a page",
                request -> body("<html>" + request + "</html>"),
                "a page of an error",
                request -> bytes("HTTP/1.1 500 Oops\r\nContent-Length: " + request.length() + "\r\n\r\n" + request),
                "an error",
                request -> body("{\"Response\":{\"Error\":{\"Code\":\"InvalidParameter\",\"Message\":\""
                        + request.replace("\\", "\\\\").replace("\"", "\\\"").replace("\r\n", "\\n")
                        + "\"},\"RequestId\":\"" + header(request, "X-TC-Token") + "\"}}"),
                "a length that is none",
                request -> bytes("HTTP/1.1 200 OK\r\nContent-Length: " + header(request, "X-TC-Token") + "\r\n\r\n"));
    }

    static List<String> names() {
        return quotes().keySet().stream().sorted().toList();
    }

    @ParameterizedTest
    @MethodSource("names")
    void aRequestThatIsQuotedInTheReplyIsNotQuotedFurther(String name) throws Exception {
        Quote quote = quotes().get(name);
        try (Quoting server = new Quoting(quote)) {
            Throwable failure = failure(new OkHttpClient.Builder(), "http://127.0.0.1:" + server.port() + "/");
            assertThat(failure).isInstanceOf(CallException.class);
            assertThat(server.quoted())
                    .as("the request arrived")
                    .contains(KEY.token().orElseThrow());
            leaks.in("the failure", failure);
            assertThat(failure.getMessage()).hasSizeLessThan(1_500).doesNotContain("\n");
        }
    }

    @Test
    void aProxyThatQuotesItsLoginIsNotQuotedFurther() throws Exception {
        try (Quoting proxy = new Quoting(request ->
                bytes("HTTP/1.1 407 " + header(request, "Proxy-Authorization") + "\r\nContent-Length: 0\r\n\r\n"))) {
            OkHttpClient.Builder through = new OkHttpClient.Builder()
                    .proxy(new Proxy(Proxy.Type.HTTP, new InetSocketAddress("127.0.0.1", proxy.port())))
                    .proxyAuthenticator((route, response) -> response.request().header("Proxy-Authorization") == null
                            ? response.request()
                                    .newBuilder()
                                    .header("Proxy-Authorization", Credentials.basic("jenkins", PROXY_LOGIN))
                                    .build()
                            : null);
            Throwable failure = failure(through, "https://wedata.example.org/");
            assertThat(proxy.quoted())
                    .contains("CONNECT wedata.example.org:443")
                    .doesNotContain("X-TC-Token");
            leaks.in("the failure", failure);
        }
    }

    @Test
    void aServerThatIsNotTrustedIsSentNothing() throws Exception {
        TlsServers tls = new TlsServers(directory, "dns:localhost");
        ServerSocket socket = tls.open();
        try (RawServer server = new RawServer(socket, RawServer.replying("200 OK", "", "{}"))) {
            Throwable failure = failure(new OkHttpClient.Builder(), "https://localhost:" + socket.getLocalPort() + "/");
            assertThat(failure).isInstanceOf(CallRefusedException.class);
            assertThat(server.requests()).isEmpty();
            leaks.in("the failure", failure);
        }
    }

    @Test
    void aTokenThatIsNoHeaderIsNotNamed() {
        ApiKey broken = new ApiKey(
                KEY.secretId(), KEY.secretKey(), Optional.of(KEY.token().orElseThrow() + "\nX: y"));
        try (WeDataClient client =
                WeDataClient.over(OkHttpTransport.over(new OkHttpClient.Builder()), time, Calls.patient())) {
            CompletableFuture<?> call = client.call(
                    Calls.account(() -> CompletableFuture.completedFuture(broken)), Calls.WRITE, CallListener.NONE);
            leaks.in("the failure", Calls.failure(call, InvalidInputException.class));
        }
    }

    private Throwable failure(OkHttpClient.Builder builder, String address) throws Exception {
        Account account = new Account(
                Endpoint.parse(address),
                new Region("ap-guangzhou"),
                () -> CompletableFuture.completedFuture(KEY),
                "AKIDEXAMPLE",
                new CallLimits(java.time.Duration.ofMillis(1), 20));
        try (WeDataClient client = WeDataClient.over(OkHttpTransport.over(builder), time, Calls.patient())) {
            return client.call(account, Calls.WRITE, CallListener.NONE)
                    .handle((reply, error) -> error)
                    .get(100, TimeUnit.SECONDS);
        }
    }

    private static byte[] body(String text) {
        return bytes("HTTP/1.1 200 OK\r\nContent-Length: " + bytes(text).length + "\r\n\r\n" + text);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String header(String request, String name) {
        return request.lines()
                .filter(line -> line.regionMatches(true, 0, name + ": ", 0, name.length() + 2))
                .map(line -> line.substring(name.length() + 2))
                .findFirst()
                .orElse("none");
    }

    /** A server that answers each request with what it makes of it, and hangs up. */
    private static final class Quoting implements AutoCloseable {

        private final RawServer server;

        Quoting(Quote quote) throws IOException {
            ServerSocket socket = new ServerSocket(0, 50, java.net.InetAddress.getLoopbackAddress());
            CompletableFuture<RawServer> made = new CompletableFuture<>();
            server = new RawServer(socket, (Socket client, int number) -> {
                List<String> requests = made.join().requests();
                client.getOutputStream().write(quote.answer(requests.get(requests.size() - 1)));
                client.getOutputStream().flush();
                return requests.get(requests.size() - 1).startsWith("CONNECT");
            });
            made.complete(server);
        }

        int port() {
            return server.port();
        }

        String quoted() {
            return String.join("\n", server.requests());
        }

        @Override
        public void close() {
            server.close();
        }
    }
}
