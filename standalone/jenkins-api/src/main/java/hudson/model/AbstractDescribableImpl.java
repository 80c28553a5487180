package hudson.model;

/** Bare signatures of Jenkins core's type. */
public abstract class AbstractDescribableImpl<T extends AbstractDescribableImpl<T>> implements Describable<T> {

    protected AbstractDescribableImpl() {}

    @Override
    public Descriptor<T> getDescriptor() {
        throw new UnsupportedOperationException();
    }
}
