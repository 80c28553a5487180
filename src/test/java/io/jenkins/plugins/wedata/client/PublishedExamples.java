package io.jenkins.plugins.wedata.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.wedata.api.WeDataAction;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The examples of WeData's reference pages and Tencent's samples, as records. */
final class PublishedExamples {

    private static final String PLACE = "/io/jenkins/plugins/wedata/";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final List<JsonNode> examples;

    PublishedExamples() throws IOException {
        examples = Stream.concat(
                        stream("emulator/page-examples.json", "examples"), stream("samples/samples.json", "samples"))
                .toList();
    }

    private Stream<JsonNode> stream(String file, String member) throws IOException {
        try (InputStream in = PublishedExamples.class.getResourceAsStream(PLACE + file)) {
            return StreamSupport.stream(
                    MAPPER.readTree(in.readAllBytes()).get(member).spliterator(), false);
        }
    }

    /**
     * The first request of an action whose reply is one, or an error.
     *
     * @param type the action's record
     * @param error whether the reply is an error
     */
    <T extends WeDataAction<?>> T request(Class<T> type, boolean error) throws IOException {
        byte[] request = MAPPER.writeValueAsBytes(find(type, error).get("request"));
        return new Json().bind(request, 0, type);
    }

    /** The member {@code Error} of an action's first reply that is one. */
    JsonNode error(WeDataAction<?> action) {
        return find(action.getClass(), true).at("/response/Response/Error");
    }

    private JsonNode find(Class<?> type, boolean error) {
        return examples.stream()
                .filter(example -> example.get("action").textValue().equals(type.getSimpleName()))
                .filter(example -> example.at("/response/Response").has("Error") == error)
                .findFirst()
                .orElseThrow();
    }
}
