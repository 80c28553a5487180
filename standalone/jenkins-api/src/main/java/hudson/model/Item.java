package hudson.model;

import edu.umd.cs.findbugs.annotations.NonNull;

/** Bare signatures of Jenkins core's type. */
public interface Item extends PersistenceRoot, ModelObject {
    @NonNull
    String getName();

    @NonNull
    String getFullName();

    String getUrl();
}
