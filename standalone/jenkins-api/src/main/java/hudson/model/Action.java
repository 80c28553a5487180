package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/** Bare signatures of Jenkins core's type. */
public interface Action extends ModelObject {
    @CheckForNull
    String getIconFileName();

    @Override
    @CheckForNull
    String getDisplayName();

    @CheckForNull
    String getUrlName();
}
