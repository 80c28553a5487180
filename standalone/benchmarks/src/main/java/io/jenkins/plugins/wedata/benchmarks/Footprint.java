package io.jenkins.plugins.wedata.benchmarks;

import hudson.Extension;
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
     * Loads extensions as Jenkins does: to find out what they extend and how to make them.
     *
     * @param extensions the names of their classes
     * @throws ClassNotFoundException when there is no such class
     */
    public static void main(String[] extensions) throws ClassNotFoundException {
        for (String extension : extensions) {
            Class<?> type = Class.forName(extension);
            int members = type.getDeclaredMethods().length
                    + type.getDeclaredConstructors().length
                    + type.getDeclaredFields().length;
            if (members == 0) {
                throw new IllegalStateException(extension + " is empty");
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
            command.addAll(extensions());
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

    /** The classes of the plugin that name the annotation: what Jenkins' index of it holds. */
    static List<String> extensions() throws IOException {
        Path classes = classes();
        String annotation = "L" + Extension.class.getName().replace('.', '/') + ";";
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(annotation)) {
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
