package io.jenkins.plugins.wedata.benchmarks;

import io.jenkins.plugins.wedata.api.BatchCreateTaskVersionAsync;
import io.jenkins.plugins.wedata.api.BatchCreateTaskVersionAsync.BatchCreateTaskVersionDTO;
import io.jenkins.plugins.wedata.api.CreateTask;
import io.jenkins.plugins.wedata.api.ListBatchDetail;
import io.jenkins.plugins.wedata.client.Account;
import io.jenkins.plugins.wedata.client.ApiKey;
import io.jenkins.plugins.wedata.client.CallLimits;
import io.jenkins.plugins.wedata.client.Endpoint;
import io.jenkins.plugins.wedata.client.Region;
import io.jenkins.plugins.wedata.client.WeDataClient;
import io.jenkins.plugins.wedata.emulator.BuiltInWeData;
import io.jenkins.plugins.wedata.operation.AwaitJobOperation;
import io.jenkins.plugins.wedata.operation.BatchVersionOperation;
import io.jenkins.plugins.wedata.operation.BatchWaitOptions;
import io.jenkins.plugins.wedata.operation.CreateTaskOperation;
import io.jenkins.plugins.wedata.operation.IfExists;
import io.jenkins.plugins.wedata.operation.NewTask;
import io.jenkins.plugins.wedata.operation.Operation;
import io.jenkins.plugins.wedata.operation.Reaction;
import io.jenkins.plugins.wedata.operation.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What every measurement needs: tasks that are there, and the operations of the steps on them. */
final class Bench {

    private static final String PROJECT = "1460947878944567296";
    private static final String WORKFLOW = "c3ebf6b9-d34b-4dff-bc5d-334f8ce11ad1";
    private static final String SECRET_ID = "AKIDbenchmark";
    private static final String SECRET_KEY = "benchmarkSecretKey";
    private static final Duration PATIENCE = Duration.ofHours(12);

    private final Endpoint endpoint;
    private final Account account;

    Bench(Endpoint endpoint) {
        this.endpoint = endpoint;
        account = account(SECRET_ID, CallLimits.STANDARD);
    }

    private Account account(String rateGroup, CallLimits limits) {
        return new Account(
                endpoint,
                new Region("ap-guangzhou"),
                () -> CompletableFuture.completedFuture(ApiKey.of(SECRET_ID, SECRET_KEY)),
                rateGroup,
                limits);
    }

    /** The same account to the service; the client neither paces it with others nor repeats anything. */
    Account heedless(String rateGroup) {
        return account(rateGroup, new CallLimits(Duration.ZERO, CallLimits.MOST_CALLS_PER_SECOND));
    }

    static CreateTask newTask(String name) {
        return new CreateTask(PROJECT, WORKFLOW, name, 35L, null);
    }

    static Operation creation(String name) {
        return new CreateTaskOperation(
                new NewTask(PROJECT, WORKFLOW, name, 35L, null, null, null, null, null, null, null, null),
                IfExists.FAIL);
    }

    static BuiltInWeData.Builder weData() {
        return BuiltInWeData.builder().seed(1).key(SECRET_ID, SECRET_KEY);
    }

    /** Puts tasks there, and gives their ids. */
    static List<String> tasks(BuiltInWeData weData, int count) {
        weData.world().workflow(PROJECT, WORKFLOW, "nightly");
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String id = String.format("2026010100%07d", i);
            weData.world().task(WORKFLOW, id, "task_" + i, 35);
            ids.add(id);
        }
        return ids;
    }

    Session session(WeDataClient client) {
        return new Session(client, account, line -> {});
    }

    static Operation batch(List<String> taskIds, String mark, boolean awaitEnd) {
        return new BatchVersionOperation(newJob(taskIds, mark), options(awaitEnd, mark));
    }

    static BatchCreateTaskVersionAsync newJob(List<String> taskIds, String mark) {
        return new BatchCreateTaskVersionAsync(
                taskIds.stream()
                        .map(id -> new BatchCreateTaskVersionDTO(id, mark, null))
                        .toList(),
                PROJECT,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    static Operation await(long jobId) {
        return new AwaitJobOperation(new ListBatchDetail(jobId, PROJECT), List.of(), options(true, ""));
    }

    private static BatchWaitOptions options(boolean awaitEnd, String mark) {
        return new BatchWaitOptions(
                awaitEnd,
                PATIENCE,
                Reaction.FAIL,
                Reaction.FAIL,
                Optional.of(mark).filter(text -> !text.isEmpty()));
    }
}
