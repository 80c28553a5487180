package io.jenkins.plugins.wedata.client;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a secret key becomes for one service and one day (UTC); signs for any number of threads. */
final class SigningKey {

    private static final String HMAC = "HmacSHA256";
    private static final String TERMINATOR = "tc3_request";

    private final String secretKey;
    private final String service;
    private final long epochDay;
    private final String scope;
    private final byte[] derived;
    private final Mac prototype;

    SigningKey(String secretKey, String service, long epochDay) {
        this.secretKey = secretKey;
        this.service = service;
        this.epochDay = epochDay;
        String date = LocalDate.ofEpochDay(epochDay).toString();
        this.scope = date + "/" + service + "/" + TERMINATOR;
        byte[] dateKey = hmac(utf8("TC3" + secretKey), date);
        this.derived = hmac(hmac(dateKey, service), TERMINATOR);
        this.prototype = mac(derived);
    }

    boolean isFor(String otherSecretKey, String otherService, long otherDay) {
        return epochDay == otherDay && service.equals(otherService) && secretKey.equals(otherSecretKey);
    }

    /** The credential scope: date, service and terminator. */
    String scope() {
        return scope;
    }

    byte[] sign(byte[] text) {
        return ready().doFinal(text);
    }

    private Mac ready() {
        try {
            return (Mac) prototype.clone();
        } catch (CloneNotSupportedException e) {
            return mac(derived);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        return mac(key).doFinal(utf8(text));
    }

    private static Mac mac(byte[] key) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + HMAC, e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
