package io.jenkins.plugins.wedata.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureCheckTest {

    private static final Instant NOW = Instant.parse("2024-12-31T23:59:59Z");

    private final Keys keys = new Keys();
    private final Switches switches = new Switches();
    private final SignatureCheck check = new SignatureCheck(keys, switches);

    SignatureCheckTest() {
        keys.add(SignedCall.SECRET_ID, new Keys.Key(SignedCall.SECRET_KEY, null, "1"));
        keys.add("AKIDtemporary", new Keys.Key("tmpKey", "tok+/=", "2"));
    }

    static Stream<JsonNode> vectors() throws IOException {
        try (InputStream file = SignatureCheckTest.class.getResourceAsStream("tc3-vectors.json")) {
            return StreamSupport.stream(
                    Lab.JSON.readTree(file).get("vectors").spliterator(), false);
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void aPublishedVectorIsAcceptedAndATouchedOneIsNot(JsonNode vector) throws IOException {
        // The variant with three headers gives only what differs from the second vector.
        JsonNode second = vectors().skip(1).findFirst().orElseThrow();
        JsonNode base = vector.has("body") ? vector : second;
        String token = base.path("token").asText();
        keys.add(SignedCall.SECRET_ID, new Keys.Key(SignedCall.SECRET_KEY, token.isEmpty() ? null : token, "1"));
        Map<String, String> headers = new HashMap<>();
        headers.put("Host", base.get("endpoint").textValue());
        headers.put("Content-Type", "application/json; charset=utf-8");
        headers.put("X-TC-Action", base.get("action").textValue());
        headers.put("X-TC-Timestamp", base.get("timestamp").textValue());
        headers.put("X-TC-Token", token);
        headers.put("Authorization", vector.get("authorization").textValue());
        switches.acceptUnsignedPayload(base.path("unsigned").asText().equals("true"));
        if (switches.acceptUnsignedPayload()) {
            headers.put("X-TC-Content-SHA256", "UNSIGNED-PAYLOAD");
        }
        byte[] body = base.get("body").textValue().getBytes(StandardCharsets.UTF_8);
        Instant signedAt = Instant.ofEpochSecond(base.get("timestamp").asLong());

        assertThat(check.verify(new Inbound("POST", "/", headers, body, false), signedAt).uin())
                .isEqualTo("1");

        headers.put("Host", "other.tencentcloudapi.com");
        assertRefused(new Inbound("POST", "/", headers, body, false), signedAt, "AuthFailure.SignatureFailure");
    }

    @Test
    void aTouchedBodyIsRefused() {
        SignedCall call = SignedCall.of("CreateTask", "{\"a\":1}").at(NOW);
        Inbound touched = new Inbound("POST", "/", call.headers(), "{\"a\":2}".getBytes(StandardCharsets.UTF_8), false);

        assertRefused(touched, NOW, "AuthFailure.SignatureFailure");
    }

    @Test
    void theActionIsCoveredOnlyWhereTheClientSignsIt() {
        SignedCall twoHeaders = SignedCall.of("CreateTask", "{}").at(NOW);
        SignedCall threeHeaders =
                SignedCall.of("CreateTask", "{}").at(NOW).signedHeaders("content-type;host;x-tc-action");
        assertThat(check.verify(threeHeaders.inbound(), NOW).uin()).isEqualTo("1");

        assertThat(check.verify(withOtherAction(twoHeaders), NOW).uin()).isEqualTo("1");
        assertRefused(withOtherAction(threeHeaders), NOW, "AuthFailure.SignatureFailure");
    }

    private static Inbound withOtherAction(SignedCall call) {
        Map<String, String> headers = new HashMap<>(call.headers());
        headers.put("X-TC-Action", "CreateTaskNew");
        return new Inbound("POST", "/", headers, call.body(), false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"content-type", "host", "x-tc-action", "content-type;x-tc-action"})
    void contentTypeAndHostMustBeSigned(String names) {
        assertRefused(
                SignedCall.of("CreateTask", "{}").at(NOW).signedHeaders(names).inbound(),
                NOW,
                "AuthFailure.InvalidAuthorization");
    }

    @ParameterizedTest
    @CsvSource({"300, ok", "-300, ok", "301, AuthFailure.SignatureExpire", "-301, AuthFailure.SignatureExpire"})
    void fiveMinutesAreTheLargestSkew(long seconds, String outcome) {
        Inbound request = SignedCall.of("CreateTask", "{}").at(NOW).inbound();
        Instant now = NOW.plusSeconds(seconds);

        if (outcome.equals("ok")) {
            assertThat(check.verify(request, now).secretId()).isEqualTo(SignedCall.SECRET_ID);
        } else {
            assertRefused(request, now, outcome);
        }
    }

    @Test
    void theDayIsTheTimestampsUtcDayNotTodays() {
        Inbound signedLastYear = SignedCall.of("CreateTask", "{}").at(NOW).inbound();

        assertThat(check.verify(signedLastYear, NOW.plusSeconds(10)).uin()).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer x",
                "TC3-HMAC-SHA256 Credential=AKID/2024-12-31/wedata/tc3_request",
                "TC3-HMAC-SHA256 Credential=AKID/31-12-2024/wedata/tc3_request, SignedHeaders=host, Signature=00"
            })
    void anAuthorizationOfAnotherFormIsRefused(String value) {
        Map<String, String> headers =
                new HashMap<>(SignedCall.of("CreateTask", "{}").at(NOW).headers());
        headers.put("Authorization", value);

        assertRefused(
                new Inbound("POST", "/", headers, new byte[0], false),
                NOW,
                value.isEmpty() ? "MissingParameter" : "AuthFailure.InvalidAuthorization");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zz", "00", "0000000000000000000000000000000000000000000000000000000000000000"})
    void aSignatureThatIsWrongOrNoHexIsRefused(String signature) {
        Map<String, String> headers =
                new HashMap<>(SignedCall.of("CreateTask", "{}").at(NOW).headers());
        headers.computeIfPresent("Authorization", (name, value) -> value.replaceFirst("Signature=.*", "Signature=" + signature));

        assertRefused(new Inbound("POST", "/", headers, bytes("{}"), false), NOW, "AuthFailure.SignatureFailure");
    }

    @Test
    void anUnknownSecretIdIsNamedAsSuch() {
        assertRefused(
                SignedCall.of("CreateTask", "{}").key("AKIDunknown", "x").at(NOW).inbound(),
                NOW,
                "AuthFailure.SecretIdNotFound");
    }

    @Test
    void aTemporaryKeyNeedsItsToken() {
        SignedCall call = SignedCall.of("CreateTask", "{}").key("AKIDtemporary", "tmpKey").at(NOW);
        assertRefused(call.inbound(), NOW, "AuthFailure.TokenFailure");
        assertRefused(call.header("X-TC-Token", "tok+/").inbound(), NOW, "AuthFailure.TokenFailure");
        assertThat(check.verify(call.header("X-TC-Token", "tok+/=").inbound(), NOW).uin()).isEqualTo("2");
    }

    @Test
    void aLastingKeyHasNoToken() {
        assertRefused(
                SignedCall.of("CreateTask", "{}").at(NOW).header("X-TC-Token", "t").inbound(),
                NOW,
                "AuthFailure.TokenFailure");
    }

    @Test
    void anUnsignedBodyIsAcceptedOnlyWhenSwitchedOn() {
        Inbound request = SignedCall.of("CreateTask", "{}").at(NOW).unsignedPayload().inbound();
        assertRefused(request, NOW, "AuthFailure.SignatureFailure");

        switches.acceptUnsignedPayload(true);

        assertThat(check.verify(request, NOW).uin()).isEqualTo("1");
    }

    @Test
    void aTimestampThatIsNoNumberIsRefused() {
        Map<String, String> headers =
                new HashMap<>(SignedCall.of("CreateTask", "{}").at(NOW).headers());
        headers.put("X-TC-Timestamp", "soon");
        assertRefused(
                new Inbound("POST", "/", headers, bytes("{}"), false), NOW, "AuthFailure.InvalidAuthorization");
        headers.remove("X-TC-Timestamp");
        assertRefused(new Inbound("POST", "/", headers, bytes("{}"), false), NOW, "MissingParameter");
    }

    private void assertRefused(Inbound request, Instant now, String code) {
        assertThatThrownBy(() -> check.verify(request, now))
                .isInstanceOf(ServiceError.class)
                .satisfies(error -> assertThat(((ServiceError) error).code()).isEqualTo(code))
                .hasMessageNotContaining(SignedCall.SECRET_KEY);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
