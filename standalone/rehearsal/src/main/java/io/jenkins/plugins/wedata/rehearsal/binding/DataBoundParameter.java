package io.jenkins.plugins.wedata.rehearsal.binding;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;

/**
 * One parameter of a data-bound class.
 *
 * @param name as a Jenkinsfile writes it
 * @param type with its generics
 * @param setter how it is set when it is optional; null for a parameter of the constructor
 */
record DataBoundParameter(
        String name, Type type, @CheckForNull Setter setter) {

    /** Puts a value into an instance. */
    interface Setter {
        void set(Object instance, @CheckForNull Object value) throws IllegalAccessException, InvocationTargetException;

        /** Where the value goes, in words, for messages. */
        String place();
    }

    /** What the constructor takes is required; what a setter takes is optional. */
    boolean isRequired() {
        return setter == null;
    }

    static Setter through(Method method) {
        method.setAccessible(true);
        return new Setter() {
            @Override
            public void set(Object instance, Object value) throws IllegalAccessException, InvocationTargetException {
                method.invoke(instance, value);
            }

            @Override
            public String place() {
                return method.getDeclaringClass() + "." + method.getName() + "()";
            }
        };
    }

    static Setter through(Field field) {
        field.setAccessible(true);
        return new Setter() {
            @Override
            public void set(Object instance, Object value) throws IllegalAccessException {
                field.set(instance, value);
            }

            @Override
            public String place() {
                return field.getDeclaringClass() + "." + field.getName();
            }
        };
    }
}
