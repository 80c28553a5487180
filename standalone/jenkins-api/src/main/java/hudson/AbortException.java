package hudson;

import java.io.IOException;

/** Bare signatures of Jenkins core's type. */
public class AbortException extends IOException {

    private static final long serialVersionUID = 1L;

    public AbortException() {}

    public AbortException(String message) {
        super(message);
    }
}
