package io.jenkins.plugins.wedata.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.wedata.api.AssumeRole;
import io.jenkins.plugins.wedata.api.WeDataAction;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Right replies of every action: the published ones, one with every member that its record has, and one with an error. */
final class ReplySeeds {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** An action and a reply to it. */
    record Seed(WeDataAction<?> action, byte[] body) {}

    private ReplySeeds() {}

    static List<Seed> all() throws IOException {
        List<Seed> seeds = new ArrayList<>(published());
        for (WeDataAction<?> action : actions()) {
            seeds.add(new Seed(action, bytes(full(action))));
            seeds.add(new Seed(
                    action,
                    ScriptedTransport.error("RequestLimitExceeded.UinLimitExceeded")
                            .getBytes(StandardCharsets.UTF_8)));
        }
        return seeds;
    }

    private static List<Seed> published() throws IOException {
        List<Seed> seeds = new ArrayList<>();
        for (Object[] row : SamplesTest.samples().toList()) {
            JsonNode sample = (JsonNode) row[1];
            seeds.add(new Seed(SamplesTest.action(sample), bytes(sample.get("response"))));
        }
        return seeds;
    }

    /** One call of each action. */
    static List<WeDataAction<?>> actions() throws IOException {
        Map<String, WeDataAction<?>> byName = new HashMap<>();
        for (Seed seed : published()) {
            byName.put(seed.action().type().name(), seed.action());
        }
        List<WeDataAction<?>> actions = new ArrayList<>(byName.values());
        actions.add(new AssumeRole("qcs::cam::uin/1:roleName/r", "session", 900L, null));
        actions.sort((one, other) -> one.type().name().compareTo(other.type().name()));
        return actions;
    }

    /** A reply in which every member of the record is there. */
    static ObjectNode full(WeDataAction<?> action) {
        ObjectNode response = (ObjectNode) value(action.type().result(), Map.of());
        response.put("RequestId", ScriptedTransport.REQUEST_ID);
        return NODES.objectNode().set("Response", response);
    }

    private static JsonNode value(Type type, Map<TypeVariable<?>, Type> known) {
        if (type instanceof TypeVariable<?> variable) {
            return value(known.get(variable), known);
        }
        if (type instanceof ParameterizedType generic) {
            Class<?> raw = (Class<?>) generic.getRawType();
            Type argument = generic.getActualTypeArguments()[0];
            if (raw == List.class) {
                return NODES.arrayNode().add(value(argument, known));
            }
            Type resolved = argument instanceof TypeVariable<?> variable ? known.get(variable) : argument;
            return object(raw, Map.of(raw.getTypeParameters()[0], resolved));
        }
        if (type == String.class) {
            return NODES.textNode("\u4efb\u52a1 1");
        }
        if (type == Boolean.class) {
            return NODES.booleanNode(true);
        }
        if (type == Long.class) {
            return NODES.numberNode(7);
        }
        return type == Double.class ? NODES.numberNode(0.5) : object((Class<?>) type, Map.of());
    }

    private static ObjectNode object(Class<?> type, Map<TypeVariable<?>, Type> known) {
        if (!type.isRecord()) {
            throw new IllegalArgumentException("no value is known for " + type);
        }
        ObjectNode object = NODES.objectNode();
        for (RecordComponent component : type.getRecordComponents()) {
            String name = component.getName();
            object.set(
                    Character.toUpperCase(name.charAt(0)) + name.substring(1),
                    value(component.getGenericType(), known));
        }
        return object;
    }

    static byte[] bytes(JsonNode node) throws IOException {
        return MAPPER.writeValueAsBytes(node);
    }
}
