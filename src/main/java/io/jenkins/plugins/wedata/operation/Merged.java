package io.jenkins.plugins.wedata.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is wanted, laid over what is there. What is left out stays as it is: members of an object, and single settings,
 * which WeData adds some of by itself. Of other lists the elements are the wanted ones, each with what is there of it.
 */
final class Merged {

    /** By what elements are told apart, most telling first. */
    private static final List<String> KEYS =
            List.of("ParamKey", "Id", "TablePhysicalId", "SourceSchemaId", "SourceId", "Name", "Key", "TaskId");

    private static final String EXTRAS = "TaskExtConfigurationList";

    private Merged() {}

    static JsonNode of(String name, JsonNode present, JsonNode wanted) {
        if (present instanceof ObjectNode there && wanted instanceof ObjectNode over) {
            ObjectNode merged = there.deepCopy();
            over.fields()
                    .forEachRemaining(member -> merged.set(
                            member.getKey(), of(member.getKey(), there.path(member.getKey()), member.getValue())));
            return merged;
        }
        return present instanceof ArrayNode there && wanted instanceof ArrayNode over
                ? ofLists(name, there, over)
                : wanted.deepCopy();
    }

    private static ArrayNode ofLists(String name, ArrayNode present, ArrayNode wanted) {
        ArrayNode merged = wanted.arrayNode();
        Set<JsonNode> taken = new HashSet<>();
        for (JsonNode element : wanted) {
            Optional<JsonNode> same = sameAs(element, present);
            same.ifPresent(taken::add);
            merged.add(same.map(there -> of(name, there, element)).orElse(element));
        }
        if (name.equals(EXTRAS) || isSettings(present)) {
            present.forEach(left -> {
                if (!taken.contains(left)) {
                    merged.add(left);
                }
            });
        }
        return merged;
    }

    private static boolean isSettings(ArrayNode list) {
        return !list.isEmpty()
                && list.get(0).has("Name")
                && list.get(0).has("Value")
                && !list.get(0).has("Id");
    }

    private static Optional<JsonNode> sameAs(JsonNode element, ArrayNode list) {
        Optional<String> key = keyOf(element);
        for (JsonNode other : list) {
            if (key.isPresent() && element.get(key.get()).equals(other.get(key.get()))) {
                return Optional.of(other);
            }
        }
        return Optional.empty();
    }

    /** The member by which an element is told apart. */
    static Optional<String> keyOf(JsonNode element) {
        return KEYS.stream()
                .filter(member -> !element.path(member).asText("").isEmpty())
                .findFirst();
    }
}
