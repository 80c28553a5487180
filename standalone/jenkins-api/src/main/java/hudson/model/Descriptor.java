package hudson.model;

import edu.umd.cs.findbugs.annotations.NonNull;

/** Bare signatures of Jenkins core's type. */
public abstract class Descriptor<T extends Describable<T>> implements Saveable {

    protected Descriptor() {}

    @NonNull
    public String getDisplayName() {
        throw new UnsupportedOperationException();
    }

    public String getId() {
        throw new UnsupportedOperationException();
    }

    @Override
    public synchronized void save() {
        throw new UnsupportedOperationException();
    }

    public synchronized void load() {
        throw new UnsupportedOperationException();
    }
}
