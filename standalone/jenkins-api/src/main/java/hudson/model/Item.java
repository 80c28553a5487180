package hudson.model;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.security.AccessControlled;
import hudson.security.Permission;

/** Bare signatures of Jenkins core's type. */
public interface Item extends PersistenceRoot, ModelObject, AccessControlled {

    Permission CONFIGURE = Permission.CONFIGURE;

    Permission READ = Permission.READ;

    Permission EXTENDED_READ = null;

    ItemGroup<? extends Item> getParent();

    @NonNull
    String getName();

    @NonNull
    String getFullName();

    String getUrl();
}
