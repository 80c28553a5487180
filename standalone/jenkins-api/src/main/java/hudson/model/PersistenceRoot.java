package hudson.model;

import java.io.File;

/** Bare signatures of Jenkins core's type. */
public interface PersistenceRoot extends Saveable {
    File getRootDir();
}
