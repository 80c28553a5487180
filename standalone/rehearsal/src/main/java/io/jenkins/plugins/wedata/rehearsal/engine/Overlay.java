package io.jenkins.plugins.wedata.rehearsal.engine;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.environment.WorkspaceFileException;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a rehearsed build writes and deletes: a temporary directory in front of the user's own, which is read and never
 * written. All paths here are relative to the workspace's root. Any thread may call.
 */
final class Overlay implements AutoCloseable {

    private static final Path ROOT = Path.of("");

    private final Path lower;

    /** What was deleted; it hides everything of the user's below it. */
    private final Set<Path> hidden = new HashSet<>();

    @CheckForNull
    private Path temporary;

    private int kept;

    Overlay(Path lower) {
        this.lower = lower;
    }

    /**
     * Finds what a build sees at a path.
     *
     * @return an existing file or directory, whichever of the two holds it; empty when there is none
     * @throws WorkspaceFileException when a link leads out of the workspace
     */
    synchronized Optional<Path> find(Path path) throws WorkspaceFileException, IOException {
        Path place = place(path);
        if (temporary != null && Files.exists(upper(place))) {
            return Optional.of(upper(place));
        }
        Path real = lower.resolve(place);
        return !hides(place) && Files.exists(real) ? Optional.of(real) : Optional.empty();
    }

    synchronized void write(Path path, byte[] bytes) throws WorkspaceFileException, IOException {
        if (find(path).filter(Files::isDirectory).isPresent()) {
            throw new WorkspaceFileException("is a directory");
        }
        for (Path parent = path.getParent(); parent != null; parent = parent.getParent()) {
            if (find(parent).filter(there -> !Files.isDirectory(there)).isPresent()) {
                throw new WorkspaceFileException("lies below " + parent + ", which is a file");
            }
        }
        Path target = place(path);
        Path above = target.getParent();
        Files.createDirectories(upper(above == null ? ROOT : above));
        Files.write(upper(target), bytes);
    }

    /** Deletes a file or a whole directory, as far as the build can see. */
    synchronized void delete(Path path) throws WorkspaceFileException, IOException {
        Path place = place(path);
        if (temporary != null) {
            deleteTree(upper(place));
        }
        hidden.add(place);
    }

    /**
     * Lists the files that a build sees below a directory. Links that lead out of the workspace are left out.
     *
     * @return relative to the directory, sorted
     */
    synchronized List<Path> files(Path directory) throws WorkspaceFileException, IOException {
        Path place = place(directory);
        Set<Path> found = new TreeSet<>();
        if (temporary != null) {
            collect(upper(place), found);
        }
        if (!hides(place)) {
            collect(lower.resolve(place), found);
        }
        found.removeIf(file -> !isSeen(place.resolve(file)));
        return List.copyOf(found);
    }

    private boolean isSeen(Path path) {
        try {
            return find(path).filter(Files::isRegularFile).isPresent();
        } catch (WorkspaceFileException | IOException e) {
            return false;
        }
    }

    private void collect(Path start, Set<Path> found) throws IOException {
        if (Files.isDirectory(start)) {
            Files.walkFileTree(
                    start,
                    EnumSet.of(FileVisitOption.FOLLOW_LINKS),
                    Integer.MAX_VALUE,
                    new FileCollector(start, lower, found));
        }
    }

    /** Keeps a copy of a file until the end, out of the build's sight. */
    synchronized Path keep(Path file) throws IOException {
        Path directory = Files.createDirectories(temporary().resolve("kept"));
        return Files.copy(file, directory.resolve(String.valueOf(++kept)));
    }

    /** Follows the links of the user's directory, one name after the other, as far as the path exists. */
    private Path place(Path path) throws WorkspaceFileException, IOException {
        Path at = ROOT;
        for (Path name : path) {
            Path next = at.resolve(name);
            Path real = lower.resolve(next);
            if (!hides(next) && Files.isSymbolicLink(real)) {
                if (!Files.exists(real)) {
                    throw new WorkspaceFileException("is a link that leads nowhere");
                }
                Path target = real.toRealPath();
                if (!target.startsWith(lower)) {
                    throw new WorkspaceFileException("is outside the workspace");
                }
                next = lower.relativize(target);
            }
            at = next;
        }
        return at;
    }

    private boolean hides(Path path) {
        for (Path at = path; at != null; at = at.getParent()) {
            if (hidden.contains(at)) {
                return true;
            }
        }
        return hidden.contains(ROOT);
    }

    private Path upper(Path place) throws IOException {
        return temporary().resolve("files").resolve(place);
    }

    private Path temporary() throws IOException {
        if (temporary == null) {
            temporary = Files.createTempDirectory("wedata-rehearsal-");
        }
        return temporary;
    }

    private static void deleteTree(Path top) throws IOException {
        if (!Files.exists(top)) {
            return;
        }
        try (Stream<Path> all = Files.walk(top)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (temporary != null) {
            deleteTree(temporary);
            temporary = null;
        }
    }
}
