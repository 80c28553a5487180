package io.jenkins.plugins.wedata.environment;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/** A build can't use a connection; it says why and what would be right. */
public final class ConnectionUnusableException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String connectionId;

    /**
     * Says what is wrong.
     *
     * @param connectionId the connection that was asked for, or null
     * @param expected what would be right, as the end of a sentence that starts with "give"
     */
    public ConnectionUnusableException(@CheckForNull String connectionId, String expected) {
        super(expected);
        this.connectionId = connectionId;
    }

    /**
     * Which connection it was.
     *
     * @return null when none was named
     */
    @CheckForNull
    public String connectionId() {
        return connectionId;
    }
}
