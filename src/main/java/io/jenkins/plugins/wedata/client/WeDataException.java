package io.jenkins.plugins.wedata.client;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/** Anything that keeps the plugin from doing what a user asked of WeData; the message is made for that user. */
public abstract class WeDataException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Made by the subclasses.
     *
     * @param message for the user; holds no secret and no control character
     * @param cause why, or null
     */
    protected WeDataException(String message, @CheckForNull Throwable cause) {
        super(message, cause);
    }
}
