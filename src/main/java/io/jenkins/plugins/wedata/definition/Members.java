package io.jenkins.plugins.wedata.definition;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.api.Joined;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A record's components by the names that WeData gives them: with a capital.
 *
 * @param <T> the record
 */
final class Members<T extends Record> {

    private static final int SOME = 5;

    private final RecordComponent[] components;
    private final Constructor<T> constructor;
    private final Map<String, RecordComponent> byName = new LinkedHashMap<>();

    private Members(Class<T> type) {
        components = type.getRecordComponents();
        try {
            constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
        for (RecordComponent component : components) {
            String name = component.getName();
            byName.put(Character.toUpperCase(name.charAt(0)) + name.substring(1), component);
        }
    }

    static <T extends Record> Members<T> of(Class<T> type) {
        return new Members<>(type);
    }

    @CheckForNull
    RecordComponent component(String name) {
        return byName.get(name);
    }

    List<String> names() {
        return new ArrayList<>(byName.keySet());
    }

    /** A few names, for a message. */
    Joined some() {
        return Joined.values(names().stream().limit(SOME).toList());
    }

    /** A record of these values by the components' own names; what is not among them is null. */
    T create(Map<String, Object> values) {
        try {
            return constructor.newInstance(Arrays.stream(components)
                    .map(component -> values.get(component.getName()))
                    .toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(constructor.getDeclaringClass().getName() + " can't be made", e);
        }
    }
}
