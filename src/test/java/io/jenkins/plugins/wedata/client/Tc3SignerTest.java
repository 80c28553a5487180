package io.jenkins.plugins.wedata.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Tc3SignerTest {

    private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);
    private static final Endpoint ENDPOINT = Endpoint.parse("https://wedata.tencentcloudapi.com");
    private static final long DAY = 86_400;

    private final Tc3Signer signer = new Tc3Signer();

    @ParameterizedTest(name = "{0}")
    @MethodSource("twoHeaderVectors")
    void aPublishedVectorIsSignedTheSame(String name, JsonNode vector) throws IOException {
        JsonNode file = file();
        String token = vector.get("token").asText();
        ApiKey key = new ApiKey(
                file.get("secretId").asText(),
                file.get("secretKey").asText(),
                token.isEmpty() ? Optional.empty() : Optional.of(token));

        String authorization = signer.authorization(
                key,
                endpoint(vector),
                vector.get("timestamp").asLong(),
                utf8(vector.get("body").asText()));

        assertThat(authorization).isEqualTo(vector.get("authorization").asText());
    }

    @Test
    void everyVectorOfTheTwoHeaderFormIsTried() throws IOException {
        // Left out, since no client of ours sends them and only the built-in WeData must understand them: V12, which
        // signs
        // x-tc-action as well, and the form with UNSIGNED-PAYLOAD in place of the body's hash.
        assertThat(twoHeaderVectors()).hasSize(file().get("vectors").size() - 1).hasSize(9);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("twoHeaderVectors")
    void theDaysKeyIsDerivedAsPublished(String name, JsonNode vector) throws IOException {
        SigningKey key = new SigningKey(
                file().get("secretKey").asText(),
                endpoint(vector).service(),
                vector.get("timestamp").asLong() / DAY);
        String toSign = vector.get("stringToSignEscaped").asText().replace("\\n", "\n");

        assertThat(HexFormat.of().formatHex(key.sign(utf8(toSign))))
                .isEqualTo(vector.get("signature").asText());
    }

    @Test
    void aChangedSecretIsNotSignedWithTheOldOnesKey() {
        ApiKey before = ApiKey.of("AKIDsame", "before");
        ApiKey after = ApiKey.of("AKIDsame", "after");
        String signedBefore = signer.authorization(before, ENDPOINT, 1_700_000_000, BODY);

        assertThat(signer.authorization(after, ENDPOINT, 1_700_000_000, BODY))
                .isNotEqualTo(signedBefore)
                .isEqualTo(new Tc3Signer().authorization(after, ENDPOINT, 1_700_000_000, BODY));
        assertThat(signer.authorization(before, ENDPOINT, 1_700_000_000, BODY)).isEqualTo(signedBefore);
    }

    @Test
    void theKeyOfADayServesThatDayOnly() {
        ApiKey key = ApiKey.of("AKIDsame", "secret");
        long lastSecond = 20_000 * DAY - 1;

        assertThat(signer.authorization(key, ENDPOINT, lastSecond, BODY)).contains("/2024-10-03/wedata/");
        assertThat(signer.authorization(key, ENDPOINT, lastSecond + 1, BODY))
                .contains("/2024-10-04/wedata/")
                .isEqualTo(new Tc3Signer().authorization(key, ENDPOINT, lastSecond + 1, BODY));
    }

    @Test
    void aKeyIsDerivedOnceForADay() {
        SigningKeys keys = new SigningKeys();
        SigningKey first = keys.of("one", "wedata", 20_000);
        keys.of("two", "wedata", 20_000);

        assertThat(keys.of("one", "wedata", 20_000)).isSameAs(first);
        assertThat(keys.size()).isEqualTo(2);
    }

    @Test
    void keysOfBygoneDaysAreLetGoOf() {
        SigningKeys keys = new SigningKeys();
        for (int day = 0; day < 1_000; day++) {
            keys.of("secret", "wedata", day);
        }

        assertThat(keys.size()).isLessThanOrEqualTo(32);
    }

    @Test
    void threadsDoNotDisturbEachOther() throws Exception {
        List<ApiKey> apiKeys = List.of(ApiKey.of("a", "1"), ApiKey.of("b", "2"), ApiKey.of("c", "3"));
        List<String> expected = apiKeys.stream()
                .map(key -> new Tc3Signer().authorization(key, ENDPOINT, 1_700_000_000, BODY))
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<Boolean> work = () -> {
                boolean same = true;
                for (int i = 0; i < 2_000; i++) {
                    int n = i % apiKeys.size();
                    same &= signer.authorization(apiKeys.get(n), ENDPOINT, 1_700_000_000, BODY)
                            .equals(expected.get(n));
                }
                return same;
            };
            for (Future<Boolean> result : threads.invokeAll(List.of(work, work, work, work))) {
                assertThat(result.get()).isTrue();
            }
        } finally {
            threads.shutdown();
        }
    }

    static Stream<Object[]> twoHeaderVectors() throws IOException {
        return StreamSupport.stream(file().get("vectors").spliterator(), false)
                .filter(vector -> vector.has("endpoint")
                        && "false".equals(vector.get("unsigned").asText()))
                .map(vector -> new Object[] {vector.get("name").asText(), vector});
    }

    private static JsonNode file() throws IOException {
        try (InputStream in = Tc3SignerTest.class.getResourceAsStream("tc3-vectors.json")) {
            return new ObjectMapper().readTree(in);
        }
    }

    private static Endpoint endpoint(JsonNode vector) {
        String host = vector.get("endpoint").asText();
        return new Endpoint(URI.create((host.indexOf(':') < 0 ? "https://" : "http://") + host + "/"));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
