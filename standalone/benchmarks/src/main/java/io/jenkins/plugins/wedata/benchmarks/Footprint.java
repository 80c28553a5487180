package io.jenkins.plugins.wedata.benchmarks;

import hudson.Extension;
import hudson.init.Initializer;
import hudson.init.Terminator;
import hudson.model.Descriptor;
import io.jenkins.plugins.wedata.client.WeDataClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** How large the plugin is, and how much of it Jenkins loads at its start. */
public final class Footprint {

    private static final String OURS = "io.jenkins.plugins.wedata.";
    private static final List<String> LATER =
            List.of("okhttp3.", "okio.", "kotlin.", "com.fasterxml.", OURS + "client.", OURS + "emulator.");
    private static final Pattern LOADED = Pattern.compile("\\[class,load *\\] (\\S+) source:");

    private Footprint() {}

    /**
     * Asks classes what Jenkins asks them before anybody uses the plugin: extensions, and what they extend, for what could be
     * injected; what descriptors describe for a public method; descriptors for their names; classes with tasks for the start
     * and the end for these. All of that loads the types that the members name.
     *
     * @param classes the names of extensions, and of classes with tasks
     * @throws ClassNotFoundException when there is no such class
     */
    public static void main(String[] classes) throws ClassNotFoundException {
        for (String name : classes) {
            Class<?> extension = Class.forName(name);
            for (Class<?> type = extension; type.getName().startsWith(OURS); type = type.getSuperclass()) {
                int members = type.getDeclaredMethods().length
                        + type.getDeclaredConstructors().length
                        + type.getDeclaredFields().length;
                if (members == 0) {
                    throw new IllegalStateException(type + " is empty");
                }
            }
            if (Descriptor.class.isAssignableFrom(extension)) {
                Class.forName(extension.getPackageName() + ".Messages");
                Class<?> described = extension.getEnclosingClass();
                if (described != null && described.getMethods().length == 0) {
                    throw new IllegalStateException(described + " has nothing to show");
                }
            }
        }
    }

    static void measure(Measured measured) throws IOException, InterruptedException {
        Path hpi = Path.of(System.getProperty("wedata.hpi"));
        measured.add("plugin file", Files.exists(hpi) ? Files.size(hpi) : packed());
        List<String> loaded = loaded();
        measured.add(
                "classes at start",
                loaded.stream().filter(name -> name.startsWith(OURS)).count());
        measured.add(
                "classes at start too soon",
                loaded.stream()
                        .filter(name -> LATER.stream().anyMatch(name::startsWith))
                        .count());
    }

    /** What a plugin file has in it, when none was built: a jar that holds its files as they are, packed as one. */
    private static long packed() throws IOException {
        Path classes = classes();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream jar = new ZipOutputStream(new DeflaterOutputStream(bytes));
                Stream<Path> files = Files.walk(classes)) {
            jar.setLevel(Deflater.NO_COMPRESSION);
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                jar.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
                Files.copy(file, jar);
            }
        }
        return bytes.size();
    }

    /** The plugin's classes and resources: a folder, or a jar. */
    private static Path classes() throws IOException {
        Path place = Path.of(WeDataClient.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        return Files.isDirectory(place)
                ? place
                : FileSystems.newFileSystem(place).getPath("/");
    }

    private static List<String> loaded() throws IOException, InterruptedException {
        Path log = Files.createTempFile("classes", ".log");
        try {
            List<String> command = new ArrayList<>(List.of(Java.EXECUTABLE, "-Xlog:class+load:file=" + log));
            command.addAll(List.of("-classpath", System.getProperty("java.class.path"), Footprint.class.getName()));
            command.addAll(naming(List.of(Extension.class, Initializer.class, Terminator.class)));
            if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
                throw new IOException("the extensions could not be loaded");
            }
            return Files.readAllLines(log).stream()
                    .map(LOADED::matcher)
                    .filter(Matcher::find)
                    .map(line -> line.group(1))
                    .filter(name -> !name.startsWith(Footprint.class.getPackageName()))
                    .toList();
        } finally {
            Files.delete(log);
        }
    }

    /** The classes of the plugin that name an annotation: what Jenkins' indices of them hold. */
    private static List<String> naming(List<Class<?>> annotations) throws IOException {
        Path classes = classes();
        List<String> descriptors = annotations.stream()
                .map(annotation -> "L" + annotation.getName().replace('.', '/') + ";")
                .toList();
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                if (descriptors.stream().anyMatch(bytes::contains)) {
                    String name = classes.relativize(file).toString().replace('/', '.');
                    names.add(name.substring(0, name.length() - ".class".length()));
                }
            }
        }
        if (names.isEmpty()) {
            throw new IOException("no extension is in " + classes);
        }
        return names;
    }
}
