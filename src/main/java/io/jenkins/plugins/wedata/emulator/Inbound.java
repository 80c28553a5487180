package io.jenkins.plugins.wedata.emulator;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request as it arrived, whichever way it came.
 *
 * @param method the HTTP method
 * @param path the path with its query
 * @param headers looked up without regard to case
 * @param body the bytes
 * @param reused whether the connection had carried a request before
 */
record Inbound(String method, String path, Map<String, String> headers, byte[] body, boolean reused) {

    Inbound {
        Map<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(headers);
        headers = byName;
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    String action() {
        return header("X-TC-Action").orElse("");
    }

    @Override
    public String toString() {
        return method + " " + path + " (" + body.length + " bytes)";
    }
}
