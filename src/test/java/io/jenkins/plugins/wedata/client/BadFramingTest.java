package io.jenkins.plugins.wedata.client;

import static io.jenkins.plugins.wedata.client.BadWire.SECRET;
import static io.jenkins.plugins.wedata.client.BadWire.says;
import static io.jenkins.plugins.wedata.client.BadWire.saysAndEnds;
import static io.jenkins.plugins.wedata.client.BadWire.saysAndResets;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a service says that is not one whole reply, a write ends unknown and its connection serves no other call. */
@Timeout(120)
class BadFramingTest {

    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n\r\n";

    @ParameterizedTest(name = "{0}")
    @MethodSource({"noHttp", "lengths", "chunks", "cut"})
    void itsEffectIsUnknownAndItsConnectionIsGone(String name, RawServer.Behaviour reply) throws Exception {
        try (BadWire wire = new BadWire(reply)) {
            wire.assertLost();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("packed")
    void theEffectOfAWriteWhoseReplyCannotBeUnpackedIsUnknown(String name, RawServer.Behaviour reply) throws Exception {
        try (BadWire wire = new BadWire(reply)) {
            wire.assertUnknown();
            wire.assertWell();
        }
    }

    static Stream<Arguments> noHttp() {
        byte[] noise = new byte[4_000];
        Arrays.fill(noise, (byte) 0xff);
        noise[noise.length - 1] = '\n';
        return Stream.of(
                arguments("another protocol", says("SSH-2.0-OpenSSH_9.6 " + SECRET + "\r\n")),
                arguments("HTTP/0.9", saysAndEnds("<html>" + SECRET + "</html>\n")),
                arguments("HTTP/0.9 in one line", saysAndEnds("<html>" + SECRET + "</html>")),
                arguments("HTTP/2", says("HTTP/2.0 200 " + SECRET + "\r\n\r\n")),
                arguments("a record of TLS", says("\u0015\u0003\u0003\u0000\u0002\u0002\u0028\n" + SECRET)),
                arguments("noise", says(noise)),
                arguments("nothing but zeros", saysAndEnds("\0".repeat(9_000))),
                arguments("a letter in the status", says("HTTP/1.1 2O0 " + SECRET + "\r\n\r\n")),
                arguments("a negative status", says("HTTP/1.1 -12 " + SECRET + "\r\n\r\n")),
                arguments("a short status", says("HTTP/1.1 20\r\n\r\n" + SECRET)),
                arguments("another protocol from here on", says("HTTP/1.1 101 Switching\r\n\r\n" + SECRET)));
    }

    static Stream<Arguments> lengths() {
        return Stream.of(
                arguments("a negative length", length("-5")),
                arguments("a length with a sign", length("+5")),
                arguments("a length that is no number", length("0x5")),
                arguments("a length beyond all numbers", length("99999999999999999999")),
                arguments("two lengths in one", length("5, 6")),
                arguments("no length", length("")),
                arguments("two lengths", length("11\r\nContent-Length: 2")),
                arguments("a length and chunks", length("11\r\nTransfer-Encoding: chunked")),
                arguments("another coding", says(OK + "Transfer-Encoding: gzip\r\n\r\n" + SECRET)),
                arguments("two codings", says(OK + "Transfer-Encoding: chunked, gzip\r\n\r\n" + SECRET)),
                arguments(
                        "chunks twice",
                        says(OK + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")),
                arguments("content where there is none", says("HTTP/1.1 204 No\r\nContent-Length: 2\r\n\r\n{}")));
    }

    private static RawServer.Behaviour length(String length) {
        return says(OK + "Content-Length: " + length + "\r\n\r\n" + SECRET);
    }

    static Stream<Arguments> chunks() {
        return Stream.of(
                arguments("a chunk of no size", says(CHUNKED + "\r\n" + SECRET)),
                arguments("a chunk's size in letters", says(CHUNKED + SECRET + "\r\n")),
                arguments("a chunk's negative size", says(CHUNKED + "-1\r\n" + SECRET)),
                arguments("a chunk beyond all numbers", says(CHUNKED + "fffffffffffffffff\r\n" + SECRET)),
                arguments("a chunk whose size runs over", says(CHUNKED + "ffffffffffffffff\r\n" + SECRET)),
                arguments("a huge chunk that is cut", saysAndEnds(CHUNKED + "7fffffffffffffff\r\n" + SECRET)),
                arguments("a chunk without its end", saysAndEnds(CHUNKED + "b\r\n" + SECRET)),
                arguments("no last chunk", saysAndEnds(CHUNKED + "b\r\n" + SECRET + "\r\n")),
                arguments("a last line that is cut", saysAndEnds(CHUNKED + "b\r\n" + SECRET + "\r\n0\r\n" + SECRET)));
    }

    static Stream<Arguments> packed() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(ScriptedTransport.created("1").getBytes(StandardCharsets.UTF_8));
        }
        String right = packed.toString(StandardCharsets.ISO_8859_1);
        String damaged = right.substring(0, 20) + "\0\0\0" + right.substring(23);
        return Stream.of(
                arguments("plain text as gzip", gzip(SECRET.repeat(9))),
                arguments("nothing as gzip", gzip("")),
                arguments("a cut gzip", gzip(right.substring(0, right.length() - 9))),
                arguments("a damaged gzip", gzip(damaged)),
                arguments("a gzip and more", gzip(right + SECRET)),
                arguments("a gzip whose sum is wrong", gzip(right.substring(0, right.length() - 8) + "\0".repeat(8))));
    }

    private static RawServer.Behaviour gzip(String body) {
        return says(OK + "Content-Encoding: gzip\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
    }

    static Stream<Arguments> cut() {
        String half = OK + "Content-Length: 100\r\n\r\n{\"" + SECRET;
        return Stream.of(
                arguments("nothing", saysAndEnds("")),
                arguments("half a status line", saysAndEnds("HTTP/1.1 2")),
                arguments("half a head", saysAndEnds(OK + "Content-Type: " + SECRET)),
                arguments("a head alone", saysAndEnds(OK + "Content-Length: 100\r\n\r\n")),
                arguments("half a body", saysAndEnds(half)),
                arguments("only promises", saysAndEnds("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early\r\n\r\n")),
                arguments("a reset", saysAndResets("")),
                arguments("a reset in the head", saysAndResets(OK + "Content-Type: " + SECRET)),
                arguments("a reset in the body", saysAndResets(half)));
    }
}
