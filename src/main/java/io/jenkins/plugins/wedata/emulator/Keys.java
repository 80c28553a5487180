package io.jenkins.plugins.wedata.emulator;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The keys that the service knows. */
final class Keys {

    /**
     * One key.
     *
     * @param secretKey checks signatures
     * @param token belongs to a temporary key, else null
     * @param uin the account's number
     * @param end when a temporary key ends; null for never
     */
    record Key(
            String secretKey,
            @CheckForNull String token,
            String uin,
            @CheckForNull Instant end) {

        Key(String secretKey, @CheckForNull String token, String uin) {
            this(secretKey, token, uin, null);
        }

        boolean isOver(Instant now) {
            return end != null && !now.isBefore(end);
        }

        @Override
        public String toString() {
            return "Key(" + uin + ")";
        }
    }

    private final Map<String, Key> bySecretId = new ConcurrentHashMap<>();

    void add(String secretId, Key key) {
        bySecretId.put(secretId, key);
    }

    void remove(String secretId) {
        bySecretId.remove(secretId);
    }

    Optional<Key> find(String secretId) {
        return Optional.ofNullable(bySecretId.get(secretId));
    }
}
