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
            case ABSOLUTE -> throw new WorkspaceFileException(Messages.WorkspaceFile_Absolute());
            case OUTSIDE -> throw new WorkspaceFileException(Messages.WorkspaceFile_Outside());
            case MISSING -> throw new WorkspaceFileException(Messages.WorkspaceFile_Missing(directory.getRemote()));
            case DIRECTORY -> throw new WorkspaceFileException(Messages.WorkspaceFile_Directory());
            case SPECIAL -> throw new WorkspaceFileException(Messages.WorkspaceFile_Special());
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
            throw new WorkspaceFileException(
                    Messages.WorkspaceFile_TooLarge(String.format(Locale.ROOT, "%,d", LARGEST)));
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new WorkspaceFileException(Messages.WorkspaceFile_NotUtf8());
        }
    }
}
