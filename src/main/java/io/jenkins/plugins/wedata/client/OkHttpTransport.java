package io.jenkins.plugins.wedata.client;

import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import okhttp3.Authenticator;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.CookieJar;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.TlsVersion;

/**
 * HTTPS with OkHttp. A request is delivered once at the most: nothing is sent again after a failure, on a redirect, or
 * because a server asks for it.
 */
public final class OkHttpTransport implements Transport {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(60);
    private static final int MOST_AT_ONCE = 64;
    private static final Duration IDLE_THREAD = Duration.ofSeconds(5);

    /** So that an address that does not answer leaves room for the others. */
    private static final int MOST_TO_ONE_HOST = 48;

    /** Shorter than gateways keep an idle connection, so that a call seldom meets one that is being closed. */
    private static final Duration IDLE_CONNECTION = Duration.ofSeconds(30);

    private final ExecutorService threads;
    private final GuardedSockets sockets;
    private final OkHttpClient http;
    private final OkHttpClient direct;
    private final HttpRequests requests = new HttpRequests();

    private OkHttpTransport(ExecutorService threads, GuardedSockets sockets, OkHttpClient http) {
        this.threads = threads;
        this.sockets = sockets;
        this.http = http;
        this.direct = http.newBuilder().proxy(Proxy.NO_PROXY).build();
    }

    /**
     * A transport with threads and connections of its own: 10 s for a connection, 60 s for a whole exchange.
     *
     * @param builder gives proxy, proxy login and trust; stays as it is
     * @return the transport, to be closed
     */
    public static OkHttpTransport over(OkHttpClient.Builder builder) {
        return over(builder, CONNECT_TIMEOUT, CALL_TIMEOUT);
    }

    /**
     * The same with other limits of time.
     *
     * @param builder gives proxy, proxy login and trust; stays as it is
     * @param connectTimeout for making a connection
     * @param callTimeout for a whole exchange, the connection included
     * @return the transport, to be closed
     */
    public static OkHttpTransport over(OkHttpClient.Builder builder, Duration connectTimeout, Duration callTimeout) {
        ExecutorService threads = new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                IDLE_THREAD.toMillis(),
                TimeUnit.MILLISECONDS,
                new SynchronousQueue<>(),
                new DaemonThreads("wedata-http-"));
        Dispatcher dispatcher = new Dispatcher(threads);
        dispatcher.setMaxRequests(MOST_AT_ONCE);
        dispatcher.setMaxRequestsPerHost(MOST_TO_ONE_HOST);
        GuardedSockets sockets = new GuardedSockets();
        OkHttpClient http = builder.build()
                .newBuilder()
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(MOST_AT_ONCE, IDLE_CONNECTION.toMillis(), TimeUnit.MILLISECONDS))
                .connectionSpecs(List.of(encrypted(), ConnectionSpec.CLEARTEXT))
                .protocols(List.of(Protocol.HTTP_1_1))
                .retryOnConnectionFailure(false)
                // Connects on the call's own thread, so that an error in the software ends the call and is not lost.
                .fastFallback(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .authenticator(Authenticator.NONE)
                .cookieJar(CookieJar.NO_COOKIES)
                .cache(null)
                .socketFactory(sockets)
                .addNetworkInterceptor(new FramingCheck(sockets))
                .eventListenerFactory(Delivery::of)
                .connectTimeout(connectTimeout)
                .readTimeout(callTimeout)
                .writeTimeout(callTimeout)
                .callTimeout(callTimeout)
                .build();
        return new OkHttpTransport(threads, sockets, http);
    }

    private static ConnectionSpec encrypted() {
        return new ConnectionSpec.Builder(ConnectionSpec.MODERN_TLS)
                .tlsVersions(TlsVersion.TLS_1_3, TlsVersion.TLS_1_2)
                .build();
    }

    @Override
    public CompletableFuture<WireReply> send(WireRequest request) {
        Delivery delivery = new Delivery();
        Request prepared;
        try {
            prepared = requests.prepare(request, delivery);
        } catch (IllegalArgumentException e) {
            // OkHttp's message may hold the header's value, so it goes no further.
            return CompletableFuture.failedFuture(TransportException.notSent(Messages.OkHttpTransport_NotHttp(), null));
        }
        Call call = client(request.endpoint()).newCall(prepared);
        CompletableFuture<WireReply> reply = new CompletableFuture<>();
        reply.whenComplete((done, error) -> {
            if (reply.isCancelled()) {
                call.cancel();
            }
        });
        call.enqueue(new ReplyReader(reply, delivery));
        return reply;
    }

    /** What carries calls to an address: through the proxy, but never to this very machine. */
    OkHttpClient client(URI address) {
        return new Endpoint(address).isLoopback() ? direct : http;
    }

    /** How many connections there are, idle ones included. */
    int connections() {
        return sockets.count();
    }

    @Override
    public void close() {
        http.dispatcher().cancelAll();
        threads.shutdown();
        http.connectionPool().evictAll();
    }
}
