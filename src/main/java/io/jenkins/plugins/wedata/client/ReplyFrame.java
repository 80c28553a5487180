package io.jenkins.plugins.wedata.client;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.IOException;
import java.util.Optional;

/**
 * What a reply says beside the result. To find it the whole reply is gone through, but nothing of a result is kept, which
 * may be large.
 *
 * @param begin where the object {@code Response} begins, in bytes
 * @param requestId the member {@code RequestId}
 * @param error the member {@code Error}
 */
record ReplyFrame(
        int begin,
        @CheckForNull JsonNode requestId,
        @CheckForNull JsonNode error) {

    /**
     * Goes through a reply.
     *
     * @param reply at its beginning
     * @return empty when it has no object {@code Response}
     * @throws IOException when it is not JSON, or more than that
     */
    static Optional<ReplyFrame> of(JsonParser reply) throws IOException {
        Optional<ReplyFrame> frame = Optional.empty();
        if (reply.nextToken() == JsonToken.START_OBJECT) {
            while (reply.nextToken() == JsonToken.FIELD_NAME) {
                if (reply.currentName().equals("Response")) {
                    frame = reply.nextToken() == JsonToken.START_OBJECT
                            ? Optional.of(response(reply))
                            : Optional.empty();
                } else {
                    reply.nextToken();
                }
                reply.skipChildren();
            }
        }
        reply.skipChildren();
        if (reply.nextToken() != null) {
            throw new JsonParseException(reply, "more than one value");
        }
        return frame;
    }

    private static ReplyFrame response(JsonParser reply) throws IOException {
        int begin = (int) reply.currentTokenLocation().getByteOffset();
        if (begin < 0) {
            throw new JsonParseException(reply, "no UTF-8");
        }
        JsonNode requestId = null;
        JsonNode error = null;
        while (reply.nextToken() == JsonToken.FIELD_NAME) {
            String name = reply.currentName();
            reply.nextToken();
            switch (name) {
                case "RequestId" -> requestId = reply.readValueAsTree();
                case "Error" -> error = reply.readValueAsTree();
                default -> reply.skipChildren();
            }
        }
        return new ReplyFrame(begin, requestId, error);
    }
}
