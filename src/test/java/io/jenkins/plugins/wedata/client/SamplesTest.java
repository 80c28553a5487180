package io.jenkins.plugins.wedata.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.wedata.api.BatchCreateTaskVersionAsync;
import io.jenkins.plugins.wedata.api.CheckIntegrationTaskNameExists;
import io.jenkins.plugins.wedata.api.CommitIntegrationTask;
import io.jenkins.plugins.wedata.api.CreateIntegrationTask;
import io.jenkins.plugins.wedata.api.CreateTask;
import io.jenkins.plugins.wedata.api.CreateTaskNew;
import io.jenkins.plugins.wedata.api.CreateTriggerTask;
import io.jenkins.plugins.wedata.api.DescribeBatchOperateTask;
import io.jenkins.plugins.wedata.api.DescribeIntegrationTask;
import io.jenkins.plugins.wedata.api.DescribeIntegrationTasks;
import io.jenkins.plugins.wedata.api.DescribeTaskLockStatus;
import io.jenkins.plugins.wedata.api.GetBatchDetailErrorLog;
import io.jenkins.plugins.wedata.api.GetTask;
import io.jenkins.plugins.wedata.api.GetTriggerTask;
import io.jenkins.plugins.wedata.api.ListBatchDetail;
import io.jenkins.plugins.wedata.api.ListProjects;
import io.jenkins.plugins.wedata.api.ListResourceGroups;
import io.jenkins.plugins.wedata.api.ListTaskVersions;
import io.jenkins.plugins.wedata.api.ListTasks;
import io.jenkins.plugins.wedata.api.ListTriggerTasks;
import io.jenkins.plugins.wedata.api.ListTriggerWorkflows;
import io.jenkins.plugins.wedata.api.ListWorkflows;
import io.jenkins.plugins.wedata.api.LockIntegrationTask;
import io.jenkins.plugins.wedata.api.ModifyIntegrationTask;
import io.jenkins.plugins.wedata.api.Problems;
import io.jenkins.plugins.wedata.api.StartIntegrationTask;
import io.jenkins.plugins.wedata.api.StopIntegrationTask;
import io.jenkins.plugins.wedata.api.UnlockIntegrationTask;
import io.jenkins.plugins.wedata.api.UpdateTaskPartially;
import io.jenkins.plugins.wedata.api.UpdateTriggerTaskPartially;
import io.jenkins.plugins.wedata.api.WeDataAction;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tencent's published samples of the actions that have a record here: requests and replies. */
class SamplesTest {

    private static final Map<String, Class<? extends WeDataAction<?>>> RECORDS = Stream.of(
                    BatchCreateTaskVersionAsync.class,
                    CheckIntegrationTaskNameExists.class,
                    CommitIntegrationTask.class,
                    CreateIntegrationTask.class,
                    CreateTask.class,
                    CreateTaskNew.class,
                    DescribeBatchOperateTask.class,
                    DescribeIntegrationTask.class,
                    DescribeIntegrationTasks.class,
                    DescribeTaskLockStatus.class,
                    GetBatchDetailErrorLog.class,
                    ListBatchDetail.class,
                    CreateTriggerTask.class,
                    ListTriggerTasks.class,
                    ListTasks.class,
                    ListProjects.class,
                    ListTriggerWorkflows.class,
                    ListWorkflows.class,
                    ListResourceGroups.class,
                    ListTaskVersions.class,
                    LockIntegrationTask.class,
                    StartIntegrationTask.class,
                    StopIntegrationTask.class,
                    UnlockIntegrationTask.class,
                    GetTask.class,
                    GetTriggerTask.class,
                    ModifyIntegrationTask.class,
                    UpdateTaskPartially.class,
                    UpdateTriggerTaskPartially.class)
            .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));

    /** When an ordinary task runs: no step here says it. */
    private static final String NOT_READ = "Data.TaskSchedulerConfiguration.";

    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final Json json = new Json();

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void aSampleRequestIsBoundAndWrittenBackTheSame(String name, JsonNode sample) throws IOException {
        WeDataAction<?> action = action(sample);

        assertThat(MAPPER.readTree(json.write(action)).equals(SamplesTest::compare, sample.get("request")))
                .as("%s", action)
                .isTrue();
        assertThat(action.type().name()).isEqualTo(sample.get("action").asText());
        assertThat(action.type().version().wireValue())
                .isEqualTo(sample.get("version").asText());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void aSampleRequestPassesTheChecks(String name, JsonNode sample) throws IOException {
        Problems problems = new Problems();
        action(sample).check(problems);

        assertThat(problems.all()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void aSampleReplyIsUnderstoodToTheLastMember(String name, JsonNode sample) throws IOException {
        JsonNode response = sample.get("response").get("Response");
        byte[] body = MAPPER.writeValueAsBytes(sample.get("response"));
        Outcome<?> outcome =
                new OutcomeClassifier(json).classify(action(sample), new WireReply(200, null, body), Instant.EPOCH);

        if (response.has("Error")) {
            assertThat(((Outcome.Failed<?>) outcome).failure().code())
                    .isEqualTo(response.get("Error").get("Code").asText());
            assertThat(((Outcome.Failed<?>) outcome).failure().message())
                    .isEqualTo(response.get("Error").get("Message").asText());
        } else {
            Reply<?> reply = ((Outcome.Done<?>) outcome).reply();
            assertThat(reply.requestId()).isEqualTo(response.get("RequestId").asText());
            assertThat(missing(response, MAPPER.readTree(json.write(reply.result())), ""))
                    .filteredOn(path -> !path.startsWith(NOT_READ))
                    .isEmpty();
        }
    }

    @Test
    void theErrorSamplesHaveTheClassesThatTheTableSays() throws IOException {
        List<String> classes = new ArrayList<>();
        for (JsonNode sample : file()) {
            JsonNode error = sample.get("response").get("Response").get("Error");
            if (error != null) {
                classes.add(sample.get("action").asText() + " "
                        + ErrorCodes.kind(error.get("Code").asText()));
            }
        }
        assertThat(classes)
                .containsExactlyInAnyOrder("CommitIntegrationTask REFUSED", "DescribeBatchOperateTask DOUBTFUL");
    }

    @Test
    void everyRecordHasASample() throws IOException {
        Set<String> sampled = StreamSupport.stream(file().spliterator(), false)
                .map(sample -> sample.get("action").asText())
                .collect(Collectors.toSet());

        assertThat(sampled).isEqualTo(RECORDS.keySet());
    }

    /** The same number may be written 224 or 224.0. */
    private static int compare(JsonNode one, JsonNode other) {
        boolean same = one.isNumber() && other.isNumber()
                ? one.decimalValue().compareTo(other.decimalValue()) == 0
                : one.equals(other);
        return same ? 0 : 1;
    }

    /** What the sample says and the record does not; what is null or an empty list in the sample need not be said. */
    private static List<String> missing(JsonNode said, JsonNode kept, String path) {
        List<String> missing = new ArrayList<>();
        if (said.isObject()) {
            for (Iterator<String> names = said.fieldNames(); names.hasNext(); ) {
                String name = names.next();
                if (!said.get(name).isNull() && !path.concat(name).equals("RequestId")) {
                    missing.addAll(missing(said.get(name), kept.path(name), path + name + "."));
                }
            }
        } else if (said.isArray()) {
            for (int i = 0; i < said.size(); i++) {
                missing.addAll(missing(said.get(i), kept.path(i), path + i + "."));
            }
        } else if (!said.asText().equals(kept.asText(null))) {
            missing.add(path + said);
        }
        return missing;
    }

    static WeDataAction<?> action(JsonNode sample) throws IOException {
        byte[] request = MAPPER.writeValueAsBytes(sample.get("request"));
        return new Json().bind(request, 0, RECORDS.get(sample.get("action").asText()));
    }

    static Stream<Object[]> samples() throws IOException {
        List<Object[]> rows = new ArrayList<>();
        for (JsonNode sample : file()) {
            rows.add(new Object[] {sample.get("action").asText() + " " + rows.size(), sample});
        }
        return rows.stream();
    }

    private static JsonNode file() throws IOException {
        try (InputStream in =
                SamplesTest.class.getResourceAsStream("/io/jenkins/plugins/wedata/samples/samples.json")) {
            return new ObjectMapper().readTree(in).get("samples");
        }
    }
}
