package io.jenkins.plugins.wedata.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Bare OkHttp with a request that was put together and signed before, and SHA-256 alone: nobody can do with less. */
final class FloorPeer implements Peer {

    private static final int CONNECTIONS = 64;
    private static final String AUTHORIZATION = "TC3-HMAC-SHA256 Credential=" + Samples.SECRET_ID
            + "/2026-03-02/wedata/tc3_request, SignedHeaders=content-type;host, Signature=" + "0".repeat(64);

    private final OkHttpClient http = new OkHttpClient.Builder()
            .dispatcher(dispatcher())
            .connectionPool(new ConnectionPool(CONNECTIONS, 1, TimeUnit.MINUTES))
            .build();
    private final String url;
    private final byte[] createTask = bytes(Samples.CREATE_TASK);
    private final byte[] createIntegrationTask = bytes(Samples.createIntegrationTask());
    private final byte[] listBatchDetail = bytes(Samples.LIST_BATCH_DETAIL);

    FloorPeer(int port) {
        url = "http://127.0.0.1:" + port + "/";
    }

    /** As many calls at once as the plugin's client lets be; by itself OkHttp lets five, and the others wait. */
    private static Dispatcher dispatcher() {
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequestsPerHost(CONNECTIONS);
        return dispatcher;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Object sign(byte[] body) throws NoSuchAlgorithmException {
        return MessageDigest.getInstance("SHA-256").digest(body);
    }

    @Override
    public Object createTask() throws IOException {
        return post("CreateTask", createTask);
    }

    @Override
    public Object createIntegrationTask() throws IOException {
        return post("CreateIntegrationTask", createIntegrationTask);
    }

    @Override
    public Object listBatchDetail() throws IOException {
        return post("ListBatchDetail", listBatchDetail);
    }

    /** The same through OkHttp's own threads, as every client that holds no thread of its caller's has to. */
    Object createTaskInTheBackground() {
        CompletableFuture<byte[]> reply = new CompletableFuture<>();
        http.newCall(request("CreateTask", createTask)).enqueue(new Callback() {
            @Override
            public void onFailure(Call call, IOException error) {
                reply.completeExceptionally(error);
            }

            @Override
            public void onResponse(Call call, Response response) throws IOException {
                reply.complete(response.body().bytes());
            }
        });
        return reply.join();
    }

    byte[] post(String action, byte[] body) throws IOException {
        try (Response response = http.newCall(request(action, body)).execute()) {
            return response.body().bytes();
        }
    }

    private Request request(String action, byte[] body) {
        return new Request.Builder()
                .url(url)
                .headers(Headers.of(
                        "Content-Type", "application/json; charset=utf-8",
                        "Authorization", AUTHORIZATION,
                        "X-TC-Action", action,
                        "X-TC-Version", "2021-08-20",
                        "X-TC-Region", Samples.REGION,
                        "X-TC-Timestamp", "1772438400",
                        "X-TC-RequestClient", "floor"))
                .post(RequestBody.create(body))
                .build();
    }

    @Override
    public void close() {
        http.connectionPool().evictAll();
        // Its idle threads keep a virtual machine from ending, and JMH would wait half a minute for them.
        http.dispatcher().executorService().shutdown();
    }
}
