package io.jenkins.plugins.wedata.environment;

import hudson.FilePath;
import io.jenkins.plugins.wedata.api.CreateTaskNew;
import java.io.IOException;
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
        WorkspaceRead.Found found = directory.act(new WorkspaceRead(path));
        return switch (found.kind()) {
            case FILE -> text(found.bytes());
            case ABSOLUTE ->
                throw new WorkspaceFileException("is absolute; give a path relative to the current directory");
            case OUTSIDE ->
                throw new WorkspaceFileException("lies outside the workspace; give a path below the current directory");
            case MISSING -> throw new WorkspaceFileException("does not exist below " + directory.getRemote());
            case DIRECTORY -> throw new WorkspaceFileException("is a directory; give a file");
            case SPECIAL -> throw new WorkspaceFileException("is a pipe or a device; give a file");
        };
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
