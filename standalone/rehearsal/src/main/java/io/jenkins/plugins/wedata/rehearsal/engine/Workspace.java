package io.jenkins.plugins.wedata.rehearsal.engine;

import io.jenkins.plugins.wedata.environment.WorkspaceFileException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * A directory of the workspace, and the workspace's root, which nothing leaves: no path up, no absolute path, no link.
 *
 * @param root real path of the whole workspace
 * @param current normalised path within it; need not exist
 */
public record Workspace(Path root, Path current) {

    /** The largest file that is read. */
    public static final long MOST_BYTES = 10L * 1024 * 1024;

    /**
     * The whole of a workspace.
     *
     * @param directory must exist
     * @return the workspace, at its root
     */
    public static Workspace at(Path directory) throws IOException {
        Path root = directory.toRealPath();
        return new Workspace(root, root);
    }

    /**
     * Goes to a directory.
     *
     * @param path relative to the current one
     * @return the workspace, at that directory
     * @throws WorkspaceFileException when that would be outside
     */
    Workspace child(String path) throws WorkspaceFileException, IOException {
        return new Workspace(root, within(path));
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
        Path file = within(path);
        if (!Files.exists(file)) {
            throw new WorkspaceFileException("does not exist in the workspace");
        }
        if (!Files.isRegularFile(file)) {
            throw new WorkspaceFileException("is not a file");
        }
        long size = Files.size(file);
        if (size > MOST_BYTES) {
            throw new WorkspaceFileException("has " + size + " bytes; at most " + MOST_BYTES + " are read");
        }
        return Files.readAllBytes(file);
    }

    private Path within(String path) throws WorkspaceFileException, IOException {
        Path target;
        try {
            target = current.resolve(path).normalize();
        } catch (InvalidPathException e) {
            throw new WorkspaceFileException("is not a path");
        }
        if (!target.startsWith(root) || !nearestReal(target).startsWith(root)) {
            throw new WorkspaceFileException("is outside the workspace");
        }
        return target;
    }

    /** Follows links as far as the path exists. */
    private static Path nearestReal(Path target) throws IOException {
        Path existing = target;
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        return existing == null ? target : existing.toRealPath();
    }
}
