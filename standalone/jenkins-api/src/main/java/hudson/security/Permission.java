package hudson.security;

/** Bare signatures of Jenkins core's type. */
public final class Permission {

    private Permission() {}
}
