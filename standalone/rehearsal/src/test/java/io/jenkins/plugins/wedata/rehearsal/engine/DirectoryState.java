package io.jenkins.plugins.wedata.rehearsal.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Everything in a directory at a moment: names, contents, links and times of change.
 *
 * @param entries told by path
 */
public record DirectoryState(Map<String, String> entries) {

    /** Looks at a directory. */
    public static DirectoryState of(Path directory) throws IOException {
        Map<String, String> entries = new TreeMap<>();
        try (Stream<Path> all = Files.walk(directory)) {
            all.forEach(path -> entries.put(directory.relativize(path).toString(), told(path)));
        }
        return new DirectoryState(entries);
    }

    private static String told(Path path) {
        try {
            String content = Files.isSymbolicLink(path)
                    ? "-> " + Files.readSymbolicLink(path)
                    : Files.isDirectory(path) ? "directory" : HexFormat.of().formatHex(Files.readAllBytes(path));
            return Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS) + " " + content;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
