package io.jenkins.plugins.wedata.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;

/** Replies that no client should have to read. */
final class Malformed {

    /** Where a redirect leads: a name that never resolves. */
    private static final String ELSEWHERE = "https://elsewhere.invalid/";

    private Malformed() {}

    static Answer.Whole status(FaultKind kind, Instant date) {
        return switch (kind) {
            case STATUS_408 -> page(408, date, "Request Timeout");
            case STATUS_429 -> page(429, date, "Too Many Requests");
            case STATUS_502 -> page(502, date, "Bad Gateway");
            case STATUS_503 -> page(503, date, "Service Unavailable");
            case REDIRECT -> new Answer.Whole(302, date, Map.of("Location", ELSEWHERE), new byte[0]);
            default -> throw new IllegalArgumentException(kind.text() + " is no status");
        };
    }

    private static Answer.Whole page(int status, Instant date, String reason) {
        String html = "<html><head><title>" + status + " " + reason + "</title></head><body><h1>" + reason
                + "</h1></body></html>";
        return new Answer.Whole(
                status, date, Map.of("Content-Type", "text/html"), html.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] body(FaultKind kind, ObjectNode envelope) {
        return switch (kind) {
            case EMPTY -> new byte[0];
            case EMPTY_OBJECT -> new byte[] {'{', '}'};
            case CUT_JSON -> {
                byte[] whole = Json.write(envelope);
                yield Arrays.copyOf(whole, whole.length / 2);
            }
            case WRONG_KIND, NULL_DATA, NO_REQUEST_ID -> Json.write(twisted(kind, envelope));
            default -> throw new IllegalArgumentException(kind.text() + " is no body");
        };
    }

    private static ObjectNode twisted(FaultKind kind, ObjectNode envelope) {
        ObjectNode response = (ObjectNode) envelope.get("Response");
        if (kind == FaultKind.NO_REQUEST_ID) {
            response.remove("RequestId");
            return envelope;
        }
        JsonNode requestId = response.get("RequestId");
        response.fields().forEachRemaining(member -> member.setValue(
                kind == FaultKind.NULL_DATA ? NullNode.getInstance() : otherKind(member.getValue())));
        response.set("RequestId", requestId);
        return envelope;
    }

    private static JsonNode otherKind(JsonNode value) {
        return value.isValueNode() ? Json.object() : TextNode.valueOf("unexpected");
    }
}
