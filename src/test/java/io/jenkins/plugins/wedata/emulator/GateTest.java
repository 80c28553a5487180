package io.jenkins.plugins.wedata.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {

    private final Lab lab = new Lab();

    @AfterEach
    void close() {
        lab.close();
    }

    @ParameterizedTest
    @CsvSource({
        "X-TC-Action, , MissingParameter",
        "X-TC-Version, , MissingParameter",
        "X-TC-Region, , MissingParameter",
        "Authorization, '', MissingParameter",
        "X-TC-Action, CreateTasks, InvalidAction",
        "X-TC-Action, createtask, InvalidAction",
        "X-TC-Version, 2021-08-21, NoSuchVersion",
        "X-TC-Version, 2025-08-06, InvalidAction"
    })
    void aCallIsRoutedByItsHeaders(String header, String value, String code) {
        SignedCall call = lab.signed("CreateTask", Lab.createTaskBody("a")).header(header, value);

        JsonNode response = lab.call(call);

        assertThat(response.at("/Error/Code").textValue()).isEqualTo(code);
        assertThat(response.at("/Error/Message").textValue()).isNotBlank();
        assertThat(response.get("RequestId").textValue()).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        assertThat(lab.weData.ledger().effects("CreateTask")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "'text'", "{", "not json"})
    void aBodyThatIsNoJsonObjectIsRefused(String body) {
        assertThat(lab.errorOf("CreateTask", body)).isEqualTo("InvalidParameter");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CheckIntegrationTaskNameExists",
                "CreateIntegrationTask",
                "CreateTriggerTask",
                "DescribeIntegrationTasks",
                "ListProjects",
                "ListResourceGroups",
                "ListTasks",
                "ListTriggerTasks",
                "ListTriggerWorkflows",
                "ListWorkflows",
                "LockIntegrationTask",
                "StartIntegrationTask",
                "StopIntegrationTask",
                "UnlockIntegrationTask"
            })
    void theInternationalSiteHasAllButTheQuestionsForABatchJob(String action) {
        lab.weData.switches().international(true);

        assertThat(lab.errorOf(action, "{}")).isIn("", "MissingParameter");
        assertThat(lab.errorOf(lab.signed(action, "{}").key("AKIDnobody", "key")))
                .isEqualTo("AuthFailure.SecretIdNotFound");
    }

    @Test
    void aBodyOfTenMegabytesIsTheLargest() {
        byte[] most = new byte[Gate.LARGEST_BODY];
        java.util.Arrays.fill(most, (byte) ' ');
        most[0] = '{';
        most[most.length - 1] = '}';

        assertThat(lab.errorOf(SignedCall.of("CreateTask", most).at(lab.time.now())))
                .isEqualTo("MissingParameter");
        assertThat(lab.errorOf(
                        SignedCall.of("CreateTask", new byte[most.length + 1]).at(lab.time.now())))
                .isEqualTo("RequestSizeLimitExceeded");
    }

    @Test
    void theTwentyFirstCallOfAnActionInASecondIsRefused() {
        for (int i = 0; i < 20; i++) {
            assertThat(lab.errorOf("CreateTask", Lab.createTaskBody("a"))).isEmpty();
            lab.time.turn(Duration.ofMillis(10));
        }

        assertThat(lab.errorOf("CreateTask", Lab.createTaskBody("a"))).isEqualTo("RequestLimitExceeded");
        assertThat(lab.errorOf("CreateTaskNew", Lab.createTaskBody("b"))).isEmpty();
        assertThat(lab.weData.ledger().effects("CreateTask")).isEqualTo(20);
        assertThat(lab.weData.ledger().deliveries("CreateTask")).isEqualTo(21);
    }

    @Test
    void theSecondSlidesAndRefusedCallsDoNotCount() {
        for (int i = 0; i < 20; i++) {
            lab.createTask("a");
            lab.time.turn(Duration.ofMillis(10));
        }
        lab.time.turn(Duration.ofMillis(799));
        for (int i = 0; i < 30; i++) {
            assertThat(lab.errorOf("CreateTask", Lab.createTaskBody("a"))).isEqualTo("RequestLimitExceeded");
        }
        lab.time.turn(Duration.ofMillis(1));

        assertThat(lab.errorOf("CreateTask", Lab.createTaskBody("a"))).isEmpty();
        assertThat(lab.errorOf("CreateTask", Lab.createTaskBody("a"))).isEqualTo("RequestLimitExceeded");
        lab.time.turn(Duration.ofMillis(10));
        assertThat(lab.errorOf("CreateTask", Lab.createTaskBody("a"))).isEmpty();
    }

    @Test
    void rateAndCodeOfTheLimitCanBeSwitched() {
        lab.weData.switches().callsPerSecond(1).throttleCode("RequestLimitExceeded.UinLimitExceeded");
        lab.createTask("a");

        assertThat(lab.errorOf("CreateTask", Lab.createTaskBody("a")))
                .isEqualTo("RequestLimitExceeded.UinLimitExceeded");
    }

    @Test
    void anotherAccountHasALimitOfItsOwn() {
        try (BuiltInWeData weData = BuiltInWeData.builder()
                .time(lab.time)
                .uin("1")
                .key("AKIDone", "k1")
                .temporaryKey("AKIDtwo", "k2", "tok")
                .uin("2")
                .key("AKIDother", "k3")
                .build()) {
            weData.switches().callsPerSecond(1).acceptAnyProject(true);

            assertThat(code(weData, call("AKIDone", "k1"))).isEmpty();
            assertThat(code(weData, call("AKIDtwo", "k2").header("X-TC-Token", "tok")))
                    .isEqualTo("RequestLimitExceeded");
            assertThat(code(weData, call("AKIDother", "k3"))).isEmpty();
        }
    }

    private SignedCall call(String secretId, String secretKey) {
        return lab.signed("CreateTask", Lab.createTaskBody("a")).key(secretId, secretKey);
    }

    private static String code(BuiltInWeData weData, SignedCall call) {
        byte[] body = weData.transport().send(call.wire()).join().body();
        return Lab.response(body).path("Error").path("Code").asText();
    }

    @Test
    void aForgottenKeyIsRefused() {
        lab.createTask("a");
        lab.weData.forgetKey(SignedCall.SECRET_ID);

        assertThat(lab.errorOf("CreateTask", Lab.createTaskBody("a"))).isEqualTo("AuthFailure.SecretIdNotFound");
    }

    @Test
    void aClockThatIsAheadRefusesAndTellsItsTime() {
        lab.weData.switches().clockOffset(Duration.ofSeconds(372));

        SignedCall call = lab.signed("CreateTask", Lab.createTaskBody("a"));
        assertThat(lab.send(call).join().date()).contains(lab.time.now().plusSeconds(372));
        assertThat(lab.errorOf(call)).isEqualTo("AuthFailure.SignatureExpire");
        assertThat(lab.errorOf(call.at(lab.time.now().plusSeconds(372)))).isEmpty();
    }

    @Test
    void whatGoesWrongWithTheSignatureIsSaidOverTheTransportToo() {
        assertThat(lab.errorOf(lab.signed("CreateTask", Lab.createTaskBody("a")).key(SignedCall.SECRET_ID, "wrong")))
                .isEqualTo("AuthFailure.SignatureFailure");
    }
}
