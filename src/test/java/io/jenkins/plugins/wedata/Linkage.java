package io.jenkins.plugins.wedata;

import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Resolves a line of signatures.txt as the JVM would: in the class named, then in what it extends and implements. */
public final class Linkage {

    private Linkage() {}

    /**
     * Looks for what the line names.
     *
     * @param line a line of signatures.txt
     * @param loader where to find the classes
     * @return what is wrong; empty when the line resolves
     */
    public static Optional<String> find(String line, ClassLoader loader) {
        String[] parts = line.split(" ");
        try {
            Class<?> owner = Class.forName(parts[1].replace('/', '.'), false, loader);
            boolean found =
                    switch (parts[0]) {
                        case "class" -> isVisible(owner.getModifiers());
                        case "field" -> hasField(owner, parts[2], type(parts[3], loader));
                        case "method" -> hasMethod(owner, parts[2], parts[3], loader);
                        case "interface-method" -> owner.isInterface() && hasMethod(owner, parts[2], parts[3], loader);
                        default -> throw new IllegalArgumentException(line);
                    };
            return found ? Optional.empty() : Optional.of("not there: " + line);
        } catch (ClassNotFoundException | LinkageError | TypeNotPresentException e) {
            return Optional.of(e + " at " + line);
        }
    }

    private static Class<?> type(String descriptor, ClassLoader loader) {
        return MethodType.fromMethodDescriptorString("()" + descriptor, loader).returnType();
    }

    private static boolean hasField(Class<?> owner, String name, Class<?> type) {
        return superTypes(owner)
                .flatMap(c -> Arrays.stream(c.getDeclaredFields()))
                .filter(f -> isVisible(f.getModifiers()))
                .anyMatch((Field f) -> f.getName().equals(name) && f.getType() == type);
    }

    private static boolean hasMethod(Class<?> owner, String name, String descriptor, ClassLoader loader) {
        MethodType type = MethodType.fromMethodDescriptorString(descriptor, loader);
        if (name.equals("<init>")) {
            return Arrays.stream(owner.getDeclaredConstructors())
                    .anyMatch((Constructor<?> c) -> isVisible(c.getModifiers()) && takes(c, type));
        }
        Stream<Class<?>> types =
                owner.isInterface() ? Stream.concat(superTypes(owner), Stream.of(Object.class)) : superTypes(owner);
        return types.flatMap(c -> Arrays.stream(c.getDeclaredMethods()))
                .filter((Method m) -> m.getName().equals(name) && m.getReturnType() == type.returnType())
                .anyMatch(m -> isVisible(m.getModifiers()) && takes(m, type));
    }

    private static <T extends Executable & Member> boolean takes(T executable, MethodType type) {
        return Arrays.asList(executable.getParameterTypes()).equals(type.parameterList());
    }

    private static boolean isVisible(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private static Stream<Class<?>> superTypes(Class<?> type) {
        Stream<Class<?>> above =
                Stream.concat(Stream.ofNullable(type.getSuperclass()), Arrays.stream(type.getInterfaces()));
        return Stream.concat(Stream.of(type), above.flatMap(Linkage::superTypes));
    }
}
