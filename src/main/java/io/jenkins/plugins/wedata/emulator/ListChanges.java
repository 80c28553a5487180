package io.jenkins.plugins.wedata.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a partial update changes a structure. That a list which is sent takes the place of the one that is there is not
 * published, and FieldToRemoveList would have no use if it did: its elements are put in by their keys.
 */
final class ListChanges {

    private static final Map<String, String> KEYS = Map.of(
            "TaskExtConfigurationList", "ParamKey",
            "TaskSchedulingParameterList", "ParamKey",
            "ParamTaskOutList", "ParamKey",
            "ParamTaskInList", "ParamKey",
            "UpstreamDependencyConfigList", "TaskId",
            "TaskOutputRegistryList", "TablePhysicalId");

    private ListChanges() {}

    /** Puts in what is sent. */
    static void put(ObjectNode structure, JsonNode sent) {
        sent.fields().forEachRemaining(member -> {
            Optional<String> key = Optional.ofNullable(KEYS.get(member.getKey()));
            if (key.isPresent() && member.getValue().isArray()) {
                ArrayNode list = structure.withArray("/" + member.getKey());
                member.getValue().forEach(element -> putElement(list, element, key.get()));
            } else if (!member.getValue().isNull()) {
                structure.set(member.getKey(), member.getValue());
            }
        });
    }

    private static void putElement(ArrayNode list, JsonNode element, String key) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).path(key).equals(element.path(key))) {
                list.set(i, element);
                return;
            }
        }
        list.add(element);
    }

    /**
     * Takes out what a path such as {@code TaskConfiguration/TaskSchedulingParameterList:aa,bb} names.
     *
     * @param task the structures by their names, which begin with {@code Trigger} for a trigger task
     */
    static void remove(ObjectNode task, String path) {
        String[] parts = path.split("[/:]", 3);
        String key = parts.length == 3 ? KEYS.get(parts[1]) : null;
        JsonNode structure = task.path(parts[0]).isObject() ? task.path(parts[0]) : task.path("Trigger" + parts[0]);
        if (key == null || !structure.isObject()) {
            throw new ServiceError("InvalidParameter", "The path " + path + " of FieldToRemoveList is not valid.");
        }
        Set<String> values = Set.copyOf(List.of(parts[2].split(",")));
        if (structure.path(parts[1]) instanceof ArrayNode list) {
            for (int i = list.size() - 1; i >= 0; i--) {
                if (values.contains(list.get(i).path(key).asText())) {
                    list.remove(i);
                }
            }
        }
    }
}
