package io.jenkins.plugins.wedata.rehearsal.engine;

import io.jenkins.plugins.wedata.environment.WorkspaceFileException;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * A directory of the workspace, and the workspace's root, which nothing leaves: no path up, no absolute path, no link. It
 * is the user's own directory, so nothing is written there: what a build writes or deletes is so for the build alone, and
 * gone when the workspace is closed.
 */
public final class Workspace implements Closeable {

    /** The largest file that is read. */
    public static final long MOST_BYTES = 10L * 1024 * 1024;

    private final Path root;
    private final Path current;
    private final Overlay overlay;
    private final Stashes stashes;

    private Workspace(Path root, Path current, Overlay overlay, Stashes stashes) {
        this.root = root;
        this.current = current;
        this.overlay = overlay;
        this.stashes = stashes;
    }

    /**
     * The whole of a workspace.
     *
     * @param directory must exist
     * @return the workspace, at its root, to be closed
     */
    public static Workspace at(Path directory) throws IOException {
        Path root = directory.toRealPath();
        Overlay overlay = new Overlay(root);
        return new Workspace(root, root, overlay, new Stashes(overlay));
    }

    /**
     * The whole workspace's own directory.
     *
     * @return its real path
     */
    public Path root() {
        return root;
    }

    /** The current directory, which need not exist. */
    Path current() {
        return current;
    }

    /** What was put aside. */
    Stashes stashes() {
        return stashes;
    }

    /**
     * Goes to a directory.
     *
     * @param path relative to the current one
     * @return the workspace, at that directory
     * @throws WorkspaceFileException when that would be outside
     */
    Workspace child(String path) throws WorkspaceFileException, IOException {
        Path inside = within(path);
        overlay.find(inside);
        return new Workspace(root, root.resolve(inside).normalize(), overlay, stashes);
    }

    /**
     * Reads a text file.
     *
     * @param path relative to the current directory
     * @return its text
     * @throws WorkspaceFileException when it is missing, outside, too large or not UTF-8; the message says which
     */
    String read(String path) throws WorkspaceFileException, IOException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes(path)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new WorkspaceFileException("is not UTF-8 text");
        }
    }

    /**
     * Reads a file.
     *
     * @param path relative to the current directory
     * @return its bytes
     * @throws WorkspaceFileException when it is missing, outside or too large; the message says which
     */
    public byte[] bytes(String path) throws WorkspaceFileException, IOException {
        Path file = file(path);
        long size = Files.size(file);
        if (size > MOST_BYTES) {
            throw new WorkspaceFileException("has " + size + " bytes; at most " + MOST_BYTES + " are read");
        }
        return Files.readAllBytes(file);
    }

    /**
     * Finds a file's bytes on this machine, to copy them.
     *
     * @throws WorkspaceFileException when it is missing, outside or none
     */
    Path file(String path) throws WorkspaceFileException, IOException {
        Path file = overlay.find(within(path))
                .orElseThrow(() -> new WorkspaceFileException("does not exist in the workspace"));
        if (!Files.isRegularFile(file)) {
            throw new WorkspaceFileException("is not a file");
        }
        return file;
    }

    /** Whether there is a file or a directory. */
    boolean exists(String path) throws WorkspaceFileException, IOException {
        return overlay.find(within(path)).isPresent();
    }

    boolean isDirectory(String path) throws WorkspaceFileException, IOException {
        return overlay.find(within(path)).filter(Files::isDirectory).isPresent();
    }

    /** Writes a file for the build, with the directories above it. */
    void write(String path, byte[] bytes) throws WorkspaceFileException, IOException {
        overlay.write(within(path), bytes);
    }

    /** Deletes the current directory for the build. */
    void delete() throws WorkspaceFileException, IOException {
        overlay.delete(within(""));
    }

    /** The files below the current directory, with {@code /} between names. */
    List<String> files() throws WorkspaceFileException, IOException {
        return overlay.files(within("")).stream()
                .map(file -> file.toString().replace(File.separatorChar, '/'))
                .toList();
    }

    private Path within(String path) throws WorkspaceFileException {
        Path target;
        try {
            target = current.resolve(path).normalize();
        } catch (InvalidPathException e) {
            throw new WorkspaceFileException("is not a path");
        }
        if (!target.startsWith(root)) {
            throw new WorkspaceFileException("is outside the workspace");
        }
        return root.relativize(target);
    }

    /** Forgets what the build wrote and deleted. */
    @Override
    public void close() throws IOException {
        overlay.close();
    }
}
