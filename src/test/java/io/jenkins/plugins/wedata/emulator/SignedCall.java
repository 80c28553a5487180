package io.jenkins.plugins.wedata.emulator;

import com.tencentcloudapi.common.Sign;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import io.jenkins.plugins.wedata.client.WireRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A request signed with the hash functions of Tencent's SDK. Each part can be changed before or after it is signed. */
final class SignedCall {

    static final String SECRET_ID = "AKIDEXAMPLE0123456789abcdefghijklmno";
    static final String SECRET_KEY = "EXAMPLEKEY0123456789abcdefghijkl";

    /** The actions of the newer version; the others are of the older one. */
    private static final Set<String> OF_2025 = Set.of(
            "GetTask",
            "GetTriggerTask",
            "UpdateTaskPartially",
            "UpdateTriggerTaskPartially",
            "CreateTriggerTask",
            "ListProjects",
            "ListResourceGroups",
            "ListTaskVersions",
            "ListTasks",
            "ListTriggerTasks",
            "ListTriggerWorkflows",
            "ListWorkflows");

    private final String action;
    private final byte[] body;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private String secretId = SECRET_ID;
    private String secretKey = SECRET_KEY;
    private Instant at = Instant.EPOCH;
    private String service = "wedata";
    private String signed = "content-type;host";
    private boolean unsignedPayload;

    private SignedCall(String action, String version, byte[] body) {
        this.action = action;
        this.body = body;
        headers.put("Host", "wedata.tencentcloudapi.com");
        headers.put("Content-Type", "application/json; charset=utf-8");
        headers.put("X-TC-Action", action);
        headers.put("X-TC-Version", version);
        headers.put("X-TC-Region", "ap-guangzhou");
    }

    static SignedCall of(String action, String body) {
        return of(action, body.getBytes(StandardCharsets.UTF_8));
    }

    static SignedCall of(String action, byte[] body) {
        return new SignedCall(action, versionOf(action), body);
    }

    private static String versionOf(String action) {
        if (action.equals("AssumeRole")) {
            return "2018-08-13";
        }
        return OF_2025.contains(action) ? "2025-08-06" : "2021-08-20";
    }

    SignedCall at(Instant when) {
        at = when;
        return this;
    }

    SignedCall key(String id, String key) {
        secretId = id;
        secretKey = key;
        return this;
    }

    /** Puts a header there before the request is signed; null takes it away. */
    SignedCall header(String name, String value) {
        if (value == null) {
            headers.remove(name);
        } else {
            headers.put(name, value);
        }
        return this;
    }

    SignedCall host(String host) {
        service = host.contains(".") ? host.substring(0, host.indexOf('.')) : host;
        return header("Host", host);
    }

    SignedCall signedHeaders(String names) {
        signed = names;
        return this;
    }

    SignedCall unsignedPayload() {
        unsignedPayload = true;
        return header("X-TC-Content-SHA256", "UNSIGNED-PAYLOAD");
    }

    byte[] body() {
        return body;
    }

    Map<String, String> headers() {
        try {
            Map<String, String> all = new LinkedHashMap<>(headers);
            String seconds = Long.toString(at.getEpochSecond());
            all.put("X-TC-Timestamp", seconds);
            Map<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            byName.putAll(all);
            String lines = java.util.Arrays.stream(signed.split(";"))
                    .map(name -> name + ":" + value(name, byName) + "\n")
                    .collect(Collectors.joining());
            String hash = unsignedPayload ? Sign.sha256Hex("UNSIGNED-PAYLOAD") : Sign.sha256Hex(body);
            String canonical = "POST\n/\n\n" + lines + "\n" + signed + "\n" + hash;
            String day = at.atOffset(ZoneOffset.UTC).toLocalDate().toString();
            String scope = day + "/" + service + "/tc3_request";
            String toSign = "TC3-HMAC-SHA256\n" + seconds + "\n" + scope + "\n" + Sign.sha256Hex(canonical);
            byte[] dayKey = Sign.hmac256(("TC3" + secretKey).getBytes(StandardCharsets.UTF_8), day);
            byte[] signingKey = Sign.hmac256(Sign.hmac256(dayKey, service), "tc3_request");
            all.putIfAbsent(
                    "Authorization",
                    "TC3-HMAC-SHA256 Credential=" + secretId + "/" + scope + ", SignedHeaders=" + signed
                            + ", Signature=" + HexFormat.of().formatHex(Sign.hmac256(signingKey, toSign)));
            return all;
        } catch (TencentCloudSDKException e) {
            throw new AssertionError(e);
        }
    }

    private static String value(String name, Map<String, String> byName) {
        return name.equals("x-tc-action") ? byName.get(name).toLowerCase(java.util.Locale.ROOT) : byName.get(name);
    }

    WireRequest wire() {
        return new WireRequest(URI.create("https://wedata.tencentcloudapi.com/"), headers(), body);
    }

    Inbound inbound() {
        return new Inbound("POST", "/", headers(), body, false);
    }

    @Override
    public String toString() {
        return action;
    }
}
