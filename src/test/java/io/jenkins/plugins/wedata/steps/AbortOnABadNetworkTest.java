package io.jenkins.plugins.wedata.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.model.Result;
import io.jenkins.plugins.wedata.client.Endpoint;
import io.jenkins.plugins.wedata.client.OkHttpTransport;
import io.jenkins.plugins.wedata.client.SteadyRetries;
import io.jenkins.plugins.wedata.client.Transport;
import io.jenkins.plugins.wedata.client.WeDataClient;
import io.jenkins.plugins.wedata.client.WireReply;
import io.jenkins.plugins.wedata.client.WireRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A step that is stopped ends within five seconds, with its cause, and lets go of its call, whatever the network does. */
@Timeout(120)
class AbortOnABadNetworkTest {

    private static final long PROMISED_SECONDS = 5;
    private static final int DROP_MILLIS = 20;

    private final StepBench bench = new StepBench();
    private final CompletableFuture<CompletableFuture<WireReply>> sent = new CompletableFuture<>();
    private final CompletableFuture<Socket> reached = new CompletableFuture<>();
    private final CountDownLatch left = new CountDownLatch(1);
    private final FlowInterruptedException cause = new FlowInterruptedException(Result.ABORTED, true);
    private ServerSocket server;

    @BeforeEach
    void open() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        bench.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a black hole, http, '', ''",
        "a drip, http, HTTP/1.1 200 OK__Content-Length: 5000____, a",
        "a drip of chunks, http, HTTP/1.1 200 OK__Transfer-Encoding: chunked____, 1__a__",
        "a half-open TLS connection, https, '', ''",
        "a drip in place of TLS, https, \u0016\u0003\u0003\u0040\u0000, a"
    })
    void theCallIsLetGoOf(String name, String scheme, String begin, String drop) throws Exception {
        Thread answering = new Thread(() -> answer(lines(begin), lines(drop)), "answering");
        answering.start();
        StepExecution execution = start(scheme);
        reached.get(60, TimeUnit.SECONDS);

        assertEndsWithItsCause(execution);

        assertThat(left.await(PROMISED_SECONDS, TimeUnit.SECONDS))
                .as("the connection is closed")
                .isTrue();
        answering.join();
    }

    @Test
    void aConnectionThatNobodyTakesIsLetGoOfToo() throws Exception {
        List<SocketChannel> waiting = new ArrayList<>();
        try {
            // As many as the server keeps for later, and more.
            for (int i = 0; i < 8; i++) {
                SocketChannel channel = SocketChannel.open();
                waiting.add(channel);
                channel.configureBlocking(false);
                channel.connect(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()));
            }
            assertEndsWithItsCause(start("http"));
        } finally {
            for (SocketChannel channel : waiting) {
                channel.close();
            }
        }
    }

    private StepExecution start(String scheme) throws Exception {
        Transport wire = OkHttpTransport.over(new OkHttpClient.Builder());
        bench.client.close();
        bench.client = WeDataClient.over(
                new Transport() {
                    @Override
                    public CompletableFuture<WireReply> send(WireRequest request) {
                        CompletableFuture<WireReply> reply = wire.send(request);
                        sent.complete(reply);
                        return reply;
                    }

                    @Override
                    public void close() {
                        wire.close();
                    }
                },
                bench.time,
                SteadyRetries.policy());
        bench.build.ownEndpoint = Optional.of(Endpoint.parse(scheme + "://127.0.0.1:" + server.getLocalPort()));
        StepExecution execution = bench.start(bench.called(new AwaitJobStep("2528")));
        bench.until(sent::isDone);
        return execution;
    }

    private void assertEndsWithItsCause(StepExecution execution) throws Exception {
        CompletableFuture<WireReply> reply = sent.join();
        assertThat(reply).isNotDone();
        long begin = System.nanoTime();

        execution.stop(cause);

        assertThatThrownBy(() -> bench.context.ended.get(PROMISED_SECONDS, TimeUnit.SECONDS))
                .cause()
                .isSameAs(cause);
        assertThat(System.nanoTime() - begin).isLessThan(TimeUnit.SECONDS.toNanos(PROMISED_SECONDS));
        assertThat(reply).isCancelled();
        assertThat(bench.log()).last().asString().startsWith("Given up.").contains("wedataAwaitJob(jobId: '2528'");
    }

    private static String lines(String text) {
        return text.replace("__", "\r\n");
    }

    /** Takes one connection, and says the same again and again, until the other side is gone. */
    private void answer(String begin, String drop) {
        try (Socket socket = server.accept()) {
            // Something of the request is there: a reply before it would be one that nobody asked for.
            socket.getInputStream().read();
            reached.complete(socket);
            socket.getOutputStream().write(begin.getBytes(StandardCharsets.ISO_8859_1));
            if (drop.isEmpty()) {
                socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
            }
            while (!drop.isEmpty() && !left.await(DROP_MILLIS, TimeUnit.MILLISECONDS)) {
                socket.getOutputStream().write(drop.getBytes(StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            // The other side is gone.
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            left.countDown();
        }
    }
}
