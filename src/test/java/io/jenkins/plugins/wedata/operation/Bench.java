package io.jenkins.plugins.wedata.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.wedata.api.Problem;
import io.jenkins.plugins.wedata.api.Problems;
import io.jenkins.plugins.wedata.client.Account;
import io.jenkins.plugins.wedata.client.ApiKey;
import io.jenkins.plugins.wedata.client.ManualTimeSource;
import io.jenkins.plugins.wedata.client.Region;
import io.jenkins.plugins.wedata.client.Site;
import io.jenkins.plugins.wedata.client.SteadyRetries;
import io.jenkins.plugins.wedata.client.WeDataClient;
import io.jenkins.plugins.wedata.emulator.BuiltInWeData;
import io.jenkins.plugins.wedata.emulator.Fault;
import io.jenkins.plugins.wedata.emulator.Pace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** What an operation runs on: the built-in WeData in process, the real client, and a clock that the test turns. */
final class Bench implements AutoCloseable {

    static final String PROJECT = "1460947878944567296";
    static final String WORKFLOW = "c3ebf6b9-d34b-4dff-bc5d-334f8ce11ad1";
    static final String INTEGRATION_TASK = "kb947c997-4f91-4a1f-913d-06f66a5fb927";

    final ManualTimeSource time = new ManualTimeSource();
    final BuiltInWeData weData = BuiltInWeData.builder()
            .time(time)
            .seed(1)
            .key("AKIDbench", "benchSecret")
            .build();
    final WeDataClient client = WeDataClient.over(weData.transport(), time, SteadyRetries.policy());
    final List<String> log = new ArrayList<>();
    final List<Progress> kept = new ArrayList<>();
    Session session = newSession();

    Bench() {
        weData.world().workflow(PROJECT, WORKFLOW, "nightly").integrationTask(PROJECT, INTEGRATION_TASK, "orders", 201);
        weData.switches().pace(Pace.byLooks(1));
    }

    Session newSession() {
        return newSession(client);
    }

    Session newSession(WeDataClient other) {
        Account account = new Account(
                Site.MAINLAND.endpoint(new Region("ap-guangzhou")),
                new Region("ap-guangzhou"),
                () -> CompletableFuture.completedFuture(ApiKey.of("AKIDbench", "benchSecret")),
                "AKIDbench");
        return new Session(other, account, log::add);
    }

    Bench fault(String text) {
        weData.faults().add(Fault.parse(text));
        return this;
    }

    /** Puts tasks there, and gives their ids. */
    List<String> tasks(int count) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String id = String.format("2026030208000%04d", i);
            weData.world().task(WORKFLOW, id, "task_" + i, 35);
            ids.add(id);
        }
        return ids;
    }

    CompletableFuture<OperationResult> start(Operation operation) {
        assertThat(wrongIn(operation)).isEmpty();
        return operation.run(session, this::keep);
    }

    CompletableFuture<Void> keep(Progress progress) {
        kept.add(progress);
        return CompletableFuture.completedFuture(null);
    }

    OperationResult run(Operation operation) {
        return end(start(operation));
    }

    /** Turns the clock until the future has ended, and throws what it failed with. */
    <T> T end(CompletableFuture<T> future) {
        for (int seconds = 0; !future.isDone() && seconds < 100_000; seconds++) {
            time.advance(Duration.ofSeconds(1));
        }
        assertThat(future).as("ends within a day").isDone();
        try {
            return future.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    static List<String> wrongIn(Operation operation) {
        Problems problems = new Problems();
        operation.check(problems);
        return problems.all().stream().map(Problem::field).toList();
    }

    @Override
    public void close() {
        client.close();
        weData.close();
    }
}
