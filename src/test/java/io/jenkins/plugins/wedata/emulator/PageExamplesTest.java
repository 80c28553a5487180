package io.jenkins.plugins.wedata.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Drives the examples of WeData's own reference pages over HTTP: what succeeds there succeeds here, likewise errors. */
class PageExamplesTest {

    private final Lab lab = new Lab();

    static Stream<JsonNode> examples() throws IOException {
        try (InputStream file = PageExamplesTest.class.getResourceAsStream("page-examples.json")) {
            return StreamSupport.stream(Lab.JSON.readTree(file).get("examples").spliterator(), false);
        }
    }

    @BeforeEach
    void seed() {
        lab.weData
                .world()
                .workflow("1", Lab.WORKFLOW, "pages")
                .workflow(Lab.PROJECT, "w-1", "pages")
                .task("w-1", "20250227112817430", "batch", 35)
                .integrationTask("1486804694126882816", Lab.REAL_TIME_TASK, "orders", 201)
                .lock(Lab.REAL_TIME_TASK, "100028625403")
                .integrationTask("1", "3cd6b1b3-76a0-4147-8f0e-6df206bc58c0", "customers", 201)
                .project("1470561602745229312")
                .project("17865298918277529");
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleIsAnsweredAsOnItsPage(JsonNode example) throws Exception {
        String action = example.get("action").textValue();
        JsonNode expected = example.at("/response/Response");
        if (expected.at("/Error/Code").asText().equals("FailedOperation")) {
            // The page does not say what went wrong there.
            lab.weData.faults().add(Fault.error("FailedOperation").on(action));
        }

        JsonNode reply = post(action, example.get("request").toString());

        assertThat(reply.get("Error")).isEqualTo(expected.get("Error"));
        assertThat(names(reply)).isEqualTo(names(expected));
        assertThat(lab.weData.ledger().effects(action)).isEqualTo(expected.has("Error") ? 0 : 1);
    }

    private static Set<String> names(JsonNode response) {
        Set<String> names = new HashSet<>();
        response.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private JsonNode post(String action, String body) throws Exception {
        HttpFrontEnd front = lab.weData.listen(0);
        SignedCall call = SignedCall.of(action, body.getBytes(StandardCharsets.UTF_8))
                .host("127.0.0.1:" + front.uri().getPort())
                .header("Content-Type", "application/json")
                .at(lab.time.now());
        HttpRequest.Builder request = HttpRequest.newBuilder(front.uri());
        call.headers().forEach((name, value) -> {
            if (!name.equals("Host")) {
                request.header(name, value);
            }
        });
        HttpResponse<byte[]> reply = HttpClient.newHttpClient()
                .send(
                        request.POST(HttpRequest.BodyPublishers.ofByteArray(call.body()))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(reply.statusCode()).isEqualTo(200);
        return Lab.response(reply.body());
    }
}
