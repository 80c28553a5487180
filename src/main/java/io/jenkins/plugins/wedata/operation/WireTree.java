package io.jenkins.plugins.wedata.operation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** WeData's structures as trees of members, by the names that they have on the wire: two of them can be compared so. */
final class WireTree {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
            .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, null))
            .build();

    private WireTree() {}

    /** A tree without members that are null. */
    static ObjectNode of(Record structure) {
        return MAPPER.valueToTree(structure);
    }

    static ObjectNode empty() {
        return MAPPER.createObjectNode();
    }

    /** The record of a tree that was made of such a record. */
    static <T> T read(JsonNode tree, Class<T> structure) {
        try {
            return MAPPER.treeToValue(tree, structure);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(structure.getName() + " cannot be read back from its own tree", e);
        }
    }
}
