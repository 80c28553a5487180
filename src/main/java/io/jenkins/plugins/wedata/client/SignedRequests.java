package io.jenkins.plugins.wedata.client;

import io.jenkins.plugins.wedata.api.Problem;
import io.jenkins.plugins.wedata.api.WeDataAction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts a call into the request that goes over the wire. */
final class SignedRequests {

    private static final String REQUEST_CLIENT = "jenkins-wedata";

    private final Tc3Signer signer = new Tc3Signer();

    /**
     * Signs a call.
     *
     * @param account where it goes
     * @param key on whose behalf
     * @param action what is called
     * @param body the action as JSON
     * @param now the time as the service sees it
     * @return the request
     * @throws InvalidInputException when the key cannot be put into a header
     */
    WireRequest sign(Account account, ApiKey key, WeDataAction<?> action, byte[] body, Instant now) {
        checkPrintable(key);
        long timestamp = now.getEpochSecond();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Host", account.endpoint().hostHeader());
        headers.put("Content-Type", Tc3Signer.CONTENT_TYPE);
        headers.put("Authorization", signer.authorization(key, account.endpoint(), timestamp, body));
        headers.put("X-TC-Action", action.type().name());
        headers.put("X-TC-Version", action.type().version().wireValue());
        headers.put("X-TC-Region", account.region().id());
        headers.put("X-TC-Timestamp", Long.toString(timestamp));
        headers.put("X-TC-RequestClient", REQUEST_CLIENT);
        key.token().ifPresent(token -> headers.put("X-TC-Token", token));
        return new WireRequest(account.endpoint().uri(), headers, body);
    }

    private static void checkPrintable(ApiKey key) {
        List<Problem> problems = new ArrayList<>();
        if (!ApiKey.isPrintable(key.secretId())) {
            problems.add(new Problem("SecretId", null, ApiKey.TOKEN_EXPECTED.toString()));
        }
        if (key.secretKey().isEmpty()) {
            problems.add(new Problem("SecretKey", null, ApiKey.SECRET_KEY_EXPECTED.toString()));
        }
        if (key.token().isPresent() && !ApiKey.isPrintable(key.token().get())) {
            problems.add(new Problem("token", null, ApiKey.TOKEN_EXPECTED.toString()));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(Messages.SignedRequests_Credential(), problems);
        }
    }
}
