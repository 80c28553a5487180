package io.jenkins.plugins.wedata.rehearsal.binding;

import java.beans.Introspector;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jenkinsci.plugins.structs.describable.CustomDescribableModel;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * What a data-bound class takes, and how an instance is made of named arguments: the rules of structs'
 * {@code DescribableModel}. The constructor's parameters come first and are required, though a missing one is passed as
 * null or as the primitive's zero; each setter is called only when its argument is there.
 *
 * <p>One rule is stricter here: an unknown argument is an error. Jenkins prints the same words as a warning and goes on
 * without the argument, which is what a rehearsal is to find.
 *
 * @param <T> the class
 */
public final class DataBoundModel<T> {

    private final Class<T> type;
    private final Constructor<?> constructor;
    private final Map<String, DataBoundParameter> parameters = new LinkedHashMap<>();

    private DataBoundModel(Class<T> type) {
        this.type = type;
        this.constructor = constructorOf(type);
        Type[] types = constructor.getGenericParameterTypes();
        Parameter[] named = constructor.getParameters();
        for (int i = 0; i < named.length; i++) {
            if (!named[i].isNamePresent()) {
                throw new IllegalArgumentException(type + " was compiled without the names of its parameters");
            }
            parameters.put(named[i].getName(), new DataBoundParameter(named[i].getName(), types[i], null));
        }
        parameters.putAll(settersOf(type));
    }

    /**
     * Reads a class.
     *
     * @param type has a {@code @DataBoundConstructor}
     * @param <T> the class
     * @return its model
     * @throws IllegalArgumentException when it is not data-bound
     */
    public static <T> DataBoundModel<T> of(Class<T> type) {
        return new DataBoundModel<>(type);
    }

    private static Constructor<?> constructorOf(Class<?> type) {
        for (Constructor<?> candidate : type.getConstructors()) {
            if (candidate.isAnnotationPresent(DataBoundConstructor.class)) {
                return candidate;
            }
        }
        throw new IllegalArgumentException(type + " has no public @DataBoundConstructor");
    }

    /** Alphabetical, superclasses included. */
    private static Map<String, DataBoundParameter> settersOf(Class<?> type) {
        Map<String, DataBoundParameter> found = new TreeMap<>();
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            for (Field field : c.getDeclaredFields()) {
                if (field.isAnnotationPresent(DataBoundSetter.class)) {
                    String name = field.getName();
                    found.put(
                            name,
                            new DataBoundParameter(name, field.getGenericType(), DataBoundParameter.through(field)));
                }
            }
            for (Method method : c.getDeclaredMethods()) {
                if (method.isAnnotationPresent(DataBoundSetter.class)) {
                    Type[] types = method.getGenericParameterTypes();
                    if (!method.getName().startsWith("set") || types.length != 1) {
                        throw new IllegalStateException(method + " cannot be a @DataBoundSetter");
                    }
                    String name = Introspector.decapitalize(method.getName().substring(3));
                    found.put(name, new DataBoundParameter(name, types[0], DataBoundParameter.through(method)));
                }
            }
        }
        return found;
    }

    /**
     * The names a Jenkinsfile may use, the required ones first.
     *
     * @return unmodifiable
     */
    public Set<String> parameterNames() {
        return Collections.unmodifiableSet(parameters.keySet());
    }

    /**
     * The names without which there is no instance.
     *
     * @return in the constructor's order
     */
    public List<String> requiredParameters() {
        return parameters.values().stream()
                .filter(DataBoundParameter::isRequired)
                .map(DataBoundParameter::name)
                .toList();
    }

    /**
     * What a parameter takes, without its generics.
     *
     * @param name one of {@link #parameterNames}
     * @return its class
     */
    public Class<?> rawType(String name) {
        Type of = parameters.get(name).type();
        if (of instanceof ParameterizedType generic) {
            of = generic.getRawType();
        }
        return of instanceof Class<?> raw ? raw : Object.class;
    }

    /**
     * The one required parameter, which a call may leave unnamed: {@code echo 'hello'}.
     *
     * @return empty when none or several are required
     */
    public Optional<String> soleRequiredParameter() {
        List<String> required = requiredParameters();
        return required.size() == 1 ? Optional.of(required.get(0)) : Optional.empty();
    }

    /**
     * Makes an instance.
     *
     * @param given by name; values as Groovy literals give them
     * @return the instance
     * @throws IllegalArgumentException when an argument is unknown or can't become what its parameter takes; the message
     *     says which
     */
    public T instantiate(Map<String, ?> given) {
        Map<String, ?> arguments = customised(given);
        refuseUnknown(arguments);
        try {
            Object instance = constructor.newInstance(constructorArguments(arguments));
            for (DataBoundParameter parameter : parameters.values()) {
                DataBoundParameter.Setter setter = parameter.setter();
                if (setter != null && arguments.containsKey(parameter.name())) {
                    Object value = arguments.get(parameter.name());
                    setter.set(instance, Coercion.coerce(setter.place(), parameter.type(), value));
                }
            }
            return type.cast(instance);
        } catch (InvocationTargetException e) {
            throw notInstantiated(arguments, e.getCause());
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw notInstantiated(arguments, e);
        }
    }

    /** The class's own descriptor, nested in it as is the custom, may change or refuse what is given. */
    private Map<String, ?> customised(Map<String, ?> given) {
        for (Class<?> nested : type.getClasses()) {
            if (CustomDescribableModel.class.isAssignableFrom(nested) && !nested.isInterface()) {
                try {
                    CustomDescribableModel descriptor =
                            (CustomDescribableModel) nested.getConstructor().newInstance();
                    return descriptor.customInstantiate(new LinkedHashMap<>(given));
                } catch (ReflectiveOperationException e) {
                    throw new IllegalArgumentException(nested + " can't be made", e);
                }
            }
        }
        return given;
    }

    private void refuseUnknown(Map<String, ?> arguments) {
        Set<String> unknown = new TreeSet<>(arguments.keySet());
        unknown.removeAll(parameters.keySet());
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("Unknown parameter(s) found for class type '" + type.getName() + "': "
                    + String.join(",", unknown) + " (it takes " + String.join(", ", parameters.keySet()) + ")");
        }
    }

    private Object[] constructorArguments(Map<String, ?> arguments) throws ReflectiveOperationException {
        Object[] values = new Object[constructor.getParameterCount()];
        int i = 0;
        for (DataBoundParameter parameter : parameters.values()) {
            if (!parameter.isRequired()) {
                break;
            }
            Object given = arguments.get(parameter.name());
            values[i++] = given == null
                    ? absent(parameter)
                    : Coercion.coerce(type.getName() + "." + parameter.name(), parameter.type(), given);
        }
        return values;
    }

    private static Object absent(DataBoundParameter parameter) {
        if (!(parameter.type() instanceof Class<?> raw) || !raw.isPrimitive()) {
            return null;
        }
        if (raw == char.class) {
            throw new UnsupportedOperationException("not yet handling @DataBoundConstructor default value of " + raw
                    + "; pass an explicit value for " + parameter.name());
        }
        return java.lang.reflect.Array.get(java.lang.reflect.Array.newInstance(raw, 1), 0);
    }

    private IllegalArgumentException notInstantiated(Map<String, ?> arguments, Throwable cause) {
        return new IllegalArgumentException(
                "Could not instantiate " + arguments + " for " + type.getName() + ": " + cause, cause);
    }
}
