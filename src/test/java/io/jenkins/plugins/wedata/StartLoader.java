package io.jenkins.plugins.wedata;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;

/** Loads the plugin's classes anew, and notes what else they have loaded: by their members, and when they are verified. */
final class StartLoader extends ClassLoader {

    private static final String OURS = "io.jenkins.plugins.wedata.";

    private final Set<String> asked = new TreeSet<>();

    StartLoader() {
        super(StartLoader.class.getClassLoader());
    }

    /** All that was asked for, by its name. */
    Set<String> asked() {
        return asked;
    }

    /** As Jenkins does with an extension and with what it extends. */
    void start(String extension) throws ClassNotFoundException {
        for (Class<?> type = Class.forName(extension, true, this);
                type.getName().startsWith(OURS);
                type = type.getSuperclass()) {
            type.getDeclaredFields();
            type.getDeclaredConstructors();
            type.getDeclaredMethods();
        }
    }

    /** As a descriptor does with what it describes: it looks for a public method. */
    void describe(String described) throws ClassNotFoundException {
        Class.forName(described, true, this).getMethods();
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            asked.add(name);
            if (!name.startsWith(OURS)) {
                return super.loadClass(name, resolve);
            }
            Class<?> known = findLoadedClass(name);
            return known == null ? define(name) : known;
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream file = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (file == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = file.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
