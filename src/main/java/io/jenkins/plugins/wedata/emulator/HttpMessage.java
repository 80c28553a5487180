package io.jenkins.plugins.wedata.emulator;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;

/** Reads requests and writes replies of HTTP/1.1: as much of it as clients of WeData use. */
final class HttpMessage {

    private static final int LONGEST_LINE = 64 * 1024;
    private static final int MOST_HEADERS = 200;
    /** Enough to tell a client that its body is too large, instead of cutting it off. */
    private static final int LARGEST_READ = 32 * 1024 * 1024;

    private HttpMessage() {}

    /**
     * Reads a request.
     *
     * @return null when the connection ended before one began
     */
    @CheckForNull
    static Inbound read(InputStream in, OutputStream out, boolean reused) throws IOException {
        String first = line(in);
        if (first == null) {
            return null;
        }
        String[] parts = first.split(" ", -1);
        if (parts.length != 3 || !parts[2].startsWith("HTTP/1.")) {
            throw new IOException("not a request of HTTP/1.1");
        }
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String header = needed(in); !header.isEmpty(); header = needed(in)) {
            int colon = header.indexOf(':');
            if (colon < 1 || headers.size() == MOST_HEADERS) {
                throw new IOException("not a header, or too many");
            }
            headers.put(
                    header.substring(0, colon).strip(),
                    header.substring(colon + 1).strip());
        }
        if ("100-continue".equalsIgnoreCase(headers.get("Expect"))) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
        return new Inbound(parts[0], parts[1], headers, body(in, headers), reused);
    }

    private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
        if (!"chunked".equalsIgnoreCase(headers.get("Transfer-Encoding"))) {
            return exactly(in, number(headers.getOrDefault("Content-Length", "0"), 10, 0));
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int size = chunkSize(in, body.size());
        while (size > 0) {
            body.write(exactly(in, size));
            needed(in);
            size = chunkSize(in, body.size());
        }
        for (String trailer = needed(in); !trailer.isEmpty(); ) {
            trailer = needed(in);
        }
        return body.toByteArray();
    }

    private static int chunkSize(InputStream in, int before) throws IOException {
        return number(needed(in).replaceFirst(";.*", ""), 16, before);
    }

    private static int number(String text, int radix, int before) throws IOException {
        try {
            int number = Integer.parseInt(text.strip(), radix);
            if (number < 0 || number > LARGEST_READ - before) {
                throw new IOException("a body of more than " + LARGEST_READ + " bytes");
            }
            return number;
        } catch (NumberFormatException e) {
            throw new IOException("not a length", e);
        }
    }

    private static byte[] exactly(InputStream in, int size) throws IOException {
        byte[] bytes = in.readNBytes(size);
        if (bytes.length < size) {
            throw new EOFException("the body ended early");
        }
        return bytes;
    }

    private static String needed(InputStream in) throws IOException {
        String line = line(in);
        if (line == null) {
            throw new EOFException("the request ended early");
        }
        return line;
    }

    @CheckForNull
    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                if (line.size() == 0) {
                    return null;
                }
                throw new EOFException("the line ended early");
            }
            if (line.size() == LONGEST_LINE) {
                throw new IOException("a line of more than " + LONGEST_LINE + " bytes");
            }
            line.write(next);
        }
        String text = line.toString(StandardCharsets.UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    /** A moment as the header {@code Date} tells it. */
    static String date(Instant moment) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(moment.atOffset(ZoneOffset.UTC));
    }

    /** Writes a reply, or its first bytes and half of its body. */
    static void write(OutputStream out, Answer.Whole reply, boolean cut) throws IOException {
        StringBuilder head =
                new StringBuilder("HTTP/1.1 ").append(reply.status()).append(" -\r\n");
        head.append("Date: ").append(date(reply.date())).append("\r\n");
        reply.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ").append(reply.body().length).append("\r\n\r\n");
        byte[] start = head.toString().getBytes(StandardCharsets.US_ASCII);
        int size = cut ? reply.body().length / 2 : reply.body().length;
        byte[] all = new byte[start.length + size];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(reply.body(), 0, all, start.length, size);
        out.write(all);
        out.flush();
    }
}
