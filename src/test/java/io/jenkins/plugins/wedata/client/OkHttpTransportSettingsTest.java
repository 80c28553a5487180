package io.jenkins.plugins.wedata.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import okhttp3.Authenticator;
import okhttp3.ConnectionSpec;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.ResponseBody;
import okhttp3.TlsVersion;
import okio.BufferedSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the transport makes of the builder that it is given, and what it does when that breaks. */
@Timeout(120)
class OkHttpTransportSettingsTest {

    private static final URI ELSEWHERE = URI.create("https://wedata.tencentcloudapi.com/");
    private static final URI HERE = URI.create("http://127.0.0.1:8080/");

    private static WireRequest request(URI to) {
        return new WireRequest(to, Map.of("X-TC-Action", "CreateTask"), new byte[] {'{', '}'});
    }

    private static Proxy proxy(RawServer server) {
        return new Proxy(Proxy.Type.HTTP, new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
    }

    private static TransportException failure(CompletableFuture<WireReply> reply) throws Exception {
        return (TransportException) reply.handle((came, error) -> error).get(100, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://wedata.tencentcloudapi.com/", "http://127.0.0.1:8080/"})
    void timesProtocolsAndTlsAreThisPluginsOwn(String address) {
        try (OkHttpTransport transport = OkHttpTransport.over(new OkHttpClient.Builder())) {
            OkHttpClient client = transport.client(URI.create(address));

            assertThat(client.connectTimeoutMillis()).isEqualTo(10_000);
            assertThat(client.callTimeoutMillis()).isEqualTo(60_000);
            assertThat(client.dispatcher().getMaxRequests()).isEqualTo(64);
            assertThat(client.dispatcher().getMaxRequestsPerHost()).isEqualTo(48);
            assertThat(client.protocols()).containsExactly(Protocol.HTTP_1_1);
            assertThat(client.retryOnConnectionFailure()).isFalse();
            assertThat(client.followRedirects()).isFalse();
            assertThat(client.followSslRedirects()).isFalse();
            assertThat(client.fastFallback()).isFalse();
            assertThat(client.connectionSpecs())
                    .filteredOn(ConnectionSpec::isTls)
                    .singleElement()
                    .satisfies(spec ->
                            assertThat(spec.tlsVersions()).containsExactly(TlsVersion.TLS_1_3, TlsVersion.TLS_1_2));
        }
    }

    @Test
    void anAddressThatNeverAnswersKeepsNoOtherWaiting() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        RawServer.Behaviour neverAnswers = (socket, number) -> {
            try {
                return end.await(100, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        };
        try (RawServer dead = new RawServer(neverAnswers);
                RawServer alive = new RawServer(RawServer.replying("200 OK", "", "{}"));
                OkHttpTransport transport = OkHttpTransport.over(new OkHttpClient.Builder())) {
            IntStream.range(0, 200).forEach(i -> transport.send(request(dead.uri())));

            assertThat(transport
                            .send(request(alive.otherUri()))
                            .get(30, TimeUnit.SECONDS)
                            .status())
                    .isEqualTo(200);
        } finally {
            end.countDown();
        }
    }

    @Test
    void sixtyFourIdleConnectionsAreKept() throws Exception {
        CountDownLatch together = new CountDownLatch(64);
        RawServer.Behaviour waitsForAll = (socket, number) -> {
            together.countDown();
            try {
                if (!together.await(60, TimeUnit.SECONDS)) {
                    throw new IOException("the test stands still");
                }
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            RawServer.write(socket, "200 OK", "", new byte[0]);
            return true;
        };
        try (RawServer server = new RawServer(waitsForAll);
                OkHttpTransport transport = OkHttpTransport.over(new OkHttpClient.Builder())) {
            List<CompletableFuture<WireReply>> replies = IntStream.range(0, 64)
                    .mapToObj(i -> transport.send(request(i % 2 == 0 ? server.uri() : server.otherUri())))
                    .toList();
            for (CompletableFuture<WireReply> reply : replies) {
                reply.get(100, TimeUnit.SECONDS);
            }

            assertThat(transport.client(server.uri()).connectionPool().connectionCount())
                    .isEqualTo(64);
        }
    }

    @Test
    void theGivenProxyAndItsLoginAreKept() {
        Proxy given = new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("proxy.example.com", 3128));
        Authenticator login = (route, response) -> null;
        OkHttpClient.Builder builder = new OkHttpClient.Builder().proxy(given).proxyAuthenticator(login);
        try (OkHttpTransport transport = OkHttpTransport.over(builder)) {
            assertThat(transport.client(ELSEWHERE).proxy()).isSameAs(given);
            assertThat(transport.client(ELSEWHERE).proxyAuthenticator()).isSameAs(login);
            assertThat(transport.client(HERE).proxy()).isEqualTo(Proxy.NO_PROXY);
        }
    }

    @Test
    void anotherHostIsCalledThroughTheGivenProxy() throws Exception {
        try (RawServer server = new RawServer(RawServer.replying("502 Bad Gateway", "", ""));
                OkHttpTransport transport = OkHttpTransport.over(new OkHttpClient.Builder().proxy(proxy(server)))) {
            TransportException refused = failure(transport.send(request(ELSEWHERE)));

            assertThat(server.requests()).hasSize(1);
            assertThat(server.requests().get(0)).startsWith("CONNECT wedata.tencentcloudapi.com:443 HTTP/1.1\r\n");
            assertThat(refused.mayHaveBeenSent()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void thisMachineIsCalledWithoutTheProxyHoweverThatIsGiven(boolean selected) throws Exception {
        try (RawServer proxy = new RawServer(RawServer.replying("502 Bad Gateway", "", ""));
                RawServer server = new RawServer(RawServer.replying("200 OK", "", ""))) {
            OkHttpClient.Builder builder = new OkHttpClient.Builder();
            if (selected) {
                builder.proxySelector(always(proxy(proxy)));
            } else {
                builder.proxy(proxy(proxy));
            }
            try (OkHttpTransport transport = OkHttpTransport.over(builder)) {
                WireReply reply = transport.send(request(server.uri())).get(100, TimeUnit.SECONDS);

                assertThat(reply.status()).isEqualTo(200);
                assertThat(proxy.requests()).isEmpty();
            }
        }
    }

    private static ProxySelector always(Proxy proxy) {
        return new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                return List.of(proxy);
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException error) {}
        };
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anErrorOfTheSoftwareBeforeAnythingIsSentIsTold(boolean whileConnecting) throws Exception {
        Error bug = new NoSuchMethodError("okio");
        OkHttpClient.Builder builder = new OkHttpClient.Builder();
        if (whileConnecting) {
            builder.dns(host -> {
                throw bug;
            });
        } else {
            builder.addInterceptor(chain -> {
                throw bug;
            });
        }
        try (OkHttpTransport transport = OkHttpTransport.over(builder)) {
            TransportException broken = failure(transport.send(request(URI.create("http://localhost:8080/"))));

            assertThat(broken).hasCause(bug);
            assertThat(broken.reason()).isEqualTo(TransportException.Reason.BROKEN_BEFORE_SENT);
        }
    }

    @Test
    void anErrorOfTheSoftwareAfterTheRequestWasSentIsTold() throws Exception {
        RuntimeException bug = new IllegalStateException("bug");
        OkHttpClient.Builder builder = new OkHttpClient.Builder().addNetworkInterceptor(chain -> {
            chain.proceed(chain.request()).close();
            throw bug;
        });
        try (RawServer server = new RawServer(RawServer.replying("200 OK", "", ""));
                OkHttpTransport transport = OkHttpTransport.over(builder)) {
            TransportException broken = failure(transport.send(request(server.uri())));

            assertThat(broken).hasCause(bug);
            assertThat(broken.reason()).isEqualTo(TransportException.Reason.BROKEN);
        }
    }

    @Test
    void anErrorOfTheSoftwareWhileTheReplyIsReadIsToldAndTheReplyClosed() throws Exception {
        BrokenBody body = new BrokenBody(new NoSuchMethodError("okio"));
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .addInterceptor(chain ->
                        chain.proceed(chain.request()).newBuilder().body(body).build());
        try (RawServer server = new RawServer(RawServer.replying("200 OK", "", ""));
                OkHttpTransport transport = OkHttpTransport.over(builder)) {
            TransportException broken = failure(transport.send(request(server.uri())));

            assertThat(broken).hasCause(body.error);
            assertThat(broken.mayHaveBeenSent()).isTrue();
            assertThat(body.closed).isTrue();
        }
    }

    private static final class BrokenBody extends ResponseBody {
        private final Error error;
        private volatile boolean closed;

        BrokenBody(Error error) {
            this.error = error;
        }

        @Override
        public MediaType contentType() {
            return null;
        }

        @Override
        public long contentLength() {
            return -1;
        }

        @Override
        public BufferedSource source() {
            throw error;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
