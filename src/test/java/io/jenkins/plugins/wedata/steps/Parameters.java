package io.jenkins.plugins.wedata.steps;

import hudson.model.Describable;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** What Jenkins binds of a step or of a structure: the constructor's parameters are required, the setters' are not. */
record Parameters(Class<?> type, Map<String, Type> required, Map<String, Type> optional) {

    static Parameters of(Class<?> type) {
        Map<String, Type> required = new LinkedHashMap<>();
        for (Parameter parameter : constructor(type).getParameters()) {
            required.put(parameter.getName(), parameter.getParameterizedType());
        }
        Map<String, Type> optional = new LinkedHashMap<>();
        for (Method method : type.getMethods()) {
            if (method.isAnnotationPresent(DataBoundSetter.class)) {
                String bean = method.getName().substring(3);
                optional.put(
                        Character.toLowerCase(bean.charAt(0)) + bean.substring(1),
                        method.getGenericParameterTypes()[0]);
            }
        }
        return new Parameters(type, required, optional);
    }

    private static Constructor<?> constructor(Class<?> type) {
        return Stream.of(type.getConstructors())
                .filter(constructor -> constructor.isAnnotationPresent(DataBoundConstructor.class))
                .findFirst()
                .orElseThrow();
    }

    Set<String> names() {
        Set<String> names = new TreeSet<>(required.keySet());
        names.addAll(optional.keySet());
        return names;
    }

    /** Every structure below this, by the path of parameters that leads to it. */
    Map<String, Class<?>> structures() {
        Map<String, Class<?>> found = new LinkedHashMap<>();
        Stream.of(required, optional)
                .flatMap(some -> some.entrySet().stream())
                .forEach(parameter -> structure(parameter.getValue()).ifPresent(structure -> {
                    found.put(parameter.getKey(), structure);
                    of(structure)
                            .structures()
                            .forEach((path, inner) -> found.put(parameter.getKey() + "." + path, inner));
                }));
        return found;
    }

    private static Optional<Class<?>> structure(Type type) {
        Type element = type instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : type;
        return element instanceof Class<?> known && Describable.class.isAssignableFrom(known)
                ? Optional.of(known)
                : Optional.empty();
    }

    /** One that is made with nothing given. */
    Object bare() throws ReflectiveOperationException {
        return constructor(type).newInstance(new Object[required.size()]);
    }

    /** What a parameter is when nobody gives it. */
    Object valueOf(Object bare, String name) throws ReflectiveOperationException {
        String bean = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        Method getter =
                optional.get(name) == boolean.class ? type.getMethod("is" + bean) : type.getMethod("get" + bean);
        return getter.invoke(bare);
    }
}
