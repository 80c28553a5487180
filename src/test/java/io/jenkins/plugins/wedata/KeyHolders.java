package io.jenkins.plugins.wedata;

import hudson.util.Secret;
import io.jenkins.plugins.wedata.api.RoleArn;
import io.jenkins.plugins.wedata.client.ApiKey;
import io.jenkins.plugins.wedata.client.Endpoint;
import io.jenkins.plugins.wedata.client.Region;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.mockito.Mockito;

/** Which types hold a key, and instances of them with a key that can be recognised. */
final class KeyHolders {

    static final String MARKER = "markerKeyHolder0123456789";

    private static final Pattern SECRET = Pattern.compile("(?i).*(secretkey|token|password|authorization|signature).*");

    /** Types that are keys, or what was signed with one. */
    private static final Set<Class<?>> KEYS = Set.of(ApiKey.class, Secret.class);

    private KeyHolders() {}

    /** Whether something of that type and name holds a key, itself or in its parts. */
    static boolean holds(Type type, String name) {
        if (type instanceof ParameterizedType generic) {
            return holds(generic.getRawType(), name)
                    || Arrays.stream(generic.getActualTypeArguments()).anyMatch(part -> holds(part, name));
        }
        if (!(type instanceof Class<?> plain)) {
            return false;
        }
        boolean text = plain == String.class || plain == byte[].class || plain == char[].class;
        return KEYS.contains(plain)
                || (text && SECRET.matcher(name).matches())
                || (plain == Map.class && name.equals("headers"))
                || (plain.isRecord() && holdsOne(plain));
    }

    private static boolean holdsOne(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(part -> part.getType() != type)
                .anyMatch(part -> holds(part.getGenericType(), part.getName()));
    }

    /** The fields of an object of that type, its superclasses' included, that hold a key. */
    static List<Field> keyFields(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .filter(field -> holds(field.getGenericType(), field.getName()))
                .toList();
    }

    /** A record in which every key is the marker. */
    static Object record(Class<?> type) throws ReflectiveOperationException {
        RecordComponent[] parts = type.getRecordComponents();
        Class<?>[] types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = new Object[parts.length];
        for (int i = 0; i < parts.length; i++) {
            values[i] = value(parts[i].getGenericType(), parts[i].getName());
        }
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor.newInstance(values);
    }

    private static Object value(Type type, String name) throws ReflectiveOperationException {
        if (type instanceof ParameterizedType generic) {
            Object part = value(generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1], name);
            return switch (((Class<?>) generic.getRawType()).getSimpleName()) {
                case "Optional" -> Optional.of(part);
                case "List" -> List.of(part);
                case "Map" -> Map.of("Authorization", MARKER);
                default -> mock((Class<?>) generic.getRawType());
            };
        }
        return type instanceof Class<?> plain ? plainValue(plain, name) : MARKER;
    }

    private static Object plainValue(Class<?> type, String name) throws ReflectiveOperationException {
        if (type == String.class) {
            return SECRET.matcher(name).matches() ? MARKER : "AKIDharmless";
        }
        if (type == ApiKey.class) {
            return new ApiKey("AKIDharmless", MARKER, Optional.of(MARKER));
        }
        if (type == Secret.class) {
            return Secret.fromString(MARKER);
        }
        if (type == byte[].class) {
            return MARKER.getBytes(StandardCharsets.UTF_8);
        }
        if (type.isPrimitive()) {
            return type == boolean.class ? (Object) false : type == long.class ? (Object) 1L : (Object) 1;
        }
        Object known = Map.<Class<?>, Object>of(
                        Region.class,
                        new Region("ap-guangzhou"),
                        Endpoint.class,
                        Endpoint.parse("https://wedata.example.org"),
                        RoleArn.class,
                        RoleArn.parse("qcs::cam::uin/100000000001:roleName/release")
                                .orElseThrow(),
                        Duration.class,
                        Duration.ofHours(1),
                        Instant.class,
                        Instant.EPOCH,
                        Long.class,
                        1L)
                .get(type);
        if (known != null) {
            return known;
        }
        return type.isRecord() ? record(type) : mock(type);
    }

    private static Object mock(Class<?> type) {
        return type.isEnum() ? type.getEnumConstants()[0] : Mockito.mock(type);
    }
}
