package io.jenkins.plugins.wedata.benchmarks;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jenkins.plugins.wedata.api.CreateTask;
import java.io.IOException;

/** The libraries that the plugin is to use, and of the plugin only the records. */
final class Libraries {

    private Libraries() {}

    /** One client, one call. */
    static void firstCall(int port) throws IOException {
        ObjectMapper mapper = JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        CreateTask action = OurPeer.firstAction();
        byte[] reply = new FloorPeer(port).post(action.type().name(), mapper.writeValueAsBytes(action));
        JsonNode response = mapper.readTree(reply).path("Response");
        if (mapper.treeToValue(response, action.type().result()).data() == null) {
            throw new IOException("the reply has no task");
        }
    }
}
