package io.jenkins.plugins.wedata.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.tencentcloudapi.common.CommonClient;
import com.tencentcloudapi.common.CommonRequest;
import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.common.profile.ClientProfile;
import com.tencentcloudapi.common.profile.HttpProfile;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tencent's own SDK takes the built-in WeData for the real one. It signs by the machine's clock, so that is used here. */
@Timeout(60)
class TencentSdkTest {

    private static final String TASK = "20260101000000001";

    private final BuiltInWeData weData = BuiltInWeData.builder()
            .key("AKIDlasting", "key-1")
            .temporaryKey("AKIDtemporary", "key-2", "token-2")
            .build();
    private HttpFrontEnd front;

    @BeforeEach
    void start() throws IOException {
        front = weData.listen(0);
        weData.world().workflow(Lab.PROJECT, Lab.WORKFLOW, "nightly").task(Lab.WORKFLOW, TASK, "load", 35);
        weData.switches().pace(Pace.byLooks(0));
    }

    @AfterEach
    void close() {
        weData.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost"})
    void itCreatesATaskWhateverServiceItsHostMakesItSignFor(String host) throws Exception {
        JsonNode response = call(client(host, new Credential("AKIDlasting", "key-1")), "CreateTask", createTask());

        assertThat(response.at("/Data/Id").textValue()).matches("[0-9]{17}");
        assertThat(weData.world().tasksNamed("离线同步 été")).hasSize(1);
    }

    @Test
    void itFollowsABatchJob() throws Exception {
        CommonClient client = client("127.0.0.1", new Credential("AKIDlasting", "key-1"));
        long job = call(
                        client,
                        "BatchCreateTaskVersionAsync",
                        Lab.batchBody(TASK).replace('\'', '"'))
                .at("/Data/JobId")
                .asLong();

        for (String state : new String[] {"CREATING", "INIT", "SUCCESS"}) {
            JsonNode response = call(client, "ListBatchDetail", "{\"JobId\":" + job + "}");
            assertThat(response.get("JobStatus").textValue()).isEqualTo(state);
        }
        assertThat(weData.world().versions(TASK)).hasSize(1);
    }

    @Test
    void itTakesAnIntegrationTaskFromItsMakingToItsStop() throws Exception {
        CommonClient client = client("127.0.0.1", new Credential("AKIDlasting", "key-1"));
        String project = "\"ProjectId\":\"" + Lab.PROJECT + "\"";
        String taskId = call(client, "CreateIntegrationTask", "{" + project + ",\"TaskInfo\":{\"TaskName\":\"订单\"}}")
                .get("TaskId")
                .textValue();
        String body = "{" + project + ",\"TaskId\":\"" + taskId + "\"}";

        for (String action : List.of(
                "LockIntegrationTask",
                "CommitIntegrationTask",
                "UnlockIntegrationTask",
                "StartIntegrationTask",
                "StopIntegrationTask")) {
            assertThat(call(client, action, body).get("Data").booleanValue())
                    .as(action)
                    .isTrue();
        }

        assertThat(call(client, "CheckIntegrationTaskNameExists", "{" + project + ",\"TaskName\":\"订单\"}")
                        .get("ExistsType")
                        .asInt())
                .isEqualTo(2);
        assertThat(call(client, "DescribeIntegrationTasks", "{" + project + ",\"PageNumber\":1,\"PageSize\":10}")
                        .at("/TaskInfoSet/0/Status")
                        .asInt())
                .isEqualTo(5);
    }

    @Test
    void itSeesAnErrorWithItsCodeAndRequestId() {
        CommonClient client = client("127.0.0.1", new Credential("AKIDlasting", "key-1"));

        assertThatThrownBy(() -> call(client, "ListBatchDetail", "{\"JobId\":99}"))
                .isInstanceOfSatisfying(TencentCloudSDKException.class, error -> {
                    assertThat(error.getErrorCode()).isEqualTo("ResourceNotFound");
                    assertThat(error.getRequestId()).matches("[0-9a-f-]{36}");
                });
    }

    @Test
    void itsTemporaryKeyIsAcceptedWithItsTokenAlone() throws Exception {
        assertThat(call(
                                client("127.0.0.1", new Credential("AKIDtemporary", "key-2", "token-2")),
                                "CreateTask",
                                createTask())
                        .has("Data"))
                .isTrue();
        assertThatThrownBy(() ->
                        call(client("127.0.0.1", new Credential("AKIDtemporary", "key-2")), "CreateTask", createTask()))
                .isInstanceOfSatisfying(
                        TencentCloudSDKException.class,
                        error -> assertThat(error.getErrorCode()).isEqualTo("AuthFailure.TokenFailure"));
    }

    @Test
    void itsSilentResendOnAReusedConnectionIsCounted() throws Exception {
        CommonClient client = client("127.0.0.1", new Credential("AKIDlasting", "key-1"));
        call(client, "CreateTask", createTask());
        weData.faults().add(Fault.parse("lost-reply-reused:CreateTask"));

        call(client, "CreateTask", createTask());

        assertThat(weData.ledger().deliveries("CreateTask")).isEqualTo(3);
        assertThat(weData.ledger().effects("CreateTask")).isEqualTo(3);
    }

    private static String createTask() {
        return Lab.createTaskBody("离线同步 été").replace('\'', '"');
    }

    private CommonClient client(String host, Credential credential) {
        HttpProfile http = new HttpProfile();
        http.setProtocol(HttpProfile.REQ_HTTP);
        http.setEndpoint(host + ":" + front.uri().getPort());
        ClientProfile profile = new ClientProfile();
        profile.setHttpProfile(http);
        return new CommonClient("wedata", "2021-08-20", credential, "ap-guangzhou", profile);
    }

    private static JsonNode call(CommonClient client, String action, String body) throws Exception {
        return Lab.JSON
                .readTree(client.commonRequest(new CommonRequest(body), action))
                .get("Response");
    }
}
