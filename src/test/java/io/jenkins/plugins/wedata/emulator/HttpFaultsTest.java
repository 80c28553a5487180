package io.jenkins.plugins.wedata.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The faults as a client of HTTP sees them. */
@Timeout(60)
class HttpFaultsTest {

    private final Lab lab = new Lab();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private HttpFrontEnd front;

    @BeforeEach
    void listen() throws IOException {
        front = lab.weData.listen(0);
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @ParameterizedTest
    @CsvSource({
        "lost-reply, 1",
        "lost-reply-fresh, 1",
        "cut-reply, 1",
        "drop, 0",
        "late-effect=5s, 0",
    })
    void theConnectionEnds(String fault, int effects) throws Exception {
        lab.weData.faults().add(Fault.parse(fault + ":CreateTask"));

        assertThatThrownBy(this::send).isInstanceOf(IOException.class);

        assertThat(lab.weData.ledger().deliveries("CreateTask")).isEqualTo(1);
        assertThat(lab.weData.ledger().effects("CreateTask")).isEqualTo(effects);
        lab.time.turn(Duration.ofSeconds(5));
        assertThat(lab.weData.ledger().effects("CreateTask")).isEqualTo(fault.equals("drop") ? 0 : 1);
        assertThat(send().statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "408, 408, '(?s)<html>.*', 0",
        "429, 429, '(?s)<html>.*', 0",
        "502, 502, '(?s)<html>.*', 0",
        "502=done, 502, '(?s)<html>.*', 1",
        "503, 503, '(?s)<html>.*', 0",
        "302, 302, '', 0",
        "empty, 200, '', 1",
        "empty-object, 200, '\\{\\}', 1",
        "cut-json, 200, '\\{\"Response\".*[^}]', 1",
        "wrong-kind, 200, '.*\"Data\":\"unexpected\".*', 1",
        "null-data, 200, '.*\"Data\":null.*', 1",
        "no-request-id, 200, '\\{\"Response\":\\{\"Data\":\\{\"Id\":\"[0-9]{17}\"\\}\\}\\}', 1",
        "error:FailedOperation, 200, '.*\"Code\":\"FailedOperation\".*', 0",
        "error-after-work:InternalError, 200, '.*\"Code\":\"InternalError\".*', 1",
        "throttle, 200, '.*\"Code\":\"RequestLimitExceeded\".*', 0",
        "clock-skew=6m, 200, '.*\"Code\":\"AuthFailure.SignatureExpire\".*', 0"
    })
    void theReplyIsNotWhatItShouldBe(String fault, int status, String body, int effects) throws Exception {
        lab.weData.faults().add(Fault.parse(fault));

        HttpResponse<byte[]> reply = send();

        assertThat(reply.statusCode()).isEqualTo(status);
        assertThat(new String(reply.body(), StandardCharsets.UTF_8)).matches(body);
        assertThat(lab.weData.ledger().effects("CreateTask")).isEqualTo(effects);
        assertThat(send().statusCode()).isEqualTo(200);
        assertThat(front.connections()).isEqualTo(1);
    }

    @Test
    void aSkewedClockShowsInTheDateHeader() throws Exception {
        lab.weData.faults().add(Fault.parse("clock-skew=6m"));

        assertThat(send().headers().firstValue("Date")).contains("Sun, 1 Mar 2026 10:06:00 GMT");
        assertThat(send().headers().firstValue("Date")).contains("Sun, 1 Mar 2026 10:00:00 GMT");
    }

    private HttpResponse<byte[]> send() throws IOException, InterruptedException {
        SignedCall call = lab.signed("CreateTask", Lab.createTaskBody("a"))
                .host("127.0.0.1:" + front.uri().getPort());
        HttpRequest.Builder request = HttpRequest.newBuilder(front.uri());
        call.headers().forEach((name, value) -> {
            if (!name.equals("Host")) {
                request.header(name, value);
            }
        });
        return http.send(
                request.POST(HttpRequest.BodyPublishers.ofByteArray(call.body()))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }
}
