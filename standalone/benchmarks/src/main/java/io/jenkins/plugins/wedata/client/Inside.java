package io.jenkins.plugins.wedata.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What is measured, but is not for everybody to use. */
public final class Inside {

    private final Tc3Signer signer = new Tc3Signer();
    private final Endpoint endpoint;
    private final ApiKey key;

    /**
     * A signer.
     *
     * @param endpoint for calls of this
     * @param key signs
     */
    public Inside(Endpoint endpoint, ApiKey key) {
        this.endpoint = endpoint;
        this.key = key;
    }

    /**
     * Signs.
     *
     * @param timestamp seconds since 1970
     * @param body what is signed
     * @return the header {@code Authorization}
     */
    public String sign(long timestamp, byte[] body) {
        return signer.authorization(key, endpoint, timestamp, body);
    }

    /**
     * Reads an action from what it looks like on the wire.
     *
     * @param json its body
     * @param type its record
     * @param <T> its record
     * @return the action
     */
    public static <T> T read(String json, Class<T> type) {
        try {
            return new Json().bind(json.getBytes(StandardCharsets.UTF_8), 0, type);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
