package hudson.model;

/** Bare signatures of Jenkins core's type. */
public abstract class Descriptor<T extends Describable<T>> {

    protected Descriptor() {}

    public String getDisplayName() {
        throw new UnsupportedOperationException();
    }
}
