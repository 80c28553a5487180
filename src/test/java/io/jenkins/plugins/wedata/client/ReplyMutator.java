package io.jenkins.plugins.wedata.client;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Damages replies: always in the same way for the same random numbers. */
final class ReplyMutator {

    /** What parsers stumble over. */
    private static final List<String> PIECES = List.of(
            "null",
            "true",
            "{}",
            "[]",
            "[null]",
            "{\"\":null}",
            "\"\"",
            "\" \"",
            "-",
            "-0",
            "0.0",
            "1.5",
            "NaN",
            "Infinity",
            "1e400",
            "1e-400",
            "1e999999999",
            "10e2147483647",
            "1e2147483648",
            "1e-2147483648",
            "9223372036854775808",
            "-9223372036854775809",
            "9".repeat(1_100),
            "0." + "1".repeat(1_100),
            "\"9e99\"",
            "\"10e2147483647\"",
            "\"1e-2147483647\"",
            "\\ud800",
            "\\u0000",
            "\\u",
            "\\x",
            "\"",
            "'",
            ",",
            ":",
            "{",
            "}",
            "[",
            "]",
            "[".repeat(1_200),
            "{\"a\":".repeat(1_200),
            "\uFEFF",
            "\u0000",
            "/*",
            "//",
            "#",
            "\"Response\":{",
            "\"Error\":{\"Code\":\"",
            "\"Error\":[],",
            "\"RequestId\":",
            "\"Data\":",
            "\"Id\":1,",
            "\n".repeat(50));

    private static final byte[] ODD = {0, (byte) 0x80, (byte) 0xc0, (byte) 0xed, (byte) 0xf8, (byte) 0xff, 0x7f, 0x0a};

    private final SplittableRandom random;

    ReplyMutator(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** One of several. */
    <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Damages a reply in one place or a few, now and then with parts of another. */
    byte[] damage(byte[] reply, byte[] other) {
        byte[] damaged = reply;
        do {
            damaged = once(damaged, other);
        } while (random.nextInt(3) == 0);
        return damaged;
    }

    private byte[] once(byte[] reply, byte[] other) {
        int from = random.nextInt(reply.length + 1);
        int to = Math.min(reply.length, from + 1 + random.nextInt(40));
        switch (random.nextInt(10)) {
            case 0:
                return flipped(reply);
            case 1:
                return Arrays.copyOf(reply, from);
            case 2:
                return with(reply, from, to, new byte[0]);
            case 3:
                return with(reply, from, from, Arrays.copyOfRange(reply, from, to));
            case 4:
                return with(reply, from, from, new byte[] {ODD[random.nextInt(ODD.length)]});
            case 5:
                return with(reply, from, from, piece());
            case 6:
                return with(reply, from, reply.length, tail(other));
            case 7:
                return with(reply, from, to, tail(other));
            default:
                return revalued(reply);
        }
    }

    private byte[] flipped(byte[] reply) {
        byte[] copy = reply.clone();
        if (copy.length > 0) {
            copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return copy;
    }

    /** Puts a piece where a value of some member is. */
    private byte[] revalued(byte[] reply) {
        int start = random.nextInt(reply.length + 1);
        while (start < reply.length && reply[start] != ':') {
            start++;
        }
        int begin = Math.min(reply.length, start + 1);
        int end = begin;
        while (end < reply.length && ",]}".indexOf(reply[end]) < 0) {
            end++;
        }
        return with(reply, begin, end, piece());
    }

    private byte[] piece() {
        return any(PIECES).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] tail(byte[] other) {
        return Arrays.copyOfRange(other, random.nextInt(other.length), other.length);
    }

    private static byte[] with(byte[] reply, int from, int to, byte[] instead) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(reply.length + instead.length);
        out.write(reply, 0, from);
        out.writeBytes(instead);
        out.write(reply, to, reply.length - to);
        return out.toByteArray();
    }
}
