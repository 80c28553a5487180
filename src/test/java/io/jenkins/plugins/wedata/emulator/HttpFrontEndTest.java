package io.jenkins.plugins.wedata.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HttpFrontEndTest {

    private final Lab lab = new Lab();
    private final HttpFrontEnd front = listen();
    private final String host = "127.0.0.1:" + front.uri().getPort();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private HttpFrontEnd listen() {
        try {
            return lab.weData.listen(0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void aCallOverHttpSeesTheSameStateAsOneInProcess() throws Exception {
        HttpResponse<byte[]> reply = http.send(create("over http"), HttpResponse.BodyHandlers.ofByteArray());

        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(reply.headers().firstValue("Date")).contains("Sun, 1 Mar 2026 10:00:00 GMT");
        assertThat(Lab.response(reply.body()).at("/Data/Id").textValue()).matches("[0-9]{17}");
        assertThat(lab.weData.world().tasksNamed("over http")).hasSize(1);
    }

    @Test
    void aConnectionIsKeptAlive() throws Exception {
        for (int i = 0; i < 5; i++) {
            http.send(create("task"), HttpResponse.BodyHandlers.ofByteArray());
        }

        assertThat(front.connections()).isEqualTo(1);
    }

    @Test
    void aBodyInChunksIsRead() throws Exception {
        SignedCall call = signed("CreateTask", Lab.createTaskBody("chunked"));
        HttpRequest request = request(call)
                .POST(HttpRequest.BodyPublishers.fromPublisher(
                        HttpRequest.BodyPublishers.ofByteArrays(java.util.List.of(
                                Arrays.copyOf(call.body(), 10), Arrays.copyOfRange(call.body(), 10, call.body().length)))))
                .build();

        assertThat(Lab.response(http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body())
                        .has("Error"))
                .isFalse();
    }

    @Test
    void aClientThatAsksFirstIsToldToGoOn() throws Exception {
        SignedCall call = signed("CreateTask", Lab.createTaskBody("asked"));
        HttpRequest request = request(call)
                .expectContinue(true)
                .POST(HttpRequest.BodyPublishers.ofByteArray(call.body()))
                .build();

        assertThat(http.send(request, HttpResponse.BodyHandlers.ofByteArray()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aLostReplyEndsTheConnectionAfterTheWork() {
        lab.weData.faults().add(Fault.of(FaultKind.LOST_REPLY));

        assertThatThrownBy(() -> http.send(create("lost"), HttpResponse.BodyHandlers.ofByteArray()))
                .isInstanceOf(IOException.class);
        assertThat(lab.weData.world().tasksNamed("lost")).hasSize(1);
        assertThat(lab.weData.ledger().deliveries("CreateTask")).isEqualTo(1);
    }

    @Test
    void aDroppedConnectionDoesNothing() {
        lab.weData.faults().add(Fault.of(FaultKind.DROP));

        assertThatThrownBy(() -> http.send(create("dropped"), HttpResponse.BodyHandlers.ofByteArray()))
                .isInstanceOf(IOException.class);
        assertThat(lab.weData.ledger().effects("CreateTask")).isZero();
    }

    @Test
    void freshAndReusedConnectionsAreToldApart() throws Exception {
        lab.weData.faults().add(Fault.of(FaultKind.LOST_REPLY_REUSED));
        http.send(create("first"), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(lab.weData.faults().pending()).isEqualTo(1);
        assertThatThrownBy(() -> http.send(create("second"), HttpResponse.BodyHandlers.ofByteArray()))
                .isInstanceOf(IOException.class);
        assertThat(lab.weData.faults().pending()).isZero();

        lab.weData.faults().add(Fault.of(FaultKind.LOST_REPLY_FRESH));
        assertThatThrownBy(() -> http.send(create("third"), HttpResponse.BodyHandlers.ofByteArray()))
                .isInstanceOf(IOException.class);
        assertThat(lab.weData.world().tasks())
                .extracting(TaskSnapshot::taskName)
                .containsExactly("first", "second", "third");
    }

    @Test
    void aCutReplyHoldsHalfOfWhatItPromises() throws Exception {
        lab.weData.faults().add(Fault.of(FaultKind.CUT_REPLY));

        try (Socket socket = new Socket("127.0.0.1", front.uri().getPort())) {
            byte[] reply = exchange(socket, signed("CreateTask", Lab.createTaskBody("cut")));
            String text = new String(reply, StandardCharsets.UTF_8);
            int promised = Integer.parseInt(text.replaceFirst("(?s).*Content-Length: ([0-9]+).*", "$1"));
            assertThat(text.substring(text.indexOf("\r\n\r\n") + 4)).hasSize(promised / 2);
        }
        assertThat(lab.weData.world().tasksNamed("cut")).hasSize(1);
    }

    @Test
    void aSlowReplyComesWhenTheClockSaysSo() {
        lab.weData.faults().add(Fault.of(FaultKind.SLOW).lasting(Duration.ofSeconds(30)));
        CountDownLatch set = new CountDownLatch(1);
        lab.time.onAlarm(set::countDown);

        CompletableFuture<HttpResponse<byte[]>> reply =
                http.sendAsync(create("slow"), HttpResponse.BodyHandlers.ofByteArray());
        await(set);
        assertThat(reply).isNotDone();
        assertThat(lab.weData.world().tasksNamed("slow")).hasSize(1);
        lab.time.turn(Duration.ofSeconds(30));

        assertThat(reply.join().statusCode()).isEqualTo(200);
    }

    @Test
    void aRedirectNamesAnotherHost() throws Exception {
        lab.weData.faults().add(Fault.of(FaultKind.REDIRECT));

        HttpResponse<byte[]> reply = http.send(create("moved"), HttpResponse.BodyHandlers.ofByteArray());

        assertThat(reply.statusCode()).isEqualTo(302);
        assertThat(reply.headers().firstValue("Location")).contains("https://elsewhere.invalid/");
        assertThat(lab.weData.ledger().effects("CreateTask")).isZero();
    }

    @Test
    void aPageOfHtmlSaysThatItIsOne() throws Exception {
        lab.weData.faults().add(Fault.of(FaultKind.STATUS_502));

        HttpResponse<byte[]> reply = http.send(create("html"), HttpResponse.BodyHandlers.ofByteArray());

        assertThat(reply.statusCode()).isEqualTo(502);
        assertThat(reply.headers().firstValue("Content-Type")).contains("text/html");
        assertThat(reply.body()).asString().startsWith("<html>");
    }

    @Test
    void aBodyOfMoreThanTenMegabytesIsAnsweredNotCutOff() throws Exception {
        SignedCall call = SignedCall.of("CreateTask", new byte[Gate.LARGEST_BODY + 1])
                .host(host)
                .at(lab.time.now());

        HttpResponse<byte[]> reply = http.send(
                request(call).POST(HttpRequest.BodyPublishers.ofByteArray(call.body())).build(),
                HttpResponse.BodyHandlers.ofByteArray());

        assertThat(Lab.response(reply.body()).at("/Error/Code").textValue()).isEqualTo("RequestSizeLimitExceeded");
    }

    @Test
    void onlyPostToTheRootIsServed() throws Exception {
        HttpRequest get = HttpRequest.newBuilder(front.uri()).build();
        HttpRequest elsewhere = HttpRequest.newBuilder(front.uri().resolve("/other?x=1"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();

        assertThat(code(get)).isEqualTo("UnsupportedProtocol");
        assertThat(code(elsewhere)).isEqualTo("InvalidRequest");
    }

    private String code(HttpRequest request) throws Exception {
        HttpResponse<byte[]> reply = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        return Lab.response(reply.body()).at("/Error/Code").textValue();
    }

    @Test
    void whatIsNoHttpEndsTheConnectionAndNothingElse() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", front.uri().getPort())) {
            socket.getOutputStream().write("hello\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
        assertThat(http.send(create("after"), HttpResponse.BodyHandlers.ofByteArray())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void itsThreadsAreDaemonsWithAName() throws Exception {
        http.send(create("task"), HttpResponse.BodyHandlers.ofByteArray());

        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.getName().startsWith("wedata-emulator-"))
                .isNotEmpty()
                .allMatch(Thread::isDaemon);
    }

    @Test
    void closingItFreesThePortAndEndsItsConnections() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", front.uri().getPort())) {
            http.send(create("task"), HttpResponse.BodyHandlers.ofByteArray());

            lab.weData.close();

            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
        assertThatThrownBy(() -> new Socket("127.0.0.1", front.uri().getPort()).close())
                .isInstanceOf(ConnectException.class);
    }

    private SignedCall signed(String action, String body) {
        return lab.signed(action, body).host(host);
    }

    private HttpRequest create(String name) {
        SignedCall call = signed("CreateTask", Lab.createTaskBody(name));
        return request(call)
                .POST(HttpRequest.BodyPublishers.ofByteArray(call.body()))
                .build();
    }

    /** The client fills in the header Host by itself. */
    private static HttpRequest.Builder request(SignedCall call) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create("http://" + call.headers().get("Host") + "/"));
        call.headers().forEach((name, value) -> {
            if (!name.equals("Host")) {
                builder.header(name, value);
            }
        });
        return builder;
    }

    private static byte[] exchange(Socket socket, SignedCall call) throws IOException {
        StringBuilder head = new StringBuilder("POST / HTTP/1.1\r\n");
        for (Map.Entry<String, String> header : call.headers().entrySet()) {
            head.append(header.getKey()).append(": ").append(header.getValue()).append("\r\n");
        }
        head.append("Content-Length: ").append(call.body().length).append("\r\n\r\n");
        socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().write(call.body());
        InputStream in = socket.getInputStream();
        return in.readAllBytes();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
