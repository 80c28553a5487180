package hudson.security;

import org.springframework.security.core.Authentication;

/** Bare signatures of Jenkins core's type. */
public abstract class ACL {

    public static final Authentication SYSTEM2 = null;
}
