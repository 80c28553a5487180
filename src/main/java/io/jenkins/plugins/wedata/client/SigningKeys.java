package io.jenkins.plugins.wedata.client;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * The signing keys that were used last. A key is found by the secret itself, so that a changed secret never meets the key
 * of the old one.
 */
final class SigningKeys {

    /** More accounts than a controller is likely to ship to in a day. */
    private static final int MOST = 32;

    private final Deque<SigningKey> recent = new ArrayDeque<>();
    private volatile SigningKey last;

    SigningKey of(String secretKey, String service, long epochDay) {
        SigningKey candidate = last;
        if (candidate == null || !candidate.isFor(secretKey, service, epochDay)) {
            candidate = findOrDerive(secretKey, service, epochDay);
            last = candidate;
        }
        return candidate;
    }

    private synchronized SigningKey findOrDerive(String secretKey, String service, long epochDay) {
        for (Iterator<SigningKey> keys = recent.iterator(); keys.hasNext(); ) {
            SigningKey key = keys.next();
            if (key.isFor(secretKey, service, epochDay)) {
                keys.remove();
                recent.addFirst(key);
                return key;
            }
        }
        SigningKey derived = new SigningKey(secretKey, service, epochDay);
        recent.addFirst(derived);
        if (recent.size() > MOST) {
            recent.removeLast();
        }
        return derived;
    }

    synchronized int size() {
        return recent.size();
    }
}
