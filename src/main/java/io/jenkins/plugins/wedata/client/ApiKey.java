package io.jenkins.plugins.wedata.client;

import java.util.Optional;

/**
 * A key of the Tencent Cloud API.
 *
 * @param secretId names the key; {@code AKID...} for lasting keys
 * @param secretKey signs; never shown
 * @param token belongs to a temporary key; never shown
 */
public record ApiKey(String secretId, String secretKey, Optional<String> token) {

    /**
     * A lasting key.
     *
     * @param secretId names the key
     * @param secretKey signs
     * @return the key
     */
    public static ApiKey of(String secretId, String secretKey) {
        return new ApiKey(secretId, secretKey, Optional.empty());
    }

    /**
     * What may be shown of a SecretId.
     *
     * @param secretId names a key
     * @return its last four characters
     */
    public static String end(String secretId) {
        return secretId.substring(Math.max(0, secretId.length() - 4));
    }

    /**
     * The end of the id alone.
     *
     * @return a text for logs
     */
    @Override
    public String toString() {
        return "ApiKey(..." + end(secretId) + ")";
    }
}
