package io.jenkins.plugins.wedata.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds who is compared, by name. The SDK comes with an older OkHttp, so it has a class loader of its own. */
final class Peers {

    static final String OURS = "ours";
    static final String SDK = "sdk";
    static final String FLOOR = "floor";

    private Peers() {}

    static Peer of(String name, int port) {
        return switch (name) {
            case OURS -> new OurPeer(port);
            case FLOOR -> new FloorPeer(port);
            case SDK -> sdk(port);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Peer sdk(int port) {
        try {
            return (Peer) new Apart(sdkClassPath().stream().map(Peers::url).toArray(URL[]::new))
                    .loadClass(SdkPeer.class.getName())
                    .getConstructor(int.class)
                    .newInstance(port);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The SDK, its libraries, and this module. */
    static List<Path> sdkClassPath() {
        Path folder = Path.of(System.getProperty("wedata.sdk"));
        List<Path> path = new ArrayList<>();
        path.add(folder.resolve("classes"));
        try (Stream<Path> libraries = Files.list(folder.resolve("lib"))) {
            path.addAll(libraries.sorted().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        path.add(Path.of(
                Peers.class.getProtectionDomain().getCodeSource().getLocation().getPath()));
        return path;
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Has nothing in common with the rest but what its peer is called by. */
    private static final class Apart extends URLClassLoader {

        Apart(URL[] path) {
            super(path, ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            return name.equals(Peer.class.getName()) ? Peer.class : super.findClass(name);
        }
    }
}
