package io.jenkins.plugins.wedata.rehearsal.engine;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import groovy.lang.Closure;
import groovy.lang.GString;
import io.jenkins.plugins.wedata.rehearsal.binding.DataBoundModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a step is called with: named arguments, texts flattened, and the block. The rules are those of Jenkins'
 * {@code DSL.parseArgs}: one map is the named arguments, one other value belongs to the sole required parameter, and a
 * trailing closure is the block of a step that takes one.
 *
 * @param named by name
 * @param body the block; null when there is none
 */
record Arguments(Map<String, Object> named, @CheckForNull Closure<?> body) {

    /**
     * Takes Groovy's packing of a call apart.
     *
     * @param packed what {@code invokeMethod} was given
     * @param takesBody whether a trailing closure is a block
     * @param model what the step takes
     * @throws IllegalArgumentException when values are given without names; the words are Jenkins' own
     */
    static Arguments parse(Object packed, boolean takesBody, DataBoundModel<?> model) {
        String soleKey = model.soleRequiredParameter().orElse(null);
        boolean soleOnly = soleKey != null && model.parameterNames().size() == 1;
        return parse(packed, takesBody, soleKey, soleOnly);
    }

    /** For a step that takes any names and nothing unnamed. */
    static Arguments parseNamed(Object packed) {
        return parse(packed, false, null, false);
    }

    private static Arguments parse(Object packed, boolean takesBody, @CheckForNull String soleKey, boolean soleOnly) {
        List<Object> values =
                new ArrayList<>(packed instanceof Object[] array ? Arrays.asList(array) : List.of(packed));
        Closure<?> body = null;
        if (takesBody && !values.isEmpty() && values.get(values.size() - 1) instanceof Closure<?> last) {
            body = last;
            values.remove(values.size() - 1);
        }
        if (values.isEmpty()) {
            return new Arguments(Map.of(), body);
        }
        if (values.size() > 1) {
            throw new IllegalArgumentException("Expected named arguments but got " + values);
        }
        Object only = values.get(0);
        if (only instanceof Map<?, ?> map && !map.containsKey("$class")) {
            if (!soleOnly || map.size() == 1 && map.containsKey(soleKey)) {
                return new Arguments(flattened(map), body);
            }
        }
        if (soleKey == null) {
            throw new IllegalArgumentException("Expected named arguments but got " + only);
        }
        Map<String, Object> sole = new LinkedHashMap<>();
        sole.put(soleKey, flatten(only));
        return new Arguments(sole, body);
    }

    private static Map<String, Object> flattened(Map<?, ?> map) {
        Map<String, Object> named = new LinkedHashMap<>();
        map.forEach((key, value) -> named.put(key.toString(), flatten(value)));
        return named;
    }

    @CheckForNull
    private static Object flatten(@CheckForNull Object value) {
        if (value instanceof GString) {
            return value.toString();
        }
        if (value instanceof List<?> list) {
            List<Object> flat = new ArrayList<>();
            list.forEach(element -> flat.add(flatten(element)));
            return flat;
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> flat = new LinkedHashMap<>();
            map.forEach((key, element) -> flat.put(flatten(key), flatten(element)));
            return flat;
        }
        return value;
    }
}
