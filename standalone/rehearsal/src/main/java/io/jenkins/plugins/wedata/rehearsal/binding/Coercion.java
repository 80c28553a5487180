package io.jenkins.plugins.wedata.rehearsal.binding;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import groovy.lang.GString;
import hudson.model.Result;
import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.net.MalformedURLException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.codehaus.groovy.reflection.ReflectionCache;

/**
 * Turns what a Groovy literal gives into what a parameter takes. The order of the rules is that of structs'
 * {@code DescribableModel.coerce}:
 *
 * <ol>
 *   <li>a parameter of a plain class first gets Groovy's own coercion of an argument, which widens and narrows numbers
 *       and flattens a {@code GString};
 *   <li>a list becomes a collection element by element, by the collection's type argument;
 *   <li>a value that already fits is taken as it is, null included;
 *   <li>a map becomes a data-bound object of the parameter's class, or of the class its {@code $class} names; what a
 *       symbol describes becomes one of the class that bears the symbol;
 *   <li>a text becomes an enum constant by its exact name, a URL, a result, a character, a number, or a boolean (of which
 *       everything but "true" is false);
 *   <li>a list becomes an array; everything else is refused.
 * </ol>
 */
final class Coercion {

    private static final String CLASS_KEY = "$class";

    private Coercion() {}

    /**
     * Coerces one value.
     *
     * @param place where the value goes, for messages
     * @param type what is taken there
     * @param value what is given
     */
    @CheckForNull
    static Object coerce(String place, Type type, @CheckForNull Object value) throws ReflectiveOperationException {
        Class<?> raw = rawClass(type);
        Object given =
                type instanceof Class ? ReflectionCache.getCachedClass(raw).coerceArgument(value) : value;
        if (given instanceof GString) {
            given = given.toString();
        }
        if (given instanceof List<?> list && Collection.class.isAssignableFrom(raw)) {
            return coerceEach(place, elementType(type), list);
        }
        if (given == null || wrapper(raw).isInstance(given)) {
            return given;
        }
        if (given instanceof Described described) {
            Class<?> implementation = Implementations.bySymbol(raw, described.symbol())
                    .orElseThrow(() -> unknown(raw, described.symbol()));
            return DataBoundModel.of(implementation).instantiate(described.arguments());
        }
        if (given instanceof Map<?, ?> map) {
            return coerceMap(raw, map);
        }
        if (given instanceof String text) {
            return coerceText(place, type, raw, text);
        }
        if (given instanceof List<?> list && raw.isArray()) {
            List<Object> elements = coerceEach(place, raw.getComponentType(), list);
            return elements.toArray((Object[]) Array.newInstance(raw.getComponentType(), elements.size()));
        }
        throw refused(place, type, given);
    }

    private static List<Object> coerceEach(String place, Type type, List<?> list) throws ReflectiveOperationException {
        List<Object> coerced = new ArrayList<>();
        for (Object element : list) {
            coerced.add(coerce(place, type, element));
        }
        return coerced;
    }

    private static Object coerceMap(Class<?> raw, Map<?, ?> map) throws ReflectiveOperationException {
        Map<String, Object> arguments = new LinkedHashMap<>();
        map.forEach((key, value) -> arguments.put((String) key, value));
        String named = (String) arguments.remove(CLASS_KEY);
        return DataBoundModel.of(resolve(raw, named)).instantiate(arguments);
    }

    /** Other simple names need the extensions of a running Jenkins. */
    private static Class<?> resolve(Class<?> base, @CheckForNull String name) throws ClassNotFoundException {
        if (name == null && Modifier.isAbstract(base.getModifiers())) {
            throw new UnsupportedOperationException("must specify " + CLASS_KEY + " with an implementation of " + base);
        }
        if (name == null) {
            return base;
        }
        Optional<Class<?>> known = Implementations.byName(base, name);
        if (known.isEmpty() && !name.contains(".")) {
            throw unknown(base, name);
        }
        return known.isPresent() ? known.get() : Class.forName(name, true, base.getClassLoader());
    }

    private static UnsupportedOperationException unknown(Class<?> base, String name) {
        return new UnsupportedOperationException("no known implementation of " + base + " is named " + name);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Object coerceText(String place, Type type, Class<?> raw, String text) {
        Class<?> boxed = wrapper(raw);
        if (raw.isEnum()) {
            return Enum.valueOf(raw.asSubclass(Enum.class), text);
        }
        if (raw == URL.class) {
            return url(text);
        }
        if (raw == Result.class) {
            return Results.parse(text);
        }
        if (boxed == Character.class && text.length() == 1) {
            return text.charAt(0);
        }
        if (Number.class.isAssignableFrom(boxed)) {
            return number(place, boxed, text);
        }
        if (boxed == Boolean.class) {
            return Boolean.valueOf(text);
        }
        throw refused(place, type, text);
    }

    @SuppressWarnings("deprecation")
    private static URL url(String text) {
        try {
            return new URL(text);
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Only the boxes of primitives are parsed; any other number keeps the text, which then doesn't fit. */
    private static Object number(String place, Class<?> boxed, String text) {
        try {
            return switch (boxed.getSimpleName()) {
                case "Integer" -> Integer.valueOf(text);
                case "Long" -> Long.valueOf(text);
                case "Short" -> Short.valueOf(text);
                case "Byte" -> Byte.valueOf(text);
                case "Double" -> Double.valueOf(text);
                case "Float" -> Float.valueOf(text);
                default -> text;
            };
        } catch (NumberFormatException e) {
            throw (ClassCastException) new ClassCastException(place + " expects " + boxed
                            + " but was unable to coerce the received value \"" + text + "\" to that type")
                    .initCause(e);
        }
    }

    private static ClassCastException refused(String place, Type type, Object given) {
        return new ClassCastException(place + " expects " + type + " but received " + given.getClass());
    }

    private static Type elementType(Type collection) {
        if (collection instanceof ParameterizedType generic && generic.getActualTypeArguments().length == 1) {
            return generic.getActualTypeArguments()[0];
        }
        return Object.class;
    }

    private static Class<?> rawClass(Type type) {
        if (type instanceof Class<?> raw) {
            return raw;
        } else if (type instanceof ParameterizedType generic) {
            return (Class<?>) generic.getRawType();
        } else if (type instanceof GenericArrayType array) {
            return rawClass(array.getGenericComponentType()).arrayType();
        } else if (type instanceof WildcardType wildcard) {
            return rawClass(wildcard.getUpperBounds()[0]);
        } else if (type instanceof TypeVariable<?> variable) {
            return rawClass(variable.getBounds()[0]);
        }
        throw new IllegalArgumentException(String.valueOf(type));
    }

    private static Class<?> wrapper(Class<?> raw) {
        return java.lang.invoke.MethodType.methodType(raw).wrap().returnType();
    }
}
