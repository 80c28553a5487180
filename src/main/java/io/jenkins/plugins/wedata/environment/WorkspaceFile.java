package io.jenkins.plugins.wedata.environment;

import hudson.FilePath;
import io.jenkins.plugins.wedata.api.CreateTaskNew;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads text files of a workspace, and nothing outside it. */
public final class WorkspaceFile {

    /** A file holds the code of a task, and is as large as code may be. */
    public static final int LARGEST = CreateTaskNew.LARGEST_CODE;

    private WorkspaceFile() {}

    static String read(FilePath directory, String path)
            throws WorkspaceFileException, IOException, InterruptedException {
        FilePath file = file(directory, path);
        if (file.isDirectory()) {
            throw new WorkspaceFileException("is a directory; give a file");
        }
        try (InputStream in = file.read()) {
            return text(in.readNBytes(LARGEST + 1));
        }
    }

    private static FilePath file(FilePath directory, String path)
            throws WorkspaceFileException, IOException, InterruptedException {
        boolean inside;
        try {
            inside = directory.isDescendant(path);
        } catch (IllegalArgumentException e) {
            throw new WorkspaceFileException("is absolute; give a path relative to the current directory");
        }
        // A directory that does not exist yet has no descendants at all: that is not the path's fault.
        if (!inside && directory.exists()) {
            throw new WorkspaceFileException("lies outside the workspace; give a path below the current directory");
        }
        FilePath file = directory.child(path);
        if (!inside || !file.exists()) {
            throw new WorkspaceFileException("does not exist below " + directory.getRemote());
        }
        return file;
    }

    /**
     * The text in a file's bytes.
     *
     * @param bytes the file, or as much of it as shows that it is too large
     * @return the text
     * @throws WorkspaceFileException when it is too large or not UTF-8
     */
    public static String text(byte[] bytes) throws WorkspaceFileException {
        if (bytes.length > LARGEST) {
            throw new WorkspaceFileException(String.format(
                    Locale.ROOT,
                    "is too large; give a file of at most %,d bytes, which is what WeData takes",
                    LARGEST));
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new WorkspaceFileException("is not UTF-8; save it as UTF-8");
        }
    }
}
