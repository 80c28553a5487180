package io.jenkins.plugins.wedata.emulator;

import edu.umd.cs.findbugs.annotations.CheckForNull;
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
     */
    record Key(String secretKey, @CheckForNull String token, String uin) {
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
