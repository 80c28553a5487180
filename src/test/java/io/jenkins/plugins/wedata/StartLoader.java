package io.jenkins.plugins.wedata;

import hudson.model.Descriptor;
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

    /** As Jenkins does with an extension: Guice looks in it, and in what it extends, for what could be injected. */
    void start(String extension) throws ClassNotFoundException {
        Class<?> started = Class.forName(extension, true, this);
        for (Class<?> type = started; type.getName().startsWith(OURS); type = type.getSuperclass()) {
            type.getDeclaredFields();
            type.getDeclaredConstructors();
            type.getDeclaredMethods();
        }
        if (Descriptor.class.isAssignableFrom(started)) {
            describe(started);
        }
    }

    /** A descriptor looks for a public method of what it describes, and is asked for its own name. */
    private void describe(Class<?> descriptor) throws ClassNotFoundException {
        Class<?> described = descriptor.getEnclosingClass();
        if (described != null) {
            described.getMethods();
        }
        Class.forName(descriptor.getPackageName() + ".Messages", true, this);
    }

    /** As Jenkins does with a class that has a task for its start or its end: it looks for the task. */
    void begin(String initializer) throws ClassNotFoundException {
        Class.forName(initializer, true, this).getDeclaredMethods();
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
