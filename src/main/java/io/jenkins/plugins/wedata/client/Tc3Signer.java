package io.jenkins.plugins.wedata.client;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Tencent Cloud's signature TC3-HMAC-SHA256 for a POST of JSON to the path {@code /}, over the headers
 * {@code content-type} and {@code host}: the form that Tencent's own SDK sends.
 */
final class Tc3Signer {

    /** The header {@code Content-Type}, to the letter: the signature covers it. */
    static final String CONTENT_TYPE = "application/json; charset=utf-8";

    private static final String ALGORITHM = "TC3-HMAC-SHA256";
    private static final String SIGNED_HEADERS = "content-type;host";
    private static final int SECONDS_A_DAY = 86_400;
    private static final HexFormat HEX = HexFormat.of();

    private final SigningKeys keys = new SigningKeys();
    private final MessageDigest sha256 = sha256();

    /**
     * The header {@code Authorization}.
     *
     * @param key signs
     * @param endpoint gives the header {@code Host} and the service's name
     * @param timestamp the header {@code X-TC-Timestamp}: seconds since 1970
     * @param body what is sent, to the byte
     * @return the header's value
     */
    String authorization(ApiKey key, Endpoint endpoint, long timestamp, byte[] body) {
        String host = endpoint.hostHeader();
        SigningKey signingKey = keys.of(key.secretKey(), endpoint.service(), Math.floorDiv(timestamp, SECONDS_A_DAY));
        String canonicalRequest = "POST\n/\n\ncontent-type:" + CONTENT_TYPE + "\nhost:" + host + "\n\n" + SIGNED_HEADERS
                + "\n" + hexDigest(body);
        String toSign = ALGORITHM + "\n" + timestamp + "\n" + signingKey.scope() + "\n"
                + hexDigest(canonicalRequest.getBytes(StandardCharsets.UTF_8));
        byte[] signature = signingKey.sign(toSign.getBytes(StandardCharsets.UTF_8));
        return ALGORITHM + " Credential=" + key.secretId() + "/" + signingKey.scope() + ", SignedHeaders="
                + SIGNED_HEADERS + ", Signature=" + HEX.formatHex(signature);
    }

    private String hexDigest(byte[] bytes) {
        try {
            return HEX.formatHex(((MessageDigest) sha256.clone()).digest(bytes));
        } catch (CloneNotSupportedException e) {
            return HEX.formatHex(sha256().digest(bytes));
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
