package hudson.security;

/** Bare signatures of Jenkins core's type. */
public class ACLContext implements AutoCloseable {

    ACLContext() {}

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
