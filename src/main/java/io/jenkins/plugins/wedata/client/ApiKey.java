package io.jenkins.plugins.wedata.client;

import java.util.Optional;
import org.jvnet.localizer.Localizable;

/**
 * A key of the Tencent Cloud API.
 *
 * @param secretId names the key; {@code AKID...} for lasting keys
 * @param secretKey signs; never shown
 * @param token belongs to a temporary key; never shown
 */
public record ApiKey(String secretId, String secretKey, Optional<String> token) {

    /** What a right SecretId is, for messages. */
    public static final Localizable SECRET_ID_EXPECTED = Messages._ApiKey_SecretIdExpected();

    /** What a right SecretKey is, for messages. */
    public static final Localizable SECRET_KEY_EXPECTED = Messages._ApiKey_SecretKeyExpected();

    /** What a right token is, for messages. */
    public static final Localizable TOKEN_EXPECTED = Messages._ApiKey_TokenExpected();

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
     * Whether a text may be a SecretId.
     *
     * @param text the text
     * @return false when it can't be put into a signature
     */
    public static boolean isSecretId(String text) {
        return isPrintable(text) && text.indexOf(',') < 0 && text.indexOf('/') < 0;
    }

    /**
     * Whether a text may go into a header.
     *
     * @param text the text
     * @return true when it is not empty and all of it is visible ASCII
     */
    public static boolean isPrintable(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c > ' ' && c < 0x7f);
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
