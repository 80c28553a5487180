package hudson.model;

import java.io.IOException;

/** Bare signatures of Jenkins core's type. */
public interface Saveable {
    void save() throws IOException;
}
