package io.jenkins.plugins.wedata.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.wedata.AllocationLimits;
import io.jenkins.plugins.wedata.api.CreateIntegrationTask;
import io.jenkins.plugins.wedata.api.ListBatchDetail;
import io.jenkins.plugins.wedata.api.Problems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a call costs in memory stays what it was when it was measured last. */
class CallAllocationTest {

    private static final int BODY = 165;
    private static final int ITEMS = 100;
    private static final String TASK = "{\"ProcessId\":%1$d,\"ResourceId\":\"2026010100%1$07d\","
            + "\"ResourceName\":\"task_%1$d\",\"ExtraInfo\":[{\"ParamKey\":\"GroupId\",\"ParamValue\":\"%1$d\"}]}";
    private static final String REQUEST_ID = ",\"RequestId\":\"2eeae735-b9c1-4c99-a4dd-54f3e8da674f\"}}";

    private final AllocationLimits limits = AllocationLimits.recorded();

    @Test
    void signingASmallBody() {
        Tc3Signer signer = new Tc3Signer();
        Endpoint endpoint = Calls.account().endpoint();
        byte[] body = "x".repeat(BODY).getBytes(StandardCharsets.UTF_8);
        limits.hold("sign", () -> signer.authorization(Calls.KEY, endpoint, 1_700_000_000L, body));
    }

    @Test
    void aCreateTaskThroughTheClient() {
        WireReply created = reply("{\"Response\":{\"Data\":{\"Id\":\"20220801203612642\"}" + REQUEST_ID);
        ManualTimeSource time = new ManualTimeSource();
        Account account = Calls.account();
        try (WeDataClient client = WeDataClient.over(new Answering(created), time, Calls.patient())) {
            limits.hold("create-task", () -> {
                client.call(account, Calls.WRITE, CallListener.NONE).join();
                time.advance(Duration.ofSeconds(1));
            });
        }
    }

    @Test
    void readingABatchJobOfAHundredTasks() {
        OutcomeClassifier classifier = new OutcomeClassifier(new Json());
        String tasks = IntStream.range(0, ITEMS).mapToObj(TASK::formatted).collect(Collectors.joining(","));
        WireReply reply = reply("{\"Response\":{\"JobId\":2528,\"JobStatus\":\"SUCCESS\",\"TotalResource\":100,"
                + "\"SuccessResource\":[" + tasks + "]" + REQUEST_ID);
        ListBatchDetail action = new ListBatchDetail(2528L, "1460947878944567296");
        assertThat(classifier.classify(action, reply, ManualTimeSource.START)).isInstanceOf(Outcome.Done.class);
        limits.hold("read-batch-detail", () -> classifier.classify(action, reply, ManualTimeSource.START));
    }

    @Test
    void checkingAnIntegrationTaskOfAHundredColumns() throws IOException {
        String columns = IntStream.range(0, ITEMS)
                .mapToObj("{\"Id\":\"%1$d\",\"Name\":\"c%1$d\",\"Type\":\"INT\"}"::formatted)
                .collect(Collectors.joining(","));
        String definition =
                "{\"ProjectId\":\"1460947878944567296\",\"TaskInfo\":{\"TaskName\":\"orders\",\"SyncType\":2,"
                        + "\"TaskType\":201,\"Nodes\":[{\"NodeType\":\"INPUT\",\"Schema\":[" + columns + "]}]}}";
        CreateIntegrationTask action =
                new Json().bind(definition.getBytes(StandardCharsets.UTF_8), 0, CreateIntegrationTask.class);
        limits.hold("check-integration-task", () -> action.check(new Problems()));
    }

    private static WireReply reply(String body) {
        return new WireReply(200, null, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Always the same answer, at once, and nothing is kept of what was asked. */
    private record Answering(WireReply reply) implements Transport {

        @Override
        public CompletableFuture<WireReply> send(WireRequest request) {
            return CompletableFuture.completedFuture(reply);
        }

        @Override
        public void close() {
            // There is nothing to let go of.
        }
    }
}
