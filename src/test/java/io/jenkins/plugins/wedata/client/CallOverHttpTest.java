package io.jenkins.plugins.wedata.client;

import static io.jenkins.plugins.wedata.client.Calls.READ;
import static io.jenkins.plugins.wedata.client.Calls.READ_REPLY;
import static io.jenkins.plugins.wedata.client.Calls.WRITE;
import static io.jenkins.plugins.wedata.client.Calls.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.wedata.api.WeDataAction;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The client and the real transport together, against sockets. */
@Timeout(300)
class CallOverHttpTest {

    private static final ApiKey KEY = new ApiKey("AKIDEXAMPLE", "very-secret-key", Optional.of("very-secret-token"));
    private static final Duration STEP = Duration.ofMillis(200);
    private static final Duration LIMIT = Duration.ofHours(1);

    private final ManualTimeSource time = new ManualTimeSource();
    private final WeDataClient client =
            WeDataClient.over(OkHttpTransport.over(new OkHttpClient.Builder()), time, Calls.patient());

    @AfterEach
    void close() {
        client.close();
    }

    private <R> CompletableFuture<Reply<R>> call(RawServer server, WeDataAction<R> action) {
        return call(server, action, STEP);
    }

    private <R> CompletableFuture<Reply<R>> call(RawServer server, WeDataAction<R> action, Duration step) {
        Account account = new Account(
                new Endpoint(server.uri()),
                new Region("ap-guangzhou"),
                () -> CompletableFuture.completedFuture(KEY),
                "AKIDEXAMPLE");
        CompletableFuture<Reply<R>> call = client.call(account, action, CallListener.NONE);
        time.advanceUntil(call, step, LIMIT);
        return call;
    }

    @Test
    void aCallGoesThere() throws Exception {
        try (RawServer server =
                new RawServer(RawServer.replying("200 OK", "", ScriptedTransport.created("20220801203612642")))) {
            assertThat(call(server, WRITE).join().result().data().id()).isEqualTo("20220801203612642");
            assertThat(server.requests())
                    .singleElement()
                    .asString()
                    .contains(
                            "Authorization: TC3-HMAC-SHA256 Credential=AKIDEXAMPLE/2026-03-02/127/tc3_request, SignedHeaders=content-type;host, Signature=")
                    .contains("X-TC-Token: very-secret-token");
        }
    }

    @Test
    void aWriteWhoseReusedConnectionBreaksIsDeliveredOnceAndItsEffectIsUnknown() throws Exception {
        RawServer.Behaviour dropsReused = (socket, number) -> {
            if (number == 1) {
                RawServer.write(
                        socket, "200 OK", "", ScriptedTransport.created("1").getBytes(StandardCharsets.UTF_8));
            }
            return number == 1;
        };
        try (RawServer server = new RawServer(dropsReused)) {
            call(server, WRITE).join();

            failure(call(server, WRITE), CallUnknownException.class);

            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void aReadWhoseConnectionsBreakIsRepeatedUntilItGoesThrough() throws Exception {
        AtomicInteger count = new AtomicInteger();
        RawServer.Behaviour dropsTwo = (socket, number) -> {
            if (count.incrementAndGet() <= 2) {
                return false;
            }
            RawServer.write(socket, "200 OK", "", READ_REPLY.getBytes(StandardCharsets.UTF_8));
            return true;
        };
        try (RawServer server = new RawServer(dropsTwo)) {
            assertThat(call(server, READ).join().result().data()).isEqualTo("delete workflow fail");
            assertThat(server.requests()).hasSize(3);
        }
    }

    @Test
    void aWriteToAServerThatIsDownIsGivenUpAfterItsBudget() throws Exception {
        RawServer server = new RawServer(RawServer.replying("200 OK", "", ""));
        server.close();

        CallNotExecutedException error =
                failure(call(server, WRITE, Duration.ofMillis(500)), CallNotExecutedException.class);

        assertThat(error.attempts()).isGreaterThan(5);
        assertThat(error).hasMessageContaining("not reached");
    }

    @Test
    void aServerThatSpeaksNoHttpIsNotQuoted() throws Exception {
        RawServer.Behaviour babbles = (socket, number) -> {
            socket.getOutputStream().write("secret-body \u0007 here\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            return false;
        };
        try (RawServer server = new RawServer(babbles)) {
            assertThat(stackTrace(failure(call(server, WRITE), CallUnknownException.class)))
                    .contains("the reply is not HTTP")
                    .doesNotContain("secret-body");
        }
    }

    @Test
    void neitherLogNorErrorHoldsSecretsOrBodies() throws Exception {
        List<String> lines = new CopyOnWriteArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(new SimpleFormatter().format(line));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger("io.jenkins.plugins.wedata");
        logger.setLevel(Level.ALL);
        handler.setLevel(Level.ALL);
        logger.addHandler(handler);
        List<String> replies = List.of(
                ScriptedTransport.created("body-of-reply"),
                ScriptedTransport.error("InvalidParameter"),
                "body-of-reply",
                "{}");
        AtomicInteger count = new AtomicInteger();
        RawServer.Behaviour inTurn = (socket, number) -> {
            int next = count.getAndIncrement();
            if (next < replies.size()) {
                RawServer.write(socket, "200 OK", "", replies.get(next).getBytes(StandardCharsets.UTF_8));
            }
            return next < replies.size();
        };
        List<String> told = new ArrayList<>();
        try (RawServer server = new RawServer(inTurn)) {
            for (int i = 0; i < 5; i++) {
                call(server, WRITE).handle((reply, error) -> told.add(error == null ? "" : stackTrace(error)));
            }
        } finally {
            logger.removeHandler(handler);
            logger.setLevel(null);
        }

        assertThat(lines).hasSize(5).first().asString().contains("CreateTask: done, RequestId", " ms");
        assertThat(told).hasSize(5);
        assertThat(String.join("\n", lines) + String.join("\n", told))
                .doesNotContain("very-secret", "body-of-reply", "Signature=", "34e51bc4");
    }

    private static String stackTrace(Throwable error) {
        StringWriter text = new StringWriter();
        error.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
