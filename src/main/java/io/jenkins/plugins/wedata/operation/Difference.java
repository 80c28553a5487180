package io.jenkins.plugins.wedata.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * By what a task that is there differs from what is wanted.
 *
 * @param present what is there: members by the name of the structure that they are in
 * @param expected what should be there, likewise: what is wanted, laid over what is there
 * @param fields the members that differ, such as {@code TriggerTaskConfiguration.CodeContent}
 */
record Difference(ObjectNode present, ObjectNode expected, List<String> fields) {

    static Difference between(ObjectNode present, ObjectNode wanted) {
        ObjectNode expected = WireTree.empty();
        List<String> fields = new ArrayList<>();
        wanted.fields().forEachRemaining(structure -> {
            JsonNode there = present.path(structure.getKey());
            JsonNode merged =
                    Merged.of(structure.getKey(), there.isObject() ? there : WireTree.empty(), structure.getValue());
            expected.set(structure.getKey(), merged);
            structure.getValue().fieldNames().forEachRemaining(name -> {
                if (!Normalised.isSame(name, there.path(name), merged.path(name))) {
                    fields.add(structure.getKey() + "." + name);
                }
            });
        });
        return new Difference(present, expected, fields);
    }

    boolean isNone() {
        return fields.isEmpty();
    }

    /** Of a structure that is expected only what differs; a missing node when nothing does. */
    JsonNode changes(String structure) {
        ObjectNode changes = WireTree.empty();
        for (String field : fields) {
            String name = field.substring(field.indexOf('.') + 1);
            if (field.equals(structure + "." + name)) {
                changes.set(name, expected.path(structure).path(name));
            }
        }
        return changes.isEmpty() ? changes.path(structure) : changes;
    }

    /** The elements of a list that are there and are not expected, by the values of their key. */
    List<String> gone(String structure, String list, String key) {
        if (!fields.contains(structure + "." + list)) {
            return List.of();
        }
        List<String> kept = keys(expected.path(structure).path(list), key);
        return keys(present.path(structure).path(list), key).stream()
                .filter(value -> !kept.contains(value))
                .toList();
    }

    private static List<String> keys(JsonNode list, String key) {
        List<String> keys = new ArrayList<>();
        // Nothing in the place of a key would name all elements, or none.
        list.forEach(element -> {
            String value = element.path(key).asText();
            if (!value.isBlank()) {
                keys.add(value);
            }
        });
        return keys;
    }

    /** What every field that differs should become, as texts that nothing can be read out of. */
    Map<String, String> digests() {
        return digests(expected, fields);
    }

    static Map<String, String> digests(ObjectNode state, Iterable<String> fields) {
        Map<String, String> digests = new LinkedHashMap<>();
        for (String field : fields) {
            int end = field.indexOf('.');
            String name = field.substring(end + 1);
            JsonNode value = state.path(field.substring(0, end)).path(name);
            digests.put(field, Normalised.digest(name, value));
        }
        return digests;
    }
}
