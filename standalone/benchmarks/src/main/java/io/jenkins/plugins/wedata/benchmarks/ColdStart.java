package io.jenkins.plugins.wedata.benchmarks;

import java.io.BufferedReader;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How long the first client and its first call take in a virtual machine that has just begun. */
public final class ColdStart {

    private static final String LIBRARIES = "libraries";

    private ColdStart() {}

    /**
     * Makes one client and one call, and says how many microseconds that took.
     *
     * @param arguments who, and the responder's port
     * @throws Exception when it fails
     */
    public static void main(String[] arguments) throws Exception {
        long begin = System.nanoTime();
        int port = Integer.parseInt(arguments[1]);
        switch (arguments[0]) {
            case Peers.OURS -> OurPeer.firstCall(port);
            case Peers.SDK -> SdkPeer.firstCall(port);
            case LIBRARIES -> Libraries.firstCall(port);
            default -> new FloorPeer(port).createTask();
        }
        String micros = Long.toString((System.nanoTime() - begin) / 1_000);
        try (OutputStream out = new FileOutputStream(FileDescriptor.out)) {
            out.write(micros.getBytes(StandardCharsets.UTF_8));
        }
        Runtime.getRuntime().halt(0);
    }

    /** Has them take turns. */
    static void measure(Measured measured, int port, int starts) throws IOException {
        String sdkPath =
                Peers.sdkClassPath().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        for (int i = 0; i < starts; i++) {
            measured.add("cold/sdk", micros(sdkPath, Peers.SDK, port));
            measured.add("cold/ours", micros(System.getProperty("java.class.path"), Peers.OURS, port));
            measured.add("cold/floor", micros(System.getProperty("java.class.path"), Peers.FLOOR, port));
            measured.add("cold/libraries", micros(System.getProperty("java.class.path"), LIBRARIES, port));
        }
    }

    private static double micros(String classPath, String who, int port) throws IOException {
        List<String> command = new ArrayList<>(List.of(Java.EXECUTABLE, "-Xmx512m"));
        command.addAll(List.of("-classpath", classPath, ColdStart.class.getName(), who, Integer.toString(port)));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = out.readLine();
            if (line == null) {
                throw new IOException(who + " has said nothing");
            }
            return Double.parseDouble(line);
        }
    }
}
