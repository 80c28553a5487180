package io.jenkins.plugins.wedata.client;

import static io.jenkins.plugins.wedata.client.BadWire.MEGABYTE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A reply without an end is read up to a limit, wherever in the reply it goes on and on. */
@Timeout(120)
class EndlessReplyTest {

    private static final String OK = "HTTP/1.1 200 OK\r\n";

    /** What lies on its way in the buffers of two sockets. */
    private static final long ON_ITS_WAY = 12L * MEGABYTE;

    private final AtomicLong sent = new AtomicLong();

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            nullValues = "-",
            value = {
                "the first line, HTTP/1.1 200 , a",
                "the status line, -, a",
                "one header, HTTP/1.1 200 OK\\r\\nX-A: , a",
                "headers, HTTP/1.1 200 OK\\r\\n, X-A: b\\r\\n",
                "short headers, HTTP/1.1 200 OK\\r\\n, :\\n",
                "promises, -, HTTP/1.1 100 Continue\\r\\n\\r\\n",
                "hints, -, HTTP/1.1 103 Early Hints\\r\\nLink: x\\r\\n\\r\\n"
            })
    void aHeadIsReadUpToAQuarterOfAMegabyte(String name, String head, String again) throws Exception {
        String begin = head == null ? "" : text(head);
        try (BadWire wire = new BadWire(BadWire.floods(begin, text(again), sent))) {
            wire.assertLost();

            assertThat(sent).hasValueLessThan(ON_ITS_WAY);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a body of 64 MB, Content-Length: 67108864, '', a",
        "a body without length, X: y, '', a",
        "chunks, Transfer-Encoding: chunked, '', 8\\r\\naaaaaaaa\\r\\n",
        "a chunk, Transfer-Encoding: chunked, 7fffffffffffff\\r\\n, a",
        "a chunk's size, Transfer-Encoding: chunked, '', 0",
        "a chunk's extension, Transfer-Encoding: chunked, 4;, a",
        "a chunk's end, Transfer-Encoding: chunked, 1\\r\\na, a",
        "the trailers, Transfer-Encoding: chunked, 0\\r\\n, X-A: b\\r\\n",
        "the name in a gzip, Content-Encoding: gzip, '\u001f\u008b\\b\\b\\0\\0\\0\\0\\0\\0', a"
    })
    void aBodyIsReadUpToItsLimit(String name, String header, String begin, String again) throws Exception {
        try (BadWire wire = new BadWire(BadWire.floods(OK + header + "\r\n\r\n" + text(begin), text(again), sent))) {
            wire.assertLost();

            assertThat(sent).hasValueLessThan(GuardedSocket.MOST + ON_ITS_WAY);
        }
    }

    private static String text(String written) {
        return written.replace("\\r", "\r")
                .replace("\\n", "\n")
                .replace("\\b", "\b")
                .replace("\\0", "\0");
    }

    @Test
    void aGzipThatUnpacksToMoreThanTheLimitIsNotUnpackedFurther() throws Exception {
        String bomb = gzipOfZeros(64);
        String head = OK + "Content-Encoding: gzip\r\nContent-Length: " + bomb.length() + "\r\n\r\n";
        try (BadWire wire = new BadWire(BadWire.says(head + bomb))) {
            assertThat(wire.assertUnknown()).hasMessageContaining("the reply is larger than 8 MB");
            wire.assertWell();
        }
    }

    private static String gzipOfZeros(int megabytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            byte[] zeros = new byte[MEGABYTE];
            for (int i = 0; i < megabytes; i++) {
                out.write(zeros);
            }
        }
        return packed.toString(StandardCharsets.ISO_8859_1);
    }

    @Test
    void aReplyOfEightMegabytesInSmallChunksIsRead() throws Exception {
        String body = ScriptedTransport.created("1") + " ".repeat(WireReply.LARGEST_BODY - 100 - 90);
        StringBuilder reply = new StringBuilder(OK + "Transfer-Encoding: chunked\r\n\r\n");
        for (int i = 0; i < body.length(); i += 100) {
            String chunk = body.substring(i, Math.min(body.length(), i + 100));
            reply.append(Integer.toHexString(chunk.length()))
                    .append("\r\n")
                    .append(chunk)
                    .append("\r\n");
        }
        try (BadWire wire = new BadWire(BadWire.says(reply + "0\r\n\r\n"))) {
            assertThat(wire.call(Calls.WRITE).join().result().taskId()).contains("1");
            wire.assertWell();
            assertThat(wire.server.connections()).isEqualTo(1);
        }
    }
}
