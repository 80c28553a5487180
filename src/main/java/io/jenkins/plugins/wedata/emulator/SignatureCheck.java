package io.jenkins.plugins.wedata.emulator;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Verifies TC3-HMAC-SHA256 from what a request says of itself: its own list of signed headers, the host as it was
 * received, the service of its credential scope. Written from the rules, not from the client.
 */
final class SignatureCheck {

    private static final Duration LARGEST_SKEW = Duration.ofSeconds(300);
    private static final String UNSIGNED = "UNSIGNED-PAYLOAD";
    private static final Pattern AUTHORIZATION = Pattern.compile("TC3-HMAC-SHA256 +"
            + "Credential=(?<id>[^/,\\s]+)/(?<day>\\d{4}-\\d{2}-\\d{2})/(?<service>[^/,\\s]+)/tc3_request, *"
            + "SignedHeaders=(?<headers>[^,\\s]+), *Signature=(?<signature>\\S+)");
    /** Kept as they are by Tencent's own signer; the written rule wants every value in lower case. */
    private static final Set<String> KEPT_BY_SDK = Set.of("content-type", "host");

    private final Keys keys;
    private final Switches switches;

    SignatureCheck(Keys keys, Switches switches) {
        this.keys = keys;
        this.switches = switches;
    }

    /**
     * Verifies a request.
     *
     * @param now the service's clock
     * @return who signed it
     * @throws ServiceError when it is refused
     */
    Caller verify(Inbound request, Instant now) {
        Matcher said = AUTHORIZATION.matcher(
                request.header("Authorization").orElseThrow(() -> ServiceError.missing("Authorization")));
        if (!said.matches()) {
            throw invalid("The Authorization header is not of the form that TC3-HMAC-SHA256 asks for.");
        }
        String secretId = said.group("id");
        Keys.Key key = keys.find(secretId)
                .orElseThrow(() -> new ServiceError("AuthFailure.SecretIdNotFound", "The SecretId is not found."));
        Instant signedAt = timestamp(request);
        if (Duration.between(signedAt, now).abs().compareTo(LARGEST_SKEW) > 0) {
            throw new ServiceError(
                    "AuthFailure.SignatureExpire", "The provided credentials are not valid: signature expired.");
        }
        checkSignature(request, said, key, signedAt);
        String token = key.token();
        if (!same(request.header("X-TC-Token").orElse(""), token == null ? "" : token)) {
            throw new ServiceError("AuthFailure.TokenFailure", "The provided token is not valid.");
        }
        if (key.isOver(now)) {
            throw new ServiceError("AuthFailure.TokenFailure", "The provided token has expired.");
        }
        return new Caller(secretId, key.uin(), said.group("service"));
    }

    private static Instant timestamp(Inbound request) {
        String text = request.header("X-TC-Timestamp").orElseThrow(() -> ServiceError.missing("X-TC-Timestamp"));
        try {
            return Instant.ofEpochSecond(Long.parseLong(text));
        } catch (NumberFormatException | DateTimeException e) {
            throw invalid("X-TC-Timestamp is not a number of seconds.");
        }
    }

    private void checkSignature(Inbound request, Matcher said, Keys.Key key, Instant signedAt) {
        List<String> names = List.of(said.group("headers").split(";"));
        if (!names.containsAll(KEPT_BY_SDK)) {
            throw invalid("SignedHeaders must hold content-type and host.");
        }
        for (String name : names) {
            if (request.header(name).isEmpty()) {
                throw invalid("SignedHeaders names a header that the request does not have.");
            }
        }
        String day = signedAt.atOffset(ZoneOffset.UTC).toLocalDate().toString();
        String scope = day + "/" + said.group("service") + "/tc3_request";
        byte[] signingKey = hmac(hmac(hmac(utf8("TC3" + key.secretKey()), day), said.group("service")), "tc3_request");
        UnaryOperator<String> sign = canonical -> HexFormat.of()
                .formatHex(hmac(
                        signingKey,
                        "TC3-HMAC-SHA256\n" + signedAt.getEpochSecond() + "\n" + scope + "\n"
                                + sha256(utf8(canonical))));
        String ofValuesAsTheyAre = sign.apply(canonical(request, names, UnaryOperator.identity()));
        String ofLowerCase = sign.apply(canonical(request, names, value -> value.toLowerCase(Locale.ROOT)));
        boolean right = same(said.group("signature"), ofValuesAsTheyAre) | same(said.group("signature"), ofLowerCase);
        if (!right || !day.equals(said.group("day"))) {
            throw new ServiceError("AuthFailure.SignatureFailure", "The provided credentials could not be validated.");
        }
    }

    private String canonical(Inbound request, List<String> names, UnaryOperator<String> ofKept) {
        String headers = names.stream()
                .map(name -> {
                    String value = request.header(name).orElseThrow();
                    String signed = KEPT_BY_SDK.contains(name) ? ofKept.apply(value) : value.toLowerCase(Locale.ROOT);
                    return name + ":" + signed + "\n";
                })
                .collect(Collectors.joining());
        boolean unsigned = switches.acceptUnsignedPayload()
                && request.header("X-TC-Content-SHA256")
                        .filter(UNSIGNED::equals)
                        .isPresent();
        String payload = sha256(unsigned ? utf8(UNSIGNED) : request.body());
        return "POST\n/\n\n" + headers + "\n" + String.join(";", names) + "\n" + payload;
    }

    private static ServiceError invalid(String message) {
        return new ServiceError("AuthFailure.InvalidAuthorization", message);
    }

    private static boolean same(String given, String right) {
        return MessageDigest.isEqual(utf8(given), utf8(right));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(utf8(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
