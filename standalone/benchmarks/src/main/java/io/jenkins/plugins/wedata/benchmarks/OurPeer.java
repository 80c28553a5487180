package io.jenkins.plugins.wedata.benchmarks;

import io.jenkins.plugins.wedata.api.CreateIntegrationTask;
import io.jenkins.plugins.wedata.api.CreateTask;
import io.jenkins.plugins.wedata.api.ListBatchDetail;
import io.jenkins.plugins.wedata.api.WeDataAction;
import io.jenkins.plugins.wedata.client.Account;
import io.jenkins.plugins.wedata.client.ApiKey;
import io.jenkins.plugins.wedata.client.CallListener;
import io.jenkins.plugins.wedata.client.Endpoint;
import io.jenkins.plugins.wedata.client.Inside;
import io.jenkins.plugins.wedata.client.OkHttpTransport;
import io.jenkins.plugins.wedata.client.Region;
import io.jenkins.plugins.wedata.client.Reply;
import io.jenkins.plugins.wedata.client.WeDataClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.OkHttpClient;

/** The plugin's client with everything that it does: check, pace, sign, send, read, judge. */
final class OurPeer implements Peer {

    /** So many that none of them comes to its limit of 20 calls a second: all do the work of pacing, and none waits. */
    private static final int ACCOUNTS = 2_048;

    private final WeDataClient client = WeDataClient.over(OkHttpTransport.over(new OkHttpClient.Builder()));
    private final List<Account> accounts = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger();
    private final Inside inside;
    private final CreateTask createTask = Inside.read(Samples.CREATE_TASK, CreateTask.class);
    private final CreateIntegrationTask createIntegrationTask =
            Inside.read(Samples.createIntegrationTask(), CreateIntegrationTask.class);
    private final ListBatchDetail listBatchDetail = Inside.read(Samples.LIST_BATCH_DETAIL, ListBatchDetail.class);

    OurPeer(int port) {
        ApiKey key = ApiKey.of(Samples.SECRET_ID, Samples.SECRET_KEY);
        Endpoint endpoint = Endpoint.parse("http://127.0.0.1:" + port);
        inside = new Inside(endpoint, key);
        for (int i = 0; i < ACCOUNTS; i++) {
            accounts.add(new Account(
                    endpoint,
                    new Region(Samples.REGION),
                    () -> CompletableFuture.completedFuture(key),
                    Samples.SECRET_ID + i));
        }
    }

    /** One client, one call. */
    static void firstCall(int port) {
        ApiKey key = ApiKey.of(Samples.SECRET_ID, Samples.SECRET_KEY);
        Account account = new Account(
                Endpoint.parse("http://127.0.0.1:" + port),
                new Region(Samples.REGION),
                () -> CompletableFuture.completedFuture(key),
                Samples.SECRET_ID);
        try (WeDataClient client = WeDataClient.over(OkHttpTransport.over(new OkHttpClient.Builder()))) {
            client.call(account, firstAction(), CallListener.NONE).join();
        }
    }

    static CreateTask firstAction() {
        return new CreateTask("1460947878944567296", "c3ebf6b9-d34b-4dff-bc5d", "first", 35L, null);
    }

    @Override
    public Object sign(byte[] body) {
        return inside.sign(Instant.now().getEpochSecond(), body);
    }

    @Override
    public Object createTask() {
        return call(createTask);
    }

    @Override
    public Object createIntegrationTask() {
        return call(createIntegrationTask);
    }

    @Override
    public Object listBatchDetail() {
        return call(listBatchDetail);
    }

    private <R> Reply<R> call(WeDataAction<R> action) {
        Account account = accounts.get(Math.floorMod(next.getAndIncrement(), ACCOUNTS));
        return client.call(account, action, CallListener.NONE).join();
    }

    @Override
    public void close() {
        client.close();
    }
}
