package io.jenkins.plugins.wedata.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells what a step asks for from everything else that steps may ask for: a digest of its name and of whatever was given
 * to it. A parameter that was not given leaves no trace, so that one which a later version adds changes nothing.
 */
final class StepFingerprint {

    private final StringBuilder text = new StringBuilder();

    private StepFingerprint() {}

    /** The same for whatever asks the same, also in another process. */
    static String of(WeDataStep step) {
        StepFingerprint fingerprint = new StepFingerprint();
        fingerprint.text.append(step.functionName());
        fingerprint.structure(step);
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(fingerprint.text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private void value(@CheckForNull Object value) {
        if (value == null) {
            text.append('-');
        } else if (value instanceof List<?> list) {
            text.append('[').append(list.size()).append(' ');
            list.forEach(this::value);
            text.append(']');
        } else if (value.getClass().getPackage().equals(StepFingerprint.class.getPackage())) {
            structure(value);
        } else {
            // Its length first: no text can be taken for two.
            String plain = value.toString();
            text.append(plain.length()).append(':').append(plain);
        }
    }

    private void structure(Object structure) {
        text.append('{');
        Deque<Class<?>> types = new ArrayDeque<>();
        for (Class<?> type = structure.getClass();
                type != null && type.getPackage().equals(StepFingerprint.class.getPackage());
                type = type.getSuperclass()) {
            types.push(type);
        }
        types.stream()
                .flatMap(type -> Stream.of(type.getDeclaredFields()).sorted(Comparator.comparing(Field::getName)))
                .filter(field ->
                        !Modifier.isStatic(field.getModifiers()) && !Modifier.isTransient(field.getModifiers()))
                .forEach(field -> field(structure, field));
        text.append('}');
    }

    private void field(Object structure, Field field) {
        try {
            field.setAccessible(true);
            Object value = field.get(structure);
            if (value != null && !Boolean.FALSE.equals(value)) {
                text.append(field.getName()).append('=');
                value(value);
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(field + " of this package can't be read", e);
        }
    }
}
