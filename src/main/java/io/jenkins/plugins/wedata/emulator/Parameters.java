package io.jenkins.plugins.wedata.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** The parameters of one request, or of one object in it. Remembers which were asked for: the others are unknown. */
final class Parameters {

    private final JsonNode node;
    private final String path;
    private final Set<String> known = new HashSet<>();
    private final List<Parameters> inner = new ArrayList<>();

    Parameters(JsonNode node) {
        this(node, "");
    }

    private Parameters(JsonNode node, String path) {
        this.node = node;
        this.path = path;
    }

    /** A text that must be there and not be empty. */
    String text(String name) {
        String text = optionalText(name).orElseThrow(() -> ServiceError.missing(path + name));
        if (text.isBlank()) {
            throw new ServiceError("InvalidParameter", "The parameter `" + path + name + "` must not be empty.");
        }
        return text;
    }

    /** A text that must be there and may be empty. */
    String presentText(String name) {
        return optionalText(name).orElseThrow(() -> ServiceError.missing(path + name));
    }

    Optional<String> optionalText(String name) {
        return given(name).map(value -> {
            if (!value.isTextual()) {
                throw ServiceError.wrongKind(path + name);
            }
            return value.textValue();
        });
    }

    /** An integer that must be there; a text of digits is one, too. */
    long integer(String name) {
        return optionalInteger(name).orElseThrow(() -> ServiceError.missing(path + name));
    }

    Optional<Long> optionalInteger(String name) {
        return given(name).map(value -> {
            boolean digits = value.isTextual() && value.textValue().strip().matches("-?[0-9]{1,20}");
            if (!digits && !value.isIntegralNumber()) {
                throw ServiceError.wrongKind(path + name);
            }
            BigInteger number = digits ? new BigInteger(value.textValue().strip()) : value.bigIntegerValue();
            if (number.bitLength() > 63) {
                throw ServiceError.wrongKind(path + name);
            }
            return number.longValue();
        });
    }

    /** An integer that is one of a few, when it is there. */
    Optional<Long> optionalOneOf(String name, Set<Long> values) {
        Optional<Long> value = optionalInteger(name);
        value.filter(number -> !values.contains(number)).ifPresent(number -> refuseValue(name, number));
        return value;
    }

    /** A text that is one of a few, when it is there and not empty. */
    Optional<String> optionalWord(String name, Set<String> words) {
        Optional<String> word = optionalText(name).filter(text -> !text.isEmpty());
        word.filter(text -> !words.contains(text)).ifPresent(text -> refuseValue(name, text));
        return word;
    }

    private void refuseValue(String name, Object value) {
        throw new ServiceError(
                "InvalidParameterValue", "The value " + value + " of parameter `" + path + name + "` is not valid.");
    }

    void optionalNumber(String name) {
        given(name).filter(value -> !value.isNumber()).ifPresent(value -> {
            throw ServiceError.wrongKind(path + name);
        });
    }

    Optional<Boolean> optionalFlag(String name) {
        return given(name).map(value -> {
            if (!value.isBoolean()) {
                throw ServiceError.wrongKind(path + name);
            }
            return value.booleanValue();
        });
    }

    /** An object that must be there, with or without members. */
    Parameters object(String name) {
        return optionalObject(name).orElseThrow(() -> ServiceError.missing(path + name));
    }

    Optional<Parameters> optionalObject(String name) {
        return given(name).map(value -> {
            if (!value.isObject()) {
                throw ServiceError.wrongKind(path + name);
            }
            Parameters object = new Parameters(value, path + name + ".");
            inner.add(object);
            return object;
        });
    }

    /** Everything that was given, known or not. */
    ObjectNode copy() {
        return node.deepCopy();
    }

    /** A list of objects; none when it is absent. */
    List<Parameters> objects(String name) {
        List<Parameters> objects = new ArrayList<>();
        for (JsonNode element : list(name)) {
            if (!element.isObject()) {
                throw ServiceError.wrongKind(path + name + "." + objects.size());
            }
            objects.add(new Parameters(element, path + name + "." + objects.size() + "."));
        }
        inner.addAll(objects);
        return objects;
    }

    /** A list of objects of which there must be one. */
    List<Parameters> someObjects(String name) {
        if (given(name).isEmpty()) {
            throw ServiceError.missing(path + name);
        }
        List<Parameters> objects = objects(name);
        if (objects.isEmpty()) {
            throw new ServiceError("InvalidParameter", "The parameter `" + path + name + "` must not be empty.");
        }
        return objects;
    }

    /** A list of texts; none when it is absent. */
    List<String> texts(String name) {
        return StreamSupport.stream(list(name).spliterator(), false)
                .map(element -> {
                    if (!element.isTextual()) {
                        throw ServiceError.wrongKind(path + name);
                    }
                    return element.textValue();
                })
                .toList();
    }

    /**
     * Refuses what nobody asked for.
     *
     * @throws ServiceError naming the first unknown parameter
     */
    void refuseUnknown() {
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw new ServiceError("UnknownParameter", "The parameter `" + path + name + "` is not recognized.");
            }
        });
        inner.forEach(Parameters::refuseUnknown);
    }

    private Iterable<JsonNode> list(String name) {
        Optional<JsonNode> value = given(name);
        if (value.isPresent() && !value.get().isArray()) {
            throw ServiceError.wrongKind(path + name);
        }
        return value.<Iterable<JsonNode>>map(list -> list).orElse(List.of());
    }

    private Optional<JsonNode> given(String name) {
        known.add(name);
        return Optional.ofNullable(node.get(name)).filter(value -> !value.isNull());
    }
}
