package io.jenkins.plugins.wedata.client;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.client.CallException.Failure;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a request carried and no message may repeat. Who refuses a request likes to quote it: the service, a gateway before
 * it, or whoever answers in its place.
 */
final class Echo {

    private static final String HIDDEN = "****";
    private static final String SIGNATURE = "Signature=";

    /** How much of a secret's beginning gives it away: a message may be cut in its midst. */
    private static final int SHORTEST = 8;

    /** What is hidden, and what stands for it. */
    private final Map<String, String> hidden = new LinkedHashMap<>();

    Echo(ApiKey key, WireRequest request) {
        String authorization = request.headers().getOrDefault("Authorization", "");
        int signature = authorization.lastIndexOf(SIGNATURE);
        hide(key.secretKey(), HIDDEN);
        key.token().ifPresent(token -> hide(token, HIDDEN));
        hide(signature < 0 ? "" : authorization.substring(signature + SIGNATURE.length()), HIDDEN);
        hide(key.secretId(), "..." + ApiKey.end(key.secretId()));
    }

    private void hide(String secret, String shown) {
        // What is shorter is no secret, and may be part of any word.
        if (secret.length() >= SHORTEST) {
            hidden.put(secret, shown);
            hidden.put(URLEncoder.encode(secret, StandardCharsets.UTF_8), shown);
        }
    }

    /** The same without what must not be repeated; of our own SecretId the end stays. */
    String without(String text) {
        String shown = text;
        for (Map.Entry<String, String> secret : hidden.entrySet()) {
            shown = without(shown, secret.getKey(), secret.getValue());
        }
        return shown;
    }

    private static String without(String text, String secret, String instead) {
        String beginning = secret.substring(0, SHORTEST);
        StringBuilder shown = new StringBuilder();
        int from = 0;
        for (int at = text.indexOf(beginning); at >= 0; at = text.indexOf(beginning, from)) {
            int same = SHORTEST;
            while (same < secret.length()
                    && at + same < text.length()
                    && text.charAt(at + same) == secret.charAt(same)) {
                same++;
            }
            shown.append(text, from, at).append(same == secret.length() ? instead : HIDDEN);
            from = at + same;
        }
        return shown.append(text, from, text.length()).toString();
    }

    /** The same for all that a failure says. A cause that repeats a secret is left out, for a log shows it too. */
    Failure without(Failure failure) {
        String requestId = failure.requestId();
        return new Failure(
                without(failure.code()),
                without(failure.message()),
                requestId == null ? null : without(requestId),
                failure.advice(),
                isIn(failure.cause()) ? null : failure.cause());
    }

    private boolean isIn(@CheckForNull Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String text = cause.toString();
            if (!without(text).equals(text)) {
                return true;
            }
        }
        return false;
    }
}
