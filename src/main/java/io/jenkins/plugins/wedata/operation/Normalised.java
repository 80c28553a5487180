package io.jenkins.plugins.wedata.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A value in the one form in which what means the same is the same. */
final class Normalised {

    private static final Set<String> WEDATAS_OWN = Set.of("CreateTime", "UpdateTime", "OperatorUin");
    private static final String CODE = "CodeContent";

    private Normalised() {}

    /** Whether two values of a member mean the same: what is absent, null or empty is one, and so is code in base64. */
    static boolean isSame(String name, JsonNode one, JsonNode other) {
        return of(name, one).equals(of(name, other));
    }

    /** A text that only values of the same meaning have; nothing can be read out of it. */
    static String digest(String name, JsonNode value) {
        try {
            byte[] bytes = of(name, value).toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static JsonNode of(String name, JsonNode value) {
        if (value instanceof ObjectNode object) {
            return object(object);
        }
        if (value instanceof ArrayNode array) {
            return array(name, array);
        }
        boolean nothing = value.isNull()
                || value.isMissingNode()
                || (value.isTextual() && value.asText().isEmpty());
        if (nothing) {
            return MissingNode.getInstance();
        }
        return name.equals(CODE) ? JsonNodeFactory.instance.textNode(decoded(value.asText())) : value;
    }

    private static JsonNode object(ObjectNode object) {
        Map<String, JsonNode> members = new TreeMap<>();
        object.fields().forEachRemaining(member -> {
            JsonNode value = of(member.getKey(), member.getValue());
            if (!value.isMissingNode() && !WEDATAS_OWN.contains(member.getKey())) {
                members.put(member.getKey(), value);
            }
        });
        return members.isEmpty()
                ? MissingNode.getInstance()
                : JsonNodeFactory.instance.objectNode().setAll(members);
    }

    private static JsonNode array(String name, ArrayNode array) {
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(element -> elements.add(of(name, element)));
        elements.removeIf(JsonNode::isMissingNode);
        if (elements.isEmpty()) {
            return MissingNode.getInstance();
        }
        if (elements.stream().allMatch(Normalised::hasNoPlace)) {
            elements.sort(Comparator.comparing(JsonNode::toString));
        }
        return JsonNodeFactory.instance.arrayNode().addAll(elements);
    }

    /** Parameters, settings and tasks are told apart by their keys: where they stand in a list means nothing. */
    private static boolean hasNoPlace(JsonNode element) {
        return element.has("ParamKey")
                || element.has("TablePhysicalId")
                || (!element.has("Id") && (element.has("Name") || element.has("TaskId")));
    }

    private static String decoded(String base64) {
        try {
            return HexFormat.of().formatHex(Base64.getMimeDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            return base64;
        }
    }
}
