package io.jenkins.plugins.wedata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Searches for secrets that a test planted, as they are and in the encodings in which one slips through: Base64 at any
 * offset, URL encoding, hexadecimal, JSON's and XML's escapes, UTF-16, back to front.
 */
public final class Leaks {

    /** What every planted secret begins with, so that part of one is found too. */
    public static final String MARK = "mArKeR";

    private final Map<String, String> searched = new LinkedHashMap<>();
    private final List<String> found = new ArrayList<>();

    /**
     * Searches for some secrets.
     *
     * @param secrets of 12 characters or more
     */
    public Leaks(String... secrets) {
        for (String secret : secrets) {
            also(secret);
        }
    }

    /**
     * Searches for another too.
     *
     * @param secret of 12 characters or more
     * @return this
     */
    public Leaks also(String secret) {
        if (secret.length() < 12) {
            throw new IllegalArgumentException("too short to be told from other text: " + secret);
        }
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        searched.put(secret, "as it is");
        searched.putIfAbsent(URLEncoder.encode(secret, StandardCharsets.UTF_8), "URL-encoded");
        searched.putIfAbsent(HexFormat.of().formatHex(bytes), "in hexadecimal");
        searched.putIfAbsent(HexFormat.of().withUpperCase().formatHex(bytes), "in hexadecimal");
        searched.putIfAbsent(new StringBuilder(secret).reverse().toString(), "back to front");
        searched.putIfAbsent(secret.replace("/", "\\/"), "in JSON's escapes");
        searched.putIfAbsent(
                secret.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;"), "in XML's escapes");
        searched.putIfAbsent(String.join("\0", secret.split("")), "in UTF-16");
        for (int offset = 0; offset < 3; offset++) {
            searched.putIfAbsent(base64(bytes, offset, Base64.getEncoder()), "in Base64");
            searched.putIfAbsent(base64(bytes, offset, Base64.getUrlEncoder()), "in Base64");
        }
        return this;
    }

    /** The middle of what Base64 makes of it behind some other bytes; the ends depend on the neighbours. */
    private static String base64(byte[] bytes, int offset, Base64.Encoder encoder) {
        byte[] shifted = new byte[offset + bytes.length];
        System.arraycopy(bytes, 0, shifted, offset, bytes.length);
        String text = encoder.withoutPadding().encodeToString(shifted);
        return text.substring(4, text.length() - 4);
    }

    /**
     * Looks into a text.
     *
     * @param where names it
     * @param text the text
     */
    public synchronized void in(String where, String text) {
        searched.forEach((form, how) -> {
            int at = text.indexOf(form);
            if (at >= 0) {
                found.add(where + ": " + form + " (" + how + ") after '"
                        + text.substring(Math.max(0, at - 80), at).replace('\n', '|') + "'");
            }
        });
    }

    /**
     * Looks into a failure: type, message and stack trace of it, its causes and what was suppressed.
     *
     * @param where names it
     * @param failure the failure
     */
    public void in(String where, Throwable failure) {
        java.io.StringWriter trace = new java.io.StringWriter();
        failure.printStackTrace(new java.io.PrintWriter(trace));
        in(where, trace.toString());
    }

    /**
     * Looks into every file below a directory, and at its name.
     *
     * @param directory where
     * @param searchable which of them
     * @return how many files there were
     */
    public int below(Path directory, Predicate<Path> searchable) {
        int count = 0;
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> searchable.test(directory.relativize(file)))
                    .toList()) {
                in("the name of " + file, file.toString());
                in(file.toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
                count++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return count;
    }

    /**
     * What was found.
     *
     * @return one line each
     */
    public synchronized List<String> found() {
        return List.copyOf(found);
    }

    /**
     * The texts that are searched for.
     *
     * @return all of them
     */
    List<String> forms() {
        return List.copyOf(searched.keySet());
    }

    @Override
    public String toString() {
        return Arrays.toString(found().toArray());
    }
}
