package hudson.security;

import edu.umd.cs.findbugs.annotations.NonNull;

/** Bare signatures of Jenkins core's type. */
public interface AccessControlled {

    default void checkPermission(@NonNull Permission permission) {
        throw new UnsupportedOperationException();
    }

    default boolean hasPermission(@NonNull Permission permission) {
        throw new UnsupportedOperationException();
    }

    default boolean hasAnyPermission(@NonNull Permission... permission) {
        throw new UnsupportedOperationException();
    }
}
