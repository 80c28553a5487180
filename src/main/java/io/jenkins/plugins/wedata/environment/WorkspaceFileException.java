package io.jenkins.plugins.wedata.environment;

/** A workspace file can't be used; the message says why and what would be right. */
public final class WorkspaceFileException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong.
     *
     * @param message the end of a sentence that begins with the file's name
     */
    public WorkspaceFileException(String message) {
        super(message);
    }
}
