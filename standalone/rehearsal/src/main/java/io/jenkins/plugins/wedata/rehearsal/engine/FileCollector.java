package io.jenkins.plugins.wedata.rehearsal.engine;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/** Collects the regular files of a directory, through links that stay inside, and leaves out what can't be read. */
final class FileCollector extends SimpleFileVisitor<Path> {

    private final Path start;
    private final Path bounds;
    private final Set<Path> found;

    FileCollector(Path start, Path bounds, Set<Path> found) {
        this.start = start;
        this.bounds = bounds;
        this.found = found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
        boolean leaves =
                Files.isSymbolicLink(directory) && !directory.toRealPath().startsWith(bounds);
        return leaves ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isRegularFile()) {
            found.add(start.relativize(file));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
        return FileVisitResult.CONTINUE;
    }
}
