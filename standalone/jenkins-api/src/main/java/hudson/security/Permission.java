package hudson.security;

/** Bare signatures of Jenkins core's type. */
public final class Permission {

    public static final Permission CONFIGURE = new Permission();

    public static final Permission READ = new Permission();

    private Permission() {}
}
