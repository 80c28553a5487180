package io.jenkins.plugins.wedata.environment;

import hudson.FilePath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads text files of a workspace, and nothing outside it. */
public final class WorkspaceFile {

    /** In base64 and with the rest of a request around it, this still fits into WeData's 10 MB. */
    public static final int LARGEST = 7_000_000;

    private WorkspaceFile() {}

    static String read(FilePath directory, String path)
            throws WorkspaceFileException, IOException, InterruptedException {
        if (!directory.isDescendant(path)) {
            throw new WorkspaceFileException("lies outside the workspace; give a path below the current directory");
        }
        FilePath file = directory.child(path);
        if (!file.exists()) {
            throw new WorkspaceFileException("does not exist below " + directory.getRemote());
        }
        if (file.isDirectory()) {
            throw new WorkspaceFileException("is a directory; give a file");
        }
        try (InputStream in = file.read()) {
            return text(in.readNBytes(LARGEST + 1));
        }
    }

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
