package io.jenkins.plugins.wedata.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.wedata.client.Transport;
import io.jenkins.plugins.wedata.client.WireReply;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A built-in WeData with a clock that is turned by hand, a project, a workflow, and calls in process. */
final class Lab implements AutoCloseable {

    static final ObjectMapper JSON = new ObjectMapper();
    static final String PROJECT = "1470547050521227264";
    static final String WORKFLOW = "34e51bc4-0cd9-11ed-8909-bc97e105ba60";
    static final String TRIGGER_WORKFLOW = "d3e40dcc-bf42-4fb9-b081-b00408d478ec";
    static final String REAL_TIME_TASK = "kb947c997-4f91-4a1f-913d-06f66a5fb927";
    static final String OFFLINE_TASK = "20250227112817431";
    static final String UIN = "100028579801";

    final TurnedTime time = new TurnedTime();
    final BuiltInWeData weData = BuiltInWeData.builder()
            .time(time)
            .seed(7)
            .uin(UIN)
            .key(SignedCall.SECRET_ID, SignedCall.SECRET_KEY)
            .build();
    private final Transport transport = weData.transport();

    Lab() {
        weData.world()
                .workflow(PROJECT, WORKFLOW, "nightly")
                .integrationTask(PROJECT, REAL_TIME_TASK, "orders", 201)
                .integrationTask(PROJECT, OFFLINE_TASK, "customers", 202);
        weData.switches().pace(Pace.byLooks(1));
    }

    /** A call signed at this moment. */
    SignedCall signed(String action, String body) {
        return SignedCall.of(action, body.replace('\'', '"')).at(time.now());
    }

    CompletableFuture<WireReply> send(SignedCall call) {
        return transport.send(call.wire());
    }

    /** The member {@code Response} of the reply; quotes may be single ones. */
    JsonNode call(String action, String body) {
        return call(signed(action, body));
    }

    JsonNode call(SignedCall call) {
        CompletableFuture<WireReply> reply = send(call);
        assertThat(reply).isCompleted();
        assertThat(reply.join().status()).isEqualTo(200);
        return response(reply.join().body());
    }

    static JsonNode response(byte[] body) {
        try {
            return JSON.readTree(body).get("Response");
        } catch (IOException e) {
            throw new AssertionError("not JSON", e);
        }
    }

    String errorOf(String action, String body) {
        return errorOf(signed(action, body));
    }

    String errorOf(SignedCall call) {
        return call(call).path("Error").path("Code").asText();
    }

    String createTask(String name) {
        return call("CreateTask", createTaskBody(name)).at("/Data/Id").asText();
    }

    static String createTaskBody(String name) {
        return "{'ProjectId':'" + PROJECT + "','WorkflowId':'" + WORKFLOW + "','TaskName':'" + name
                + "','TaskType':35}";
    }

    /** The smallest CreateTriggerTask there is. */
    static String triggerTaskBody(String name) {
        return "{'ProjectId':'" + PROJECT + "','TriggerTaskBaseAttribute':{'TaskName':'" + name
                + "','TaskTypeId':'35','WorkflowId':'" + TRIGGER_WORKFLOW
                + "'},'TriggerTaskConfiguration':{},'TriggerTaskSchedulerConfiguration':{}}";
    }

    /** Starts a batch job for tasks. */
    long batch(String... taskIds) {
        return call("BatchCreateTaskVersionAsync", batchBody(taskIds))
                .at("/Data/JobId")
                .asLong();
    }

    static String batchBody(String... taskIds) {
        List<String> tasks = new ArrayList<>();
        for (String taskId : taskIds) {
            tasks.add("{'TaskId':'" + taskId + "','VersionRemark':'release 7'}");
        }
        return "{'Tasks':[" + String.join(",", tasks) + "],'ProjectId':'" + PROJECT + "','AutoRun':true}";
    }

    JsonNode look(long jobId) {
        return call("ListBatchDetail", "{'JobId':" + jobId + ",'ProjectId':'" + PROJECT + "'}");
    }

    static String integrationBody(String taskId, String more) {
        return "{'TaskId':'" + taskId + "','ProjectId':'" + PROJECT + "'" + more + "}";
    }

    static Duration seconds(long count) {
        return Duration.ofSeconds(count);
    }

    @Override
    public void close() {
        weData.close();
    }
}
