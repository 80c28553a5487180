package io.jenkins.plugins.wedata.environment;

import hudson.remoting.VirtualChannel;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import jenkins.MasterToSlaveFileCallable;

/**
 * Reads a file where the workspace is: the one thing of this plugin that runs on an agent. It takes a path there, and
 * brings back no more than a file may have, of a plain file alone: a pipe would hold it for ever.
 */
final class WorkspaceRead extends MasterToSlaveFileCallable<WorkspaceRead.Found> {

    private static final long serialVersionUID = 1L;

    private final String path;

    /**
     * Asks for a file.
     *
     * @param path relative to the directory
     */
    WorkspaceRead(String path) {
        this.path = path;
    }

    /** What is there. */
    enum Kind {
        FILE,
        ABSOLUTE,
        OUTSIDE,
        MISSING,
        DIRECTORY,
        SPECIAL
    }

    /**
     * What was found.
     *
     * @param kind what is there
     * @param bytes of a file all, or one more than it may have; of anything else none
     */
    record Found(Kind kind, byte[] bytes) implements Serializable {

        private static Found nothing(Kind kind) {
            return new Found(kind, new byte[0]);
        }
    }

    @Override
    public Found invoke(File directory, VirtualChannel channel) throws IOException {
        Path asked;
        try {
            asked = Path.of(path);
        } catch (InvalidPathException e) {
            return Found.nothing(Kind.MISSING);
        }
        if (asked.getRoot() != null) {
            return Found.nothing(Kind.ABSOLUTE);
        }
        Path base = directory.toPath().toAbsolutePath().normalize();
        Path wanted = base.resolve(asked).normalize();
        if (!wanted.startsWith(base)) {
            return Found.nothing(Kind.OUTSIDE);
        }
        if (!Files.exists(wanted)) {
            return Found.nothing(Kind.MISSING);
        }
        Path real = wanted.toRealPath();
        return real.startsWith(base.toRealPath()) ? read(real) : Found.nothing(Kind.OUTSIDE);
    }

    private static Found read(Path real) throws IOException {
        if (Files.isDirectory(real, LinkOption.NOFOLLOW_LINKS)) {
            return Found.nothing(Kind.DIRECTORY);
        }
        if (!Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS)) {
            return Found.nothing(Kind.SPECIAL);
        }
        try (InputStream in = Files.newInputStream(real, LinkOption.NOFOLLOW_LINKS)) {
            return new Found(Kind.FILE, in.readNBytes(WorkspaceFile.LARGEST + 1));
        }
    }
}
